import { describe, expect, it } from 'vitest'
import { nextStep } from '@alongside/shared/certification/next-step/next-step'
import type { CeCredit } from '@alongside/shared/certification/hours/ce-credit'
import type { CertificationFacts } from '@alongside/shared/certification/status/certification-facts'
import { course } from '../status/any-case.ts'
import { assess, recordFor } from '../status/real-credential.ts'

const DAY = '2026-11-28'

function stepOf(
  credentialId: string,
  facts: Partial<CertificationFacts> & { issuedOn: string },
  credits: CeCredit[] = [],
  day = DAY,
) {
  return nextStep(assess(recordFor(credentialId, facts, credits), day), day)
}

const NO_ENDORSEMENTS = { 'family-endorsement': false, 'veteran-endorsement': false }

describe('the next step', () => {
  const newYork = { issuedOn: '2024-01-05', expiresOn: '2027-01-05', conditions: NO_ENDORSEMENTS }
  const approved = { approvedBy: ['ASAP-NYCB'] }
  const enough = [
    course('2025-01-10', 24, approved),
    course('2025-01-11', 4, { ...approved, categories: ['ethics'] }),
    course('2025-01-12', 4, { ...approved, categories: ['medication-supported-recovery'] }),
  ]

  it('is the board’s day while that is ahead, and what being late costs once it has passed (P1)', () => {
    expect(stepOf('us-ny-crpa', newYork, enough, '2026-11-20')).toMatchObject({
      kind: 'submit',
      byOn: '2026-11-21',
      submission: { isOver: false, lateFeeUsd: 25 },
    })
    expect(stepOf('us-ny-crpa', newYork, enough)).toMatchObject({
      kind: 'submit',
      submission: { isOver: true, byOn: null, wantedOn: '2026-11-21', lateFeeUsd: 25 },
    })
  })

  it('asks for hours by the board’s day too, and at once when it has passed', () => {
    const few = enough.slice(0, 1)
    expect(stepOf('us-ny-crpa', newYork, few, '2026-11-20')).toMatchObject({
      kind: 'earn',
      byOn: '2026-11-21',
      gap: { requirement: { kind: 'minimum', category: 'ethics' }, shortBy: 4 },
    })
    expect(stepOf('us-ny-crpa', newYork, few)).toMatchObject({ kind: 'earn', byOn: null })
  })

  it('never sends in what is not complete: supervision hours that nobody knows are asked for first (P2)', () => {
    const vermont = { issuedOn: '2025-01-16', expiresOn: '2027-01-15' }
    expect(stepOf('us-vt-crc', vermont, [course('2026-02-01', 20)])).toMatchObject({
      kind: 'find-out',
      about: {
        requirement: { kind: 'practice', practice: 'supervision' },
        reason: 'practice-not-recorded',
        asked: { amount: 20, unit: 'hours', per: 'cycle' },
      },
    })
  })

  it('asks for the printed day where no end is known, or only the rule counts it (P3, A28)', () => {
    expect(stepOf('us-ky-apss', { issuedOn: '2026-05-01' })).toEqual({
      kind: 'enter-printed-day',
      endsOn: '2027-05-01',
    })
    expect(stepOf('us-ky-apss', { issuedOn: '2023-05-01' })).toEqual({
      kind: 'enter-printed-day',
      endsOn: '2024-05-01',
    })
    expect(stepOf('us-nd-cpss', { issuedOn: '2023-05-01' })).toEqual({
      kind: 'enter-printed-day',
      endsOn: null,
    })
  })

  it('offers the late renewal only to those whom it is for (P4)', () => {
    const westVirginia = { issuedOn: '2022-08-31', expiresOn: '2026-08-30' }
    const hours = (ethics: number, other: number) => [
      course('2025-02-01', ethics, { categories: ['ethics'], approvedBy: ['WVCBAPP'] }),
      course('2025-02-02', other, { approvedBy: ['WVCBAPP'] }),
    ]
    expect(stepOf('us-wv-prss', westVirginia, hours(6, 8))).toMatchObject({
      kind: 'late-only-if-complete',
      endedOn: '2026-08-30',
      gaps: { hours: 6 },
    })
    expect(stepOf('us-wv-prss', westVirginia, hours(6, 14))).toEqual({
      kind: 'submit-late',
      byOn: '2026-11-28',
      feeUsd: 75,
    })
  })

  it('names what is missing and what it costs in the time of grace (P5)', () => {
    const northCarolina = {
      issuedOn: '2022-10-31',
      expiresOn: '2026-10-31',
      conditions: { 'military-designation': false },
    }
    expect(stepOf('us-nc-nccpss', northCarolina)).toMatchObject({
      kind: 'ask-late-hours',
      byOn: '2026-11-30',
      feeUsd: 20,
      gaps: { hours: 20 },
    })
  })

  it('says which amount is known where something else is not (P7, P8)', () => {
    const maine = { issuedOn: '2025-02-15', expiresOn: '2027-02-15' }
    expect(stepOf('us-nm-cpsw', { issuedOn: '2025-02-15', expiresOn: '2027-02-15' })).toMatchObject({
      kind: 'find-out',
      about: { reason: 'window-unknown', asked: { amount: 40, unit: 'hours', per: 'cycle' } },
    })
    const [total] = assess(recordFor('us-me-cipss', maine), DAY).requirements
    expect(total).toMatchObject({ asked: { amount: 2, unit: 'courses', per: 'year' } })
  })

  it('is a fee where the first renewal asks for nothing else (P9, A22)', () => {
    const minnesota = { issuedOn: '2026-03-15', expiresOn: '2027-03-15' }
    expect(stepOf('us-mn-cprs', minnesota, [], '2027-02-01')).toMatchObject({
      kind: 'submit',
      onlyFee: true,
      byOn: '2027-03-15',
    })
    expect(stepOf('us-mn-cprs', minnesota)).toEqual({ kind: 'nothing' })
  })

  it('says that renewal may be open, by a page that was read later (P10, A20)', () => {
    const california = { issuedOn: '2023-02-16', expiresOn: '2027-02-15' }
    const hours = [course('2026-02-01', 20, { categories: ['law-and-ethics'] })]
    expect(stepOf('us-ca-cmpss', california, hours, '2026-11-16')).toEqual({ kind: 'nothing' })
    expect(stepOf('us-ca-cmpss', california, hours)).toEqual({
      kind: 'check-opening',
      opensOn: '2026-11-17',
    })
    expect(stepOf('us-ca-cmpss', california, hours, '2026-12-17')).toMatchObject({ kind: 'submit' })
    expect(assess(recordFor('us-ca-cmpss', california, hours), DAY)).toMatchObject({
      status: 'CURRENT',
      nextChangeOn: '2026-12-17',
      reasons: [
        { kind: 'in-force', expiresOn: '2027-02-15' },
        { kind: 'renewal-may-be-open', opensOn: '2026-11-17' },
      ],
    })
  })

  it('asks whether the board approved courses before anything is sent in', () => {
    const illinois = { issuedOn: '2025-01-05', expiresOn: '2027-01-05' }
    const open = [
      course('2025-03-01', 14, { categories: ['peer-practice'], approvedBy: ['ICB'] }),
      course('2025-03-02', 6, { categories: ['peer-practice', 'ethics'], approvedBy: ['ICB'] }),
      course('2025-03-03', 10, { categories: ['core-functions'] }),
    ]
    expect(stepOf('us-il-cprs', illinois, open)).toMatchObject({ kind: 'confirm-courses', hours: 10 })
  })

  it('sends nothing in while a month that is still to come asks for sessions', () => {
    const kentucky = recordFor('us-ky-apss', {
      issuedOn: '2024-01-10',
      expiresOn: '2027-01-10',
      conditions: { 'alcohol-and-drug-entity': false },
    })
    // Two sessions in each month of the cycle until now.
    const months = Array.from({ length: 11 }, (_, month) => `2026-${`${month + 1}`.padStart(2, '0')}`)
    const sessions = months.flatMap((month) =>
      ['12', '13'].map((day) => ({ heldOn: `${month}-${day}`, minutes: 30, isCoReflection: false })),
    )
    const practice = { sessions, serviceHours: null }
    const assessment = assess({ ...kentucky, practice, credits: [course('2026-03-01', 6)] }, DAY)
    expect(assessment.status).toBe('RENEWAL_OPEN')
    expect(nextStep(assessment, DAY)).toEqual({ kind: 'nothing' })
  })

  it('is the board’s where the board has decided, and the way back after a lapse', () => {
    const record = recordFor('us-ca-cmpss', { issuedOn: '2023-02-16', expiresOn: '2027-02-15' })
    const suspended = { status: 'SUSPENDED', startsOn: '2026-03-01', endsOn: null } as const
    expect(nextStep(assess({ ...record, statusPeriods: [suspended] }, DAY), DAY)).toEqual({
      kind: 'ask-board',
    })
    expect(stepOf('us-nm-cpsw', { issuedOn: '2022-10-01', expiresOn: '2026-10-01' })).toEqual({
      kind: 'reinstate',
      again: [],
      byOn: '2026-12-30',
      feeUsd: 100,
    })
  })
})
