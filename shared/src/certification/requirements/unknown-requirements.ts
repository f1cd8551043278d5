/** Lists the requirements that cannot be measured, with the reason: never zero, never guessed. */
import type { RenewalRule } from '../rules/renewal-rule.ts'
import type { CategoryMinimum } from '../rules/asked.ts'
import { earningPeriod, earningPeriods } from './earning-periods.ts'
import { isEducationRequired } from './exemptions.ts'
import type { RenewalCase } from './renewal-case.ts'
import type {
  AskedAmount,
  HoursUnknownReason,
  Requirement,
  UnknownRequirement,
} from './requirement-result.ts'

export interface RequirementAsked {
  readonly requirement: Requirement
  readonly asked: AskedAmount | null
}

export function everyRequirement({ total, minimums, limits }: RenewalRule): RequirementAsked[] {
  const sponsors = limits.filter((limit) => limit.kind === 'sponsor-least')
  const per = total?.per ?? 'cycle'
  return [
    { requirement: { kind: 'total' }, asked: total && amountOf(total) },
    ...minimums.map((minimum) => ({
      requirement: requirementOf(minimum),
      asked: minimum.everyMonths === null && !minimum.once ? amountOf({ ...minimum, per }) : null,
    })),
    ...sponsors.map(({ sponsor, hours }) => ({
      requirement: { kind: 'sponsor', sponsor } as const,
      asked: { amount: hours, unit: 'hours', per } as const,
    })),
  ]
}

export const amountOf = ({ amount, unit, per }: AskedAmount): AskedAmount => ({ amount, unit, per })

export function requirementOf({ category, within, overlaps }: CategoryMinimum): Requirement {
  return { kind: 'minimum', category, within, overlaps }
}

/** Returns why the course requirements cannot be measured; null if they can, or if nothing is required. */
export function whyUnknown(renewalCase: RenewalCase): HoursUnknownReason | null {
  const { rule, cycle } = renewalCase
  if (owesNothing(renewalCase)) return null
  if (rule.total === null && rule.minimums.length === 0) return 'total-not-read'
  if (cycle.kind === 'unknown') return cycle.reason === 'choice-not-known' ? cycle.reason : 'window-unknown'
  if (cycle.isFirstTerm && rule.newHolders.some(({ kind }) => kind === 'not-read'))
    return 'first-term-not-read'
  if (rule.total?.per !== 'year') return null
  if (rule.total.yearKind === 'unknown') return 'kind-of-year-not-read'
  return earningPeriods(rule, cycle).length === 0 ? 'year-is-not-the-cycle' : null
}

/** Returns whether this renewal requires no courses at all, even if a later one does (Minnesota). */
function owesNothing({ rule, cycle, certification }: RenewalCase): boolean {
  if (cycle.kind === 'unknown' || certification === null) return false
  return isEducationRequired(rule, cycle, certification, earningPeriod(rule, cycle)).kind === 'not-owed'
}

export function unknown(
  requirement: Requirement,
  reason: HoursUnknownReason,
  { condition = null, asked = null }: Partial<Pick<UnknownRequirement, 'condition' | 'asked'>> = {},
): UnknownRequirement {
  return { kind: 'unknown', requirement, reason, condition, asked }
}
