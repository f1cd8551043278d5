import { describe, expect, it } from 'vitest'
import { assessCertification } from '@alongside/shared/certification/status/assess-certification'
import type { CeCredit } from '@alongside/shared/certification/hours/ce-credit'
import type { RenewalRule } from '@alongside/shared/certification/rules/renewal-rule'
import { course, minimum, recordOf, ruleWith, total } from '../status/any-case.ts'

/** What each line has got of courses of one hour on these days; the cycle is 2025 and 2026. */
function earned(rule: RenewalRule, days: readonly (string | CeCredit)[], today = '2027-03-01') {
  const credits = days.map((day) => (typeof day === 'string' ? course(day, 1) : day))
  return assessCertification(recordOf(rule, credits), today).requirements.map((line) =>
    line.kind === 'measured' ? line.earned : line.reason,
  )
}

const EDGES = ['2024-12-31', '2025-01-01', '2026-12-30', '2026-12-31', '2027-01-01']

describe('the days in which hours may be earned', () => {
  const rule = ruleWith({ total: total(20) })
  const window = rule.earning

  it('are the cycle, its first and its last day included', () => {
    expect(earned(rule, EDGES)).toEqual([3])
  })

  it('end on the day before the deadline where the rule says so', () => {
    expect(earned({ ...rule, earning: { ...window, endsDaysBeforeExpiry: 1 } }, EDGES)).toEqual([2])
  })

  it('go back so many months from the expiry, and never into the cycle before', () => {
    const months = { ...rule, earning: { ...window, monthsBeforeExpiry: 24 } }
    expect(earned(months, ['2024-12-30', '2024-12-31', '2025-01-01'])).toEqual([1])
    const fewer = { ...rule, earning: { ...window, monthsBeforeExpiry: 12 } }
    expect(earned(fewer, ['2025-12-30', '2025-12-31', '2026-01-01'])).toEqual([2])
  })

  it.each([
    [true, 5],
    [false, 3],
    [null, 3],
  ])('hold the time of grace only where it was read that they do: %s', (countsInGrace, hours) => {
    const step = {
      needsHoursComplete: false,
      owesMissedYears: false,
      again: [],
      text: '',
      feeUsd: 0,
    } as const
    const late = [{ ...step, withinDays: 30, status: 'grace' }] as const
    const grace = { ...rule, late, earning: { ...window, countsInGrace } }
    expect(earned(grace, [...EDGES.slice(1), '2027-01-30', '2027-01-31'])).toEqual([hours])
  })
})

describe('what is counted in courses', () => {
  it('counts each course as one, however long it was', () => {
    const rule = ruleWith({ total: total(2, { unit: 'courses' }) })
    const day = ['2025-05-01', course('2025-06-01', 12, { programme: 'a' })]
    expect(earned(rule, day)).toEqual([2])
    expect(earned(rule, [...day, course('2025-06-01', 3, { programme: 'a' })])).toEqual([2])
  })

  it('stands beside a total in hours', () => {
    const rule = ruleWith({ total: total(12), minimums: [minimum('ethics', 1, { unit: 'courses' })] })
    const ethics = course('2025-05-01', 0.5, { categories: ['ethics'] })
    expect(earned(rule, [ethics])).toEqual([0.5, 1])
    expect(earned(rule, ['2025-05-01'])).toEqual([1, 0])
  })
})
