/** Where today's pace leads: for each measured requirement the day it is met, and what would be missing at the end of the cycle. */
import { addDays, compareDates, daysBetween, maxDate, type PlainDate } from '../calendar/plain-date.ts'
import type { KnownCycle, RenewalCycle } from './renewal-cycle.ts'
import type { RenewalRule } from './renewal-rule.ts'
import { isMeasured, requirementsOf, type CeCredit, type MeasuredRequirement } from './requirements.ts'

/** Pace is the hours of so many days, or of the days since the cycle began. Source: Alongside's own definition of pace. */
export const PACE_WINDOW_DAYS = 365

/** A day further off than this is no forecast any more. Source: Alongside's own choice; the longest cycle read is 4 years. */
export const FORECAST_HORIZON_DAYS = 3_650

export type MetOn =
  | { readonly kind: 'met' }
  | { readonly kind: 'on'; readonly on: PlainDate; readonly withinCycle: boolean }
  | { readonly kind: 'not-at-this-pace' }

export interface RequirementForecast extends MeasuredRequirement {
  readonly hoursPerYearAtPace: number
  readonly metOn: MetOn
  /** What pace and planned courses leave open on the last day of the cycle. */
  readonly projectedShortBy: number
}

interface Pace {
  readonly hours: number
  readonly days: number
}

export function forecast(
  rule: RenewalRule,
  cycle: RenewalCycle,
  credits: readonly CeCredit[],
  today: PlainDate,
): RequirementForecast[] {
  if (cycle.kind === 'unknown') return []
  const now = requirementsOf(rule, cycle, credits, today).filter(isMeasured)
  const paces = pacesOf(rule, cycle, credits, today, now)
  const steps = plannedSteps(rule, cycle, credits, today)
  return now.map((requirement, place) => {
    const pace = paces[place] ?? { hours: 0, days: 1 }
    const reached = steps.map(({ on, results }) => ({ on, hours: reachedBy(results[place]) }))
    return {
      ...requirement,
      hoursPerYearAtPace: (pace.hours * PACE_WINDOW_DAYS) / pace.days,
      metOn: metOn(requirement, reached, pace, today, cycle),
      projectedShortBy: projectedShortBy(requirement, pace, Math.max(0, daysBetween(today, cycle.endsOn))),
    }
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
  const earlier = credits.filter(({ heldOn, planned }) => !planned && heldOn < startsOn)
  const before = requirementsOf(rule, cycle, earlier, today).filter(isMeasured)
  const days = Math.max(1, daysBetween(startsOn, today) + 1)
  return now.map(({ earned }, place) => ({ hours: earned - (before[place]?.earned ?? 0), days }))
}

/** Multiplied before it is divided: whole quarter hours and days leave no rounding that could call a met hour short. */
function projectedShortBy(
  { needed, earned, planned }: MeasuredRequirement,
  pace: Pace,
  daysLeft: number,
): number {
  return Math.max(0, (needed - earned - planned) * pace.days - pace.hours * daysLeft) / pace.days
}

interface PlannedStep {
  readonly on: PlainDate
  readonly results: readonly MeasuredRequirement[]
}

/** What will be reached with the planned courses up to each of their days, today first. */
function plannedSteps(
  rule: RenewalRule,
  cycle: KnownCycle,
  credits: readonly CeCredit[],
  today: PlainDate,
): PlannedStep[] {
  const ahead = credits.filter(({ heldOn, planned }) => planned && today < heldOn && heldOn <= cycle.endsOn)
  const days = [...new Set([today, ...ahead.map(({ heldOn }) => heldOn)])].sort(compareDates)
  return days.map((on) => {
    const until = credits.filter(({ heldOn, planned }) => !planned || heldOn <= on)
    return { on, results: requirementsOf(rule, cycle, until, today).filter(isMeasured) }
  })
}

const reachedBy = (result: MeasuredRequirement | undefined): number =>
  result ? result.earned + result.planned : 0

function metOn(
  { needed, shortBy }: MeasuredRequirement,
  reached: readonly { readonly on: PlainDate; readonly hours: number }[],
  pace: Pace,
  today: PlainDate,
  cycle: KnownCycle,
): MetOn {
  if (shortBy === 0) return { kind: 'met' }
  for (const [place, { on, hours }] of reached.entries()) {
    const daysNeeded = hours >= needed ? 0 : Math.ceil(((needed - hours) * pace.days) / pace.hours)
    if (daysNeeded > FORECAST_HORIZON_DAYS) continue
    const metOn = maxDate(on, addDays(today, daysNeeded))
    const next = reached[place + 1]
    if (!next || metOn < next.on) return { kind: 'on', on: metOn, withinCycle: metOn <= cycle.endsOn }
  }
  return { kind: 'not-at-this-pace' }
}
