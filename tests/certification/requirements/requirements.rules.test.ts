import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import { renewalCycle } from '@alongside/shared/certification/cycle/renewal-cycle'
import type { CeCredit } from '@alongside/shared/certification/hours/ce-credit'
import { isMeasured } from '@alongside/shared/certification/requirements/requirement-result'
import { requirementsOf } from '@alongside/shared/certification/requirements/requirements'
import { renewalRuleOf } from '@alongside/shared/certification/rule-authoring/author-renewal-rule'
import { addDays } from '@alongside/shared/calendar/plain-date'
import { anyCertification, anyCredits, anyRule, CASES, PROPERTY_TIMEOUT_MS } from '../rules/any-rule.ts'

const TODAY = '2026-05-01'

let nextId = 0
function credit(
  hours: number,
  categories: CeCategory[] = [],
  heldOn = '2026-02-01',
  planned = false,
): CeCredit {
  return { id: `${nextId++}`, heldOn, hours, categories, planned }
}

/** Needed, earned, planned and short by, by category; for a cycle that has gone on since early 2025. */
function tally(credentialId: string, credits: CeCredit[], endsOn = '2026-12-31') {
  const rule = renewalRuleOf(credentialId)
  const certification = { issuedOn: '2014-01-01', expiresOn: endsOn, birthday: null }
  const cycle = renewalCycle(rule, certification)
  const results = requirementsOf({ rule, cycle, certification, credits }, TODAY)
  return Object.fromEntries(
    results.map((result) => [
      result.requirement.kind === 'minimum' ? result.requirement.category : result.requirement.kind,
      isMeasured(result) ? [result.needed, result.earned, result.planned, result.shortBy] : result.reason,
    ]),
  )
}

describe('what a renewal asks for', () => {
  it('in California: 20 hours, 6 of them law and ethics', () => {
    expect(tally('us-ca-cmpss', [credit(17), credit(2.25, ['law-and-ethics'])])).toEqual({
      total: [20, 19.25, 0, 0.75],
      'law-and-ethics': [6, 2.25, 0, 3.75],
    })
  })

  it('counts the hours inside the cycle only, both its days included', () => {
    const inside = [credit(1, [], '2025-01-01'), credit(2, [], '2026-05-01')]
    const outside = [credit(4, [], '2024-12-31'), credit(8, [], '2026-05-02')]
    expect(tally('us-ca-cmpss', [...inside, ...outside])['total']).toEqual([20, 3, 0, 17])
  })

  it('shows planned hours beside the earned ones, until their day has passed', () => {
    const credits = [
      credit(10),
      credit(4, ['law-and-ethics'], '2026-06-01', true),
      credit(3, ['law-and-ethics'], '2026-04-30', true),
      credit(5, ['law-and-ethics'], '2027-01-01', true),
    ]
    expect(tally('us-ca-cmpss', credits)).toEqual({
      total: [20, 10, 4, 10],
      'law-and-ethics': [6, 0, 4, 6],
    })
  })

  it('in Utah: four minimums that add up to the whole 20', () => {
    const credits = [
      credit(2, ['ethics', 'general-behavioral-health']),
      credit(6, ['peer-practice', 'general-behavioral-health']),
      credit(1, ['suicide-prevention', 'peer-practice']),
      credit(11, ['general-behavioral-health']),
    ]
    expect(tally('us-ut-cpss', credits)).toEqual({
      total: [20, 20, 0, 0],
      ethics: [2, 2, 0, 0],
      'peer-practice': [6, 6, 0, 0],
      'suicide-prevention': [1, 1, 0, 0],
      'general-behavioral-health': [11, 11, 0, 0],
    })
  })

  it('in Oregon: 28 hours of overlapping minimums inside 20', () => {
    const credits = [
      credit(6, ['ethics', 'substance-use']),
      credit(2, ['suicide-prevention', 'substance-use']),
      credit(12, ['substance-use']),
    ]
    expect(tally('us-or-crm', credits)).toEqual({
      total: [20, 20, 0, 0],
      ethics: [6, 6, 0, 0],
      'suicide-prevention': [2, 2, 0, 0],
      'substance-use': [20, 20, 0, 0],
    })
  })

  it('in Illinois: ethics stands inside peer practice, and other hours cannot take its place', () => {
    expect(
      tally('us-il-cprs', [credit(30, ['peer-practice']), credit(10, ['core-functions'])]),
    ).toMatchObject({
      'peer-practice': [20, 20, 0, 0],
      ethics: [6, 0, 0, 6],
      'core-functions': [10, 10, 0, 0],
    })
    expect(tally('us-il-cprs', [credit(14, ['peer-practice']), credit(6, ['ethics'])])).toMatchObject({
      'peer-practice': [20, 20, 0, 0],
      ethics: [6, 6, 0, 0],
    })
  })

  it('in Pennsylvania: electives take what the other minimums leave', () => {
    const credits = [credit(33, ['peer-practice']), credit(3, ['ethics'])]
    expect(tally('us-pa-cps', credits)).toMatchObject({
      'peer-practice': [24, 24, 0, 0],
      ethics: [3, 3, 0, 0],
      any: [9, 9, 0, 0],
    })
  })

  it('in Georgia: the calendar year that ends inside the cycle, whatever day is printed', () => {
    const credits = [credit(10, [], '2025-12-31'), credit(5, [], '2026-01-01')]
    expect(tally('us-ga-cps-mh', credits)['total']).toEqual([12, 5, 0, 7])
    expect(tally('us-ga-cps-mh', credits, '2026-06-30')['total']).toEqual([12, 10, 0, 2])
  })

  it.each([
    ['us-al-crss', 'total-not-read'],
    ['us-nm-cpsw', 'window-unknown'],
    ['us-va-rprs', 'kind-of-year-not-read'],
    ['us-me-cipss', 'kind-of-year-not-read'],
  ])('is unknown, never zero, for %s: %s', (credentialId, reason) => {
    expect(tally(credentialId, [credit(10)])['total']).toBe(reason)
  })

  it('measures a minimum whose total was not read', () => {
    expect(tally('us-mn-cprs', [credit(2, ['ethics'])])).toEqual({
      total: 'total-not-read',
      ethics: [6, 2, 0, 4],
    })
  })

  it('is unknown in a first term whose own rule was not read', () => {
    const rule = renewalRuleOf('us-tx-mhps')
    const certification = { issuedOn: '2026-03-01', expiresOn: '2026-09-01', birthday: null }
    const cycle = renewalCycle(rule, certification)
    const [total] = requirementsOf({ rule, cycle, certification, credits: [] }, TODAY)
    expect(total).toMatchObject({ kind: 'unknown', reason: 'first-term-not-read' })
  })
})

describe('hours of any certification', () => {
  const situation = fc
    .tuple(anyRule, anyCertification)
    .map(([rule, certification]) => ({ rule, certification, cycle: renewalCycle(rule, certification) }))
    .chain(({ rule, certification, cycle }) => {
      const from = cycle.kind === 'known' ? addDays(cycle.startsOn, -30) : '2026-01-01'
      return fc.record({
        rule: fc.constant(rule),
        certification: fc.constant(certification),
        cycle: fc.constant(cycle),
        credits: anyCredits(from, 500),
        today: fc.integer({ min: 0, max: 500 }).map((days) => addDays(from, days)),
      })
    })

  it(
    'do not depend on the order in which they were entered',
    () => {
      const shuffled = situation.chain((given) =>
        fc.record({
          given: fc.constant(given),
          other: fc.shuffledSubarray(given.credits, { minLength: given.credits.length }),
        }),
      )
      fc.assert(
        fc.property(shuffled, ({ given: { today, ...renewalCase }, other }) => {
          expect(requirementsOf({ ...renewalCase, credits: other }, today)).toEqual(
            requirementsOf(renewalCase, today),
          )
        }),
        { numRuns: CASES },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )

  it(
    'never leave more open because a credit was added',
    () => {
      fc.assert(
        fc.property(situation, ({ today, ...renewalCase }) => {
          // Where a course counts once ever, one taken before the cycle uses it up.
          const { rule, cycle, credits } = renewalCase
          const isBefore = cycle.kind === 'known' && (credits[0]?.heldOn ?? '') < cycle.startsOn
          if (rule.sameProgramme === 'once-ever' && isBefore) return
          const fewer = requirementsOf({ ...renewalCase, credits: renewalCase.credits.slice(1) }, today)
          requirementsOf(renewalCase, today).forEach((result, place) => {
            const before = fewer[place]
            if (!isMeasured(result) || !before || !isMeasured(before)) return
            expect(result.shortBy).toBeLessThanOrEqual(before.shortBy)
            expect(result.earned + result.planned).toBeGreaterThanOrEqual(before.earned + before.planned)
            expect(result.planned).toBeGreaterThanOrEqual(0)
          })
        }),
        { numRuns: CASES },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )
})
