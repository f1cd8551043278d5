import { describe, expect, it } from 'vitest'
import { assessCertification } from '@alongside/shared/certification/status/assess-certification'
import {
  BoardStatus,
  type CertificationFacts,
  type StatusPeriod,
} from '@alongside/shared/certification/status/certification-facts'
import type { CeCredit } from '@alongside/shared/certification/hours/ce-credit'
import { UNKNOWN_RULE } from '@alongside/shared/certification/rules/renewal-rule'
import { renewalRuleOf } from '@alongside/shared/certification/rule-authoring/author-renewal-rule'
import { CertificationStatus } from '@alongside/shared/certification/status/status'

const ENOUGH: CeCredit = {
  id: 'enough',
  heldOn: '2026-01-15',
  hours: 60,
  categories: ['law-and-ethics', 'ethics'],
  sponsor: 'GMHCN',
}

/** A certificate of 2020 that runs to the end of 2026, with hours enough unless others are given. */
function assess(
  credentialId: string,
  today: string,
  given: { expiresOn?: string | null; statusPeriods?: StatusPeriod[]; credits?: CeCredit[] } = {},
) {
  const { expiresOn = '2026-12-31', statusPeriods = [], credits = [ENOUGH] } = given
  const certification: CertificationFacts = { issuedOn: '2020-01-01', expiresOn, birthday: null }
  return assessCertification(
    { certification, statusPeriods, rules: [renewalRuleOf(credentialId)], credits },
    today,
  )
}

function period(status: BoardStatus, startsOn: string, endsOn: string | null = null): StatusPeriod {
  return { status, startsOn, endsOn }
}

describe('the status', () => {
  it('is current while nothing speaks against it, and names the day of its next change', () => {
    expect(assess('us-ca-cmpss', '2026-05-01')).toMatchObject({
      status: CertificationStatus.CURRENT,
      reasons: [{ kind: 'in-force', expiresOn: '2026-12-31' }],
      unknowns: [],
      nextChangeOn: '2026-10-02',
    })
  })

  it('opens for renewal on the day that the board names', () => {
    expect(assess('us-ca-cmpss', '2026-10-01').status).toBe(CertificationStatus.CURRENT)
    expect(assess('us-ca-cmpss', '2026-10-02')).toMatchObject({
      status: CertificationStatus.RENEWAL_OPEN,
      reasons: [{ kind: 'renewal-open', opensOn: '2026-10-02', closesOn: '2026-12-31', basis: 'rule' }],
      nextChangeOn: '2027-01-01',
    })
    expect(assess('us-ga-cps-mh', '2026-11-30').status).toBe(CertificationStatus.CURRENT)
    expect(assess('us-ga-cps-mh', '2026-12-01').status).toBe(CertificationStatus.RENEWAL_OPEN)
  })

  it('opens 90 days before where no opening was read, and says that this is Alongside’s own choice', () => {
    expect(assess('us-ut-cpss', '2026-10-02').reasons).toContainEqual(
      expect.objectContaining({ kind: 'renewal-open', opensOn: '2026-10-02', basis: 'alongside' }),
    )
  })

  it('is at risk when hours will be missing, with what is short and the weaker reasons as well', () => {
    const { status, reasons } = assess('us-ca-cmpss', '2026-11-01', { credits: [] })
    expect(status).toBe(CertificationStatus.AT_RISK)
    expect(reasons).toEqual([
      expect.objectContaining({ kind: 'short-at-this-pace', cycleEndsOn: '2026-12-31' }),
      expect.objectContaining({
        kind: 'short-at-this-pace',
        shortfall: expect.objectContaining({
          needed: 6,
          earned: 0,
          shortBy: 6,
          projectedShortBy: 6,
        }) as unknown,
      }),
      expect.objectContaining({ kind: 'renewal-open' }),
    ])
  })

  it('is not yet at risk in the first half of the cycle, but knows the day', () => {
    expect(assess('us-ca-cmpss', '2025-06-01', { credits: [] })).toMatchObject({
      status: CertificationStatus.CURRENT,
      nextChangeOn: '2026-01-01',
    })
  })

  it('is in force on the printed day itself and lapsed on the next', () => {
    expect(assess('us-ca-cmpss', '2026-12-31').status).toBe(CertificationStatus.RENEWAL_OPEN)
    expect(assess('us-ca-cmpss', '2027-01-01')).toMatchObject({
      status: CertificationStatus.LAPSED,
      reasons: [{ kind: 'expired', expiredOn: '2026-12-31', late: { status: 'lapsed' }, untilOn: null }],
      nextChangeOn: null,
    })
  })

  it('stays at risk while the board extends the printed day: a later end alone brings no hours', () => {
    const extended = {
      kind: 'date-extended' as const,
      dueFrom: null,
      dueTo: null,
      onlyIf: null,
      days: 30,
      text: '',
    }
    const rules = [{ ...renewalRuleOf('us-ca-cmpss'), exceptions: [extended] }]
    const certification = { issuedOn: '2020-01-01', expiresOn: '2026-12-31', birthday: null }
    const on = (day: string) =>
      assessCertification({ certification, statusPeriods: [], rules, credits: [] }, day)
    expect(['2026-12-31', '2027-01-01', '2027-01-30', '2027-01-31'].map((day) => on(day).status)).toEqual([
      CertificationStatus.AT_RISK,
      CertificationStatus.AT_RISK,
      CertificationStatus.AT_RISK,
      CertificationStatus.LAPSED,
    ])
  })

  it('is in grace as long as the board’s own late rule says', () => {
    expect(assess('us-nc-nccpss', '2027-01-30')).toMatchObject({
      status: CertificationStatus.GRACE,
      reasons: [{ kind: 'expired', late: { status: 'grace' }, untilOn: '2027-01-30' }],
      nextChangeOn: '2027-01-31',
    })
    expect(assess('us-nc-nccpss', '2027-01-31').status).toBe(CertificationStatus.LAPSED)
    expect(assess('us-ga-cps-mh', '2027-02-28').status).toBe(CertificationStatus.GRACE)
    expect(assess('us-ga-cps-mh', '2027-03-01').status).toBe(CertificationStatus.INACTIVE)
    expect(assess('us-wi-cps', '2027-01-31').status).toBe(CertificationStatus.LAPSED)
  })

  it('is lapsed, with the late rule unknown, where no late rule was read', () => {
    expect(assess('us-mi-cpss', '2027-01-01')).toMatchObject({
      status: CertificationStatus.LAPSED,
      reasons: [{ kind: 'expired', late: null }],
      unknowns: [{ kind: 'late-rule-unknown' }],
    })
  })

  it('of an unread rule is lapsed by the printed day, with window and hours unknown', () => {
    const lapsed = assess('us-al-crss', '2027-01-01')
    expect(lapsed.status).toBe(CertificationStatus.LAPSED)
    expect(lapsed.unknowns.map(({ kind }) => kind)).toEqual([
      'window-unknown',
      'hours-unknown',
      'late-rule-unknown',
    ])
    expect(assess('us-al-crss', '2026-05-01', { credits: [] })).toMatchObject({
      status: CertificationStatus.CURRENT,
      unknowns: [{ kind: 'window-unknown' }, { kind: 'hours-unknown', reason: 'total-not-read' }],
    })
  })

  it('without a printed expiry is lapsed by the rule, not confirmed, from the day after that end on', () => {
    const on = (day: string) => assess('us-de-cprs', day, { expiresOn: null })
    expect(on('2022-01-01')).toMatchObject({
      status: CertificationStatus.AT_RISK,
      unknowns: [{ kind: 'expiry-unknown' }],
      nextChangeOn: '2022-01-02',
    })
    for (const day of ['2022-01-02', '2026-11-28', '2039-01-01']) {
      expect(on(day)).toMatchObject({
        status: CertificationStatus.LAPSED,
        reasons: [{ kind: 'ended-by-rule', endedOn: '2022-01-01', late: null }],
        unknowns: [{ kind: 'expiry-unknown' }, { kind: 'late-rule-unknown' }],
        nextChangeOn: null,
      })
    }
  })

  it('whose end no rule counts either is current, with its end not known; one without end is in force', () => {
    expect(assess('us-nd-cpss', '2039-01-01', { expiresOn: null })).toMatchObject({
      status: CertificationStatus.CURRENT,
      reasons: [{ kind: 'end-not-known', endsOn: null }],
      unknowns: expect.arrayContaining([{ kind: 'expiry-unknown' }]) as unknown,
    })
    expect(assess('us-ma-cps', '2039-01-01', { expiresOn: null })).toMatchObject({
      reasons: [{ kind: 'in-force', expiresOn: null }],
      unknowns: [{ kind: 'hours-unknown', reason: 'total-not-read' }],
    })
  })

  it('is not certified without a certificate, or before its first day', () => {
    const none = { certification: null, statusPeriods: [], rules: [UNKNOWN_RULE], credits: [] }
    expect(assessCertification(none, '2026-05-01')).toMatchObject({
      status: CertificationStatus.NOT_CERTIFIED,
      reasons: [{ kind: 'no-certification' }],
      unknowns: [],
    })
    expect(assess('us-ca-cmpss', '2019-12-31')).toMatchObject({
      status: CertificationStatus.NOT_CERTIFIED,
      nextChangeOn: '2020-01-01',
    })
  })
})

describe('a recorded status', () => {
  const { REVOKED, SUSPENDED, LAPSED, INACTIVE, IN_GRACE, ACTIVE } = BoardStatus

  it('takes its place in the order of precedence', () => {
    const order: BoardStatus[] = [REVOKED, SUSPENDED, LAPSED, INACTIVE, IN_GRACE]
    const all = [INACTIVE, IN_GRACE, LAPSED, REVOKED, SUSPENDED].map((status) => period(status, '2026-01-01'))
    const statuses = order.map((strongest, place) => {
      const left = all.filter(({ status }) => order.indexOf(status) >= place)
      return [strongest, assess('us-ca-cmpss', '2026-11-01', { statusPeriods: left, credits: [] }).status]
    })
    expect(statuses).toEqual([
      [REVOKED, CertificationStatus.REVOKED],
      [SUSPENDED, CertificationStatus.SUSPENDED],
      [LAPSED, CertificationStatus.LAPSED],
      [INACTIVE, CertificationStatus.INACTIVE],
      [IN_GRACE, CertificationStatus.GRACE],
    ])
  })

  it('holds from its first to its last day', () => {
    const statusPeriods = [period(SUSPENDED, '2026-03-01', '2026-03-31')]
    const on = (day: string) => assess('us-ca-cmpss', day, { statusPeriods })
    expect(on('2026-02-28')).toMatchObject({
      status: CertificationStatus.CURRENT,
      nextChangeOn: '2026-03-01',
    })
    expect(on('2026-03-31')).toMatchObject({
      status: CertificationStatus.SUSPENDED,
      nextChangeOn: '2026-04-01',
    })
    expect(on('2026-04-01').status).toBe(CertificationStatus.CURRENT)
  })

  it('of grace holds off the lapse, one of active does not', () => {
    const after = (status: BoardStatus) =>
      assess('us-ca-cmpss', '2027-01-10', { statusPeriods: [period(status, '2026-12-01', '2027-01-31')] })
    expect(after(IN_GRACE)).toMatchObject({ status: CertificationStatus.GRACE, nextChangeOn: '2027-02-01' })
    expect(after(ACTIVE).status).toBe(CertificationStatus.LAPSED)
  })
})
