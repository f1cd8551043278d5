/** Where today's pace leads: for each measured requirement the day it is met, and what would be missing at the end of the cycle. */
import { addDays, compareDates, maxDate, type PlainDate } from '../calendar/plain-date.ts'
import { PACE_WINDOW_DAYS, projections, type Pace } from './hours/projection.ts'
import type { RenewalMatter } from './requirements/renewal-matter.ts'
import { isMeasured, type MeasuredRequirement } from './requirements/requirement-result.ts'
import { educationRequirements } from './requirements/requirements.ts'

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

/** One for each measured requirement that is asked in courses, in the same order. */
export function forecast(matter: RenewalMatter, today: PlainDate): RequirementForecast[] {
  const steps = plannedSteps(matter, today)
  return projections(matter, today).map(({ requirement, pace, projectedShortBy }, place) => {
    const reached = steps.map(({ on, results }) => ({ on, hours: reachedBy(results[place]) }))
    return {
      ...requirement,
      hoursPerYearAtPace: (pace.hours * PACE_WINDOW_DAYS) / pace.days,
      metOn: metOn(requirement, reached, pace, today),
      projectedShortBy,
    }
  })
}

interface PlannedStep {
  readonly on: PlainDate
  readonly results: readonly MeasuredRequirement[]
}

/** What will be reached with the planned courses up to each of their days, today first. */
function plannedSteps(matter: RenewalMatter, today: PlainDate): PlannedStep[] {
  const ahead = matter.credits.filter(({ heldOn, planned }) => planned && today < heldOn)
  const days = [...new Set([today, ...ahead.map(({ heldOn }) => heldOn)])].sort(compareDates)
  return days.map((on) => {
    const credits = matter.credits.filter(({ heldOn, planned }) => !planned || heldOn <= on)
    return { on, results: educationRequirements({ ...matter, credits }, today).filter(isMeasured) }
  })
}

const reachedBy = (result: MeasuredRequirement | undefined): number =>
  result ? result.earned + result.planned : 0

function metOn(
  { needed, shortBy, window }: MeasuredRequirement,
  reached: readonly { readonly on: PlainDate; readonly hours: number }[],
  pace: Pace,
  today: PlainDate,
): MetOn {
  if (shortBy === 0) return { kind: 'met' }
  for (const [place, { on, hours }] of reached.entries()) {
    const daysNeeded = hours >= needed ? 0 : Math.ceil(((needed - hours) * pace.days) / pace.hours)
    if (daysNeeded > FORECAST_HORIZON_DAYS) continue
    const metOn = maxDate(on, addDays(today, daysNeeded))
    const next = reached[place + 1]
    if (!next || metOn < next.on) return { kind: 'on', on: metOn, withinCycle: metOn <= window.endsOn }
  }
  return { kind: 'not-at-this-pace' }
}
