/** What a renewal asks for against what was earned: one line for the total and one for each category minimum. */
import type { PlainDate } from '../calendar/plain-date.ts'
import { isWithin } from '../calendar/period.ts'
import { CeCategory } from './catalogue/ce-category.ts'
import { assignHours, type CreditedHours } from './hours/assign-hours.ts'
import type { KnownCycle, RenewalCycle } from './renewal-cycle.ts'
import type { RenewalRule } from './renewal-rule.ts'
import type { CategoryMinimum } from './rule/asked.ts'

/** Hours of one activity for one peer; `categories` are all that it can serve. */
export interface CeCredit extends CreditedHours {
  readonly id: string
  readonly heldOn: PlainDate
  /** Enrolled, not yet held. Once its day has passed, a course that stayed planned no longer counts. */
  readonly planned?: boolean
}

export type Requirement =
  | { readonly kind: 'total' }
  | ({ readonly kind: 'minimum' } & Pick<CategoryMinimum, 'category' | 'within' | 'overlaps'>)

export type HoursUnknownReason =
  | 'window-unknown'
  | 'total-not-read'
  | 'first-term-not-read'
  | 'kind-of-year-not-read'
  | 'year-is-not-the-cycle'

export interface MeasuredRequirement {
  readonly kind: 'measured'
  readonly requirement: Requirement
  readonly needed: number
  /** For the total all hours held; for a minimum, the hours that the best assignment gives it. */
  readonly earned: number
  /** What planned courses would add; not taken off `shortBy`. */
  readonly planned: number
  readonly shortBy: number
}

export type RequirementResult =
  | MeasuredRequirement
  | { readonly kind: 'unknown'; readonly requirement: Requirement; readonly reason: HoursUnknownReason }

/** The total comes first and is always there; a part that no rule answers is unknown, never zero. */
export function requirementsOf(
  rule: RenewalRule,
  cycle: RenewalCycle,
  credits: readonly CeCredit[],
  today: PlainDate,
): RequirementResult[] {
  const total: Requirement = { kind: 'total' }
  const minimums = rule.minimums.map((minimum): Requirement => {
    const { category, within, overlaps } = minimum
    return { kind: 'minimum', category, within, overlaps }
  })
  const reason = whyUnknown(rule, cycle)
  if (cycle.kind === 'unknown' || reason !== null) {
    const why = reason ?? 'window-unknown'
    return [total, ...minimums].map((requirement) => ({ kind: 'unknown', requirement, reason: why }))
  }
  const held = hoursOf(rule, creditsIn(cycle, credits, today, false))
  const hasPlans = credits.some(({ planned }) => planned)
  const all = hasPlans ? hoursOf(rule, creditsIn(cycle, credits, today, true)) : held
  const measure = (requirement: Requirement, needed: number, place: number): MeasuredRequirement => {
    const earned = held[place] ?? 0
    const planned = (all[place] ?? 0) - earned
    return { kind: 'measured', requirement, needed, earned, planned, shortBy: Math.max(0, needed - earned) }
  }
  return [
    rule.total === null
      ? { kind: 'unknown', requirement: total, reason: 'total-not-read' }
      : measure(total, rule.total.amount, 0),
    ...minimums.map((requirement, place) =>
      measure(requirement, rule.minimums[place]?.amount ?? 0, place + 1),
    ),
  ]
}

export function isMeasured(result: RequirementResult): result is MeasuredRequirement {
  return result.kind === 'measured'
}

function whyUnknown(rule: RenewalRule, cycle: RenewalCycle): HoursUnknownReason | null {
  if (rule.total === null && rule.minimums.length === 0) return 'total-not-read'
  if (cycle.kind === 'unknown') return 'window-unknown'
  if (cycle.isFirstTerm && rule.newHolders.length > 0) return 'first-term-not-read'
  if (rule.total?.per !== 'year') return null
  if (rule.total.yearKind === 'unknown') return 'kind-of-year-not-read'
  const endsTheYear = rule.total.yearKind === 'holder' || cycle.endsOn.endsWith('-12-31')
  return rule.cycleMonths === 12 && endsTheYear ? null : 'year-is-not-the-cycle'
}

function creditsIn(
  cycle: KnownCycle,
  credits: readonly CeCredit[],
  today: PlainDate,
  withPlanned: boolean,
): CeCredit[] {
  return credits.filter((credit) => {
    const counts = credit.planned ? withPlanned && credit.heldOn >= today : credit.heldOn <= today
    return counts && isWithin(credit.heldOn, cycle)
  })
}

/** The hours of the total, then of each minimum in the order of the rule. */
function hoursOf({ minimums }: RenewalRule, credits: readonly CeCredit[]): number[] {
  const sum = (counted: readonly CeCredit[]): number =>
    counted.reduce((hours, credit) => hours + credit.hours, 0)
  const shared = minimums.filter(({ overlaps }) => !overlaps)
  const assigned = assignHours(shared, credits)
  const ofMinimum = ({ category, overlaps }: CategoryMinimum): number =>
    overlaps
      ? sum(credits.filter(({ categories }) => category === CeCategory.ANY || categories.includes(category)))
      : (assigned.get(category) ?? 0)
  return [sum(credits), ...minimums.map(ofMinimum)]
}
