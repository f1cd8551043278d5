/** Lists the course requirements of a renewal, each with its period and amount, or with the reason why it has none. */
import type { Period } from '../../calendar/period.ts'
import type { CertificationFacts } from '../status/certification-facts.ts'
import { cycleLength } from '../cycle/cycle-length.ts'
import type { KnownCycle } from '../cycle/renewal-cycle.ts'
import { furtherMinimums, largestMinimum, largestTotal } from '../rules/other-reading.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import type { CategoryMinimum, RequiredTotal } from '../rules/asked.ts'
import { earningPeriod, earningPeriods, lifeUntil, periodOfMonths } from './earning-periods.ts'
import { isEducationRequired, firstRequiredFrom } from './exemptions.ts'
import type { RenewalCase } from './renewal-case.ts'
import type { ExemptRequirement, Requirement, UnknownRequirement } from './requirement-result.ts'
import { everyRequirement, requirementOf, unknown, whyUnknown } from './unknown-requirements.ts'

/** A requirement that can be measured. A minimum includes its clause, which says how hours are shared. */
export interface LineToMeasure {
  readonly kind: 'to-measure'
  readonly requirement: Requirement
  readonly minimum: CategoryMinimum | null
  readonly window: Period
  readonly unit: 'hours' | 'courses'
  readonly needed: number
}

export type AskedLine = LineToMeasure | UnknownRequirement | ExemptRequirement

/** The total comes first, then minimums in the rule's order, then sponsors; yearly ones appear once for each year. */
export function askedLines(renewalCase: RenewalCase): AskedLine[] {
  const { rule, cycle, certification } = renewalCase
  const reason = whyUnknown(renewalCase)
  if (cycle.kind === 'unknown' || certification === null || reason !== null) {
    return everyRequirement(rule).map(({ requirement, asked }) =>
      unknown(requirement, reason ?? 'window-unknown', { asked }),
    )
  }
  const others = rule.otherReadings ?? []
  const years = earningPeriods(rule, cycle)
  // If nothing is required, it does not matter which years would count.
  const periods = years.length > 0 ? years : [earningPeriod(rule, cycle)]
  const holder: Holder = { rule, cycle, certification, periods }
  return [
    ...totalLines(holder),
    ...rule.minimums.flatMap((minimum) => minimumLines(holder, largestMinimum(minimum, others))),
    ...furtherMinimums(rule.minimums, others).flatMap((minimum) => minimumLines(holder, minimum)),
    ...sponsorLines(holder),
  ]
}

interface Holder {
  readonly rule: RenewalRule
  readonly cycle: KnownCycle
  readonly certification: CertificationFacts
  readonly periods: readonly Period[]
}

function totalLines(holder: Holder): AskedLine[] {
  const { rule, cycle, certification } = holder
  const requirement: Requirement = { kind: 'total' }
  const owed = isEducationRequired(rule, cycle, certification, earningPeriod(rule, cycle))
  // Even if the amount was not read, the rule can say that nothing is required this time.
  if (rule.total === null && owed.kind === 'not-owed') return [{ ...owed, requirement }]
  if (rule.total === null) return [unknown(requirement, 'total-not-read')]
  const { amount, unit, insteadIf } = rule.total
  const length = cycleLength(rule, certification)
  const chosen = length.kind === 'months' ? (length.choice?.amount ?? amount) : amount
  const isOther = insteadIf === null ? false : certification.conditions?.[insteadIf.condition]
  if (isOther === undefined)
    return [unknown(requirement, 'condition-not-known', { condition: insteadIf?.condition ?? null })]
  const own = isOther ? (insteadIf?.amount ?? chosen) : chosen
  const read = own + extraOf(rule.total, certification)
  const needed = largestTotal(read, rule.otherReadings ?? [])
  return holder.periods.map((period) => lineIn(holder, requirement, null, period, unit, needed))
}

/** An unanswered question belongs to its minimum, so it does not raise the total. */
function extraOf({ extraIf = [] }: RequiredTotal, { conditions = {} }: CertificationFacts): number {
  const owed = extraIf.filter(({ condition }) => conditions[condition] === true)
  return owed.reduce((sum, { amount }) => sum + amount, 0)
}

function minimumLines(holder: Holder, minimum: CategoryMinimum): AskedLine[] {
  const { rule, cycle, certification } = holder
  const requirement = requirementOf(minimum)
  const { onlyIf, once, everyMonths, unit, amount } = minimum
  const applies = onlyIf === null ? true : certification.conditions?.[onlyIf]
  if (applies === undefined) return [unknown(requirement, 'condition-not-known', { condition: onlyIf })]
  if (!applies) return [{ kind: 'not-owed', requirement, reason: 'does-not-apply', requiredFrom: null }]
  if (everyMonths !== null) {
    const requiredFrom = firstRequiredFrom(certification, everyMonths)
    if (cycle.endsOn < requiredFrom)
      return [{ kind: 'not-owed', requirement, reason: 'not-this-time', requiredFrom }]
    return [lineIn(holder, requirement, minimum, periodOfMonths(rule, cycle, everyMonths), unit, amount)]
  }
  const periods = once ? [lifeUntil(rule, cycle)] : holder.periods
  return periods.map((period) => lineIn(holder, requirement, minimum, period, unit, amount))
}

function sponsorLines(holder: Holder): AskedLine[] {
  const sponsors = holder.rule.limits.filter((limit) => limit.kind === 'sponsor-least')
  return sponsors.flatMap(({ sponsor, hours }) =>
    holder.periods.map((period) =>
      lineIn(holder, { kind: 'sponsor', sponsor }, null, period, 'hours', hours),
    ),
  )
}

function lineIn(
  { rule, cycle, certification }: Holder,
  requirement: Requirement,
  minimum: CategoryMinimum | null,
  window: Period,
  unit: 'hours' | 'courses',
  amount: number,
): AskedLine {
  const owed = isEducationRequired(rule, cycle, certification, window)
  if (owed.kind === 'not-owed') return { ...owed, requirement }
  if (owed.amount === null) return { kind: 'to-measure', requirement, minimum, window, unit, needed: amount }
  // A different total for the first term says nothing about the minimums.
  if (requirement.kind !== 'total') return unknown(requirement, 'first-term-not-read')
  return { kind: 'to-measure', requirement, minimum, window, unit, needed: owed.amount }
}
