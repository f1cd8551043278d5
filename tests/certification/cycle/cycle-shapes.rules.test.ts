import { describe, expect, it } from 'vitest'
import { recordAsOf } from '@alongside/shared/certification/as-of/as-of'
import { assessCertification } from '@alongside/shared/certification/status/assess-certification'
import type { CertificationFacts } from '@alongside/shared/certification/status/certification-facts'
import { nextExpiry } from '@alongside/shared/certification/cycle/next-expiry'
import { renewalCycle } from '@alongside/shared/certification/cycle/renewal-cycle'
import { ruleInForce } from '@alongside/shared/certification/rules/rule-in-force'
import type { RenewalRule } from '@alongside/shared/certification/rules/renewal-rule'
import { course, recordOf, ruleWith, total } from '../status/any-case.ts'

function held(issuedOn: string, expiresOn: string | null, more: Partial<CertificationFacts> = {}) {
  return { issuedOn, expiresOn, birthday: null, ...more }
}

const commonDate = (parts: object) =>
  ruleWith({
    expiry: {
      shape: 'fixed-date',
      month: 9,
      day: 30,
      everyYears: 4,
      anchorYear: 2015,
      onWorkingDay: 'earlier',
      ...parts,
    },
  })

describe('a common date', () => {
  it.each([
    // 30 September falls on a Thursday in 2027, on a Sunday in 2035, and on a Saturday in 2023.
    ['a working day', '2024-01-01', '2027-09-30'],
    ['a Saturday', '2020-01-01', '2023-09-29'],
    ['a Sunday', '2032-01-01', '2035-09-28'],
    ['the next one, once the moved day has come', '2023-09-29', '2027-09-30'],
  ])('moves to the working day before it, for %s', (_name, issuedOn, expiresOn) => {
    expect(nextExpiry(commonDate({}), held(issuedOn, null))).toEqual({ kind: 'suggested', expiresOn })
  })

  it('stays on a weekend where the board does not move it', () => {
    const suggestion = nextExpiry(commonDate({ onWorkingDay: 'as-it-falls' }), held('2020-01-01', null))
    expect(suggestion).toEqual({ kind: 'suggested', expiresOn: '2023-09-30' })
  })

  it('goes by the year in which the holder passed the exam', () => {
    const rule = commonDate({ month: 10, day: 31, everyYears: 2, anchorYear: null })
    const passedIn = (examYear: number) => nextExpiry(rule, held('2025-02-01', null, { examYear }))
    expect(passedIn(2024)).toEqual({ kind: 'suggested', expiresOn: '2026-10-30' })
    expect(passedIn(2025)).toEqual({ kind: 'suggested', expiresOn: '2025-10-31' })
    expect(nextExpiry(rule, held('2025-02-01', null))).toMatchObject({ kind: 'unknown' })
  })
})

describe('a first certificate that is shorter than a cycle', () => {
  const rule = ruleWith({ firstCertificate: { months: 6, extensionMonths: 6 } })

  it('ends after its months, counted to the end of a shorter month', () => {
    expect(nextExpiry(rule, held('2025-08-31', null))).toEqual({ kind: 'suggested', expiresOn: '2026-02-28' })
  })

  it.each([
    ['the first', '2025-07-15', { startsOn: '2025-01-15', isFirstTerm: true }],
    ['the extended first', '2026-01-15', { startsOn: '2025-01-15', isFirstTerm: true }],
    ['the first full', '2027-07-15', { startsOn: '2025-07-16', isFirstTerm: false }],
  ])('is told from a full one: %s', (_name, expiresOn, cycle) => {
    expect(renewalCycle(rule, held('2025-01-15', expiresOn))).toMatchObject(cycle)
  })
})

describe('certificates that were recorded one after another', () => {
  const earlierTerms = [
    { startsOn: '2021-03-01', expiresOn: '2023-02-28' },
    { startsOn: '2023-03-01', expiresOn: '2025-03-31' },
  ]
  const facts = { issuedOn: '2021-03-01', expiresOn: '2027-02-28', earlierTerms }
  const rule = ruleWith({ total: total(20) })

  it('begin their cycle on the day after the one before, whatever the months say', () => {
    expect(renewalCycle(rule, held(facts.issuedOn, facts.expiresOn, facts))).toMatchObject({
      startsOn: '2025-04-01',
    })
  })

  it('are assessed two cycles back by what had been held then', () => {
    const credits = [course('2022-05-01', 12), course('2024-05-01', 20), course('2026-05-01', 5)]
    const record = recordOf(rule, credits, facts)
    const earnedOn = (day: string) => {
      const [line] = assessCertification(recordAsOf(record, day), day).requirements
      return line?.kind === 'measured' ? line.earned : null
    }
    expect(['2023-02-28', '2025-03-31', '2026-06-01'].map(earnedOn)).toEqual([12, 20, 5])
  })
})

describe('a rule that changed', () => {
  const older = ruleWith({ version: 1, total: total(10), effectiveTo: '2025-06-30' })
  const newer = ruleWith({ version: 2, total: total(20), effectiveFrom: '2025-07-01' })
  const amountFor = (issuedOn: string, rules: RenewalRule[] = [older, newer]) => {
    const expiresOn = `${Number(issuedOn.slice(0, 4)) + 2}${issuedOn.slice(4)}`
    return ruleInForce(rules, held(issuedOn, expiresOn)).rule.total?.amount
  }

  it('leaves the cycle alone in which it changed, and assesses the next', () => {
    expect(amountFor('2025-06-30')).toBe(10)
    expect(amountFor('2025-07-01')).toBe(20)
    expect(amountFor('2025-07-01', [newer, older])).toBe(20)
    const renewed = held('2023-06-29', '2027-06-29')
    expect(ruleInForce([older, newer], renewed).rule.version).toBe(1)
    expect(ruleInForce([older, newer], { ...renewed, expiresOn: '2029-06-29' }).rule.version).toBe(2)
  })

  it('gives way to the organization’s own, where that one holds', () => {
    const reason = 'The board wrote to us.'
    const own = ruleWith({
      version: 3,
      total: total(24),
      origin: { kind: 'organization', reason },
      effectiveFrom: '2026-01-01',
    })
    expect(amountFor('2026-01-01', [older, newer, own])).toBe(24)
    expect(amountFor('2025-12-31', [older, newer, own])).toBe(20)
  })

  it('speaks with its newest version where the cycle is not known', () => {
    const printed = [older, newer].map((rule) => ({ ...rule, expiry: { shape: 'printed' } as const }))
    expect(ruleInForce(printed, held('2020-01-01', null)).rule.version).toBe(2)
    expect(ruleInForce([], null)).toMatchObject({ rule: { credentialId: null } })
  })
})

describe('a date that the board extended', () => {
  const exception = { kind: 'date-extended', onlyIf: null, days: 90, text: '' } as const
  const exceptions = [{ ...exception, dueFrom: '2020-08-01', dueTo: '2020-12-31' }]
  const statusOn = (expiresOn: string, day: string) =>
    assessCertification(recordOf(ruleWith({ exceptions }), [], { expiresOn }), day)

  it('is open until the new day, and lapses on the next', () => {
    expect(statusOn('2020-09-30', '2020-12-29')).toMatchObject({
      status: 'RENEWAL_OPEN',
      reasons: [{ kind: 'extended', printedOn: '2020-09-30', extendedUntil: '2020-12-29' }],
      nextChangeOn: '2020-12-30',
    })
    expect(statusOn('2020-09-30', '2020-12-30').status).toBe('LAPSED')
  })

  it('is the printed day for all others', () => {
    expect(statusOn('2020-07-31', '2020-08-01').status).toBe('LAPSED')
  })
})
