/** The requirements of a rule that cannot be measured, and why: never zero, never guessed. */
import type { RenewalRule } from '../rules/renewal-rule.ts'
import type { CategoryMinimum } from '../rules/asked.ts'
import type { HolderCondition } from '../rules/holder-condition.ts'
import { earningPeriods } from './earning-periods.ts'
import type { RenewalCase } from './renewal-case.ts'
import type { HoursUnknownReason, Requirement, UnknownRequirement } from './requirement-result.ts'

export function everyRequirement({ minimums, limits }: RenewalRule): Requirement[] {
  const sponsors = limits.filter((limit) => limit.kind === 'sponsor-least')
  return [
    { kind: 'total' },
    ...minimums.map(requirementOf),
    ...sponsors.map(({ sponsor }) => ({ kind: 'sponsor', sponsor }) as const),
  ]
}

export function requirementOf({ category, within, overlaps }: CategoryMinimum): Requirement {
  return { kind: 'minimum', category, within, overlaps }
}

/** Why nothing of what a rule asks in courses can be measured; null where it can. */
export function whyUnknown({ rule, cycle }: RenewalCase): HoursUnknownReason | null {
  if (rule.total === null && rule.minimums.length === 0) return 'total-not-read'
  if (cycle.kind === 'unknown') return cycle.reason === 'choice-not-known' ? cycle.reason : 'window-unknown'
  if (cycle.isFirstTerm && rule.newHolders.some(({ kind }) => kind === 'not-read'))
    return 'first-term-not-read'
  if (rule.total?.per !== 'year') return null
  if (rule.total.yearKind === 'unknown') return 'kind-of-year-not-read'
  return earningPeriods(rule, cycle).length === 0 ? 'year-is-not-the-cycle' : null
}

export function unknown(
  requirement: Requirement,
  reason: HoursUnknownReason,
  condition: HolderCondition | null = null,
): UnknownRequirement {
  return { kind: 'unknown', requirement, reason, condition }
}
