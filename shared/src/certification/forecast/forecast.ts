/** Where today's pace leads: for each measured requirement the day it is met, and what would be missing at the end. */
import { addDays, compareDates, maxDate, type PlainDate } from '../../calendar/plain-date.ts'
import { daysAtPace, practiceProjections } from './practice-projection.ts'
import {
  courseProjections,
  PACE_WINDOW_DAYS,
  type Assessed,
  type Pace,
  type Projection,
} from './projection.ts'
import type { RenewalCase } from '../requirements/renewal-case.ts'
import { isMeasured, type MeasuredRequirement } from '../requirements/requirement-result.ts'
import { educationRequirements } from '../requirements/requirements.ts'

/** A day further off than this is no forecast any more. Source: Alongside's own choice; the longest cycle read is 4 years. */
export const FORECAST_HORIZON_DAYS = 3_650

export type MetOn =
  | { readonly kind: 'met' }
  | { readonly kind: 'on'; readonly on: PlainDate; readonly withinCycle: boolean }
  | { readonly kind: 'not-at-this-pace' }
  /** Its days are over: no pace brings what they lack. */
  | { readonly kind: 'over' }

export interface RequirementForecast extends MeasuredRequirement, Assessed {
  /** In the unit of the requirement. */
  readonly hoursPerYearAtPace: number
  /** Of an amount that each period asks for itself: when the running period is met. */
  readonly metOn: MetOn
}

/** One for each measured requirement, in the same order. */
export function forecast(renewalCase: RenewalCase, today: PlainDate): RequirementForecast[] {
  const steps = plannedSteps(renewalCase, today)
  const courses = courseProjections(renewalCase, today).map((projection, place) => {
    const reached = steps.map(({ on, results }) => ({ on, hours: reachedBy(results[place]) }))
    const { requirement, pace, dueBy } = projection
    const isOver = dueBy < today && requirement.shortBy > 0
    return ahead(projection, isOver ? { kind: 'over' } : metOn(requirement, reached, pace, today))
  })
  const practice = practiceProjections(renewalCase, today).map((each) =>
    ahead(each, practiceMetOn(each, today)),
  )
  return [...courses, ...practice]
}

function ahead({ requirement, pace, ...assessed }: Projection, metOn: MetOn): RequirementForecast {
  const hoursPerYearAtPace = (pace.hours * PACE_WINDOW_DAYS) / pace.days
  return { ...requirement, ...assessed, hoursPerYearAtPace, metOn }
}

function practiceMetOn(projection: Projection, today: PlainDate): MetOn {
  const { openNow, missed, dueBy } = projection
  if (dueBy < today && missed > 0) return { kind: 'over' }
  if (missed > 0) return { kind: 'not-at-this-pace' }
  if (openNow === 0) return { kind: 'met' }
  const days = daysAtPace(projection)
  if (days > FORECAST_HORIZON_DAYS) return { kind: 'not-at-this-pace' }
  const on = addDays(today, days)
  return { kind: 'on', on, withinCycle: on <= dueBy }
}

interface PlannedStep {
  readonly on: PlainDate
  readonly results: readonly MeasuredRequirement[]
}

/** What will be reached with the planned courses up to each of their days, today first. */
function plannedSteps(renewalCase: RenewalCase, today: PlainDate): PlannedStep[] {
  const ahead = renewalCase.credits.filter(({ heldOn, planned }) => planned && today < heldOn)
  const days = [...new Set([today, ...ahead.map(({ heldOn }) => heldOn)])].sort(compareDates)
  return days.map((on) => {
    const credits = renewalCase.credits.filter(({ heldOn, planned }) => !planned || heldOn <= on)
    return { on, results: educationRequirements({ ...renewalCase, credits }, today).filter(isMeasured) }
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
