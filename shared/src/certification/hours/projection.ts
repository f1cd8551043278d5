/** What pace and planned courses leave open at the end of a cycle, for each measured requirement. */
import { addDays, daysBetween, maxDate, type PlainDate } from '../../calendar/plain-date.ts'
import type { KnownCycle } from '../renewal-cycle.ts'
import type { RenewalRule } from '../renewal-rule.ts'
import { isMeasured, requirementsOf, type CeCredit, type MeasuredRequirement } from '../requirements.ts'

/** Pace is the hours of so many days, or of the days since the cycle began. Source: Alongside's own definition of pace. */
export const PACE_WINDOW_DAYS = 365

export interface Pace {
  readonly hours: number
  readonly days: number
}

export interface Projection {
  readonly requirement: MeasuredRequirement
  readonly pace: Pace
  readonly projectedShortBy: number
}

export function projections(
  rule: RenewalRule,
  cycle: KnownCycle,
  credits: readonly CeCredit[],
  today: PlainDate,
): Projection[] {
  const daysLeft = Math.max(0, daysBetween(today, cycle.endsOn))
  const now = requirementsOf(rule, cycle, credits, today).filter(isMeasured)
  const paces = pacesOf(rule, cycle, credits, today, now)
  return now.map((requirement, place) => {
    const pace = paces[place] ?? { hours: 0, days: 1 }
    return { requirement, pace, projectedShortBy: shortByAtPace(requirement, pace, daysLeft) }
  })
}

/** What the hours of the pace window added to each requirement; hours beyond a minimum add nothing to it. */
function pacesOf(
  rule: RenewalRule,
  cycle: KnownCycle,
  credits: readonly CeCredit[],
  today: PlainDate,
  now: readonly MeasuredRequirement[],
): Pace[] {
  const startsOn = maxDate(cycle.startsOn, addDays(today, 1 - PACE_WINDOW_DAYS))
  const earlier = credits.filter(
    ({ heldOn, planned }) => !planned && cycle.startsOn <= heldOn && heldOn < startsOn,
  )
  const before = earlier.length === 0 ? [] : requirementsOf(rule, cycle, earlier, today).filter(isMeasured)
  const days = Math.max(1, daysBetween(startsOn, today) + 1)
  return now.map(({ earned }, place) => ({ hours: earned - (before[place]?.earned ?? 0), days }))
}

/** Multiplied before it is divided: whole quarter hours and days leave no rounding that could call a met hour short. */
function shortByAtPace(
  { needed, earned, planned }: MeasuredRequirement,
  pace: Pace,
  daysLeft: number,
): number {
  return Math.max(0, (needed - earned - planned) * pace.days - pace.hours * daysLeft) / pace.days
}
