/** What pace and planned courses leave open at the end of the days of each requirement that is asked in courses. */
import { addDays, daysBetween, maxDate, type PlainDate } from '../../calendar/plain-date.ts'
import { isMeasured, type MeasuredRequirement } from '../requirements/requirement-result.ts'
import type { RenewalCase } from '../requirements/renewal-case.ts'
import { educationRequirements } from '../requirements/requirements.ts'
import { isLateIn } from '../status/late-in.ts'

/** Pace is the hours of so many days, or of the days since the cycle began. Source: Alongside's own definition of pace. */
export const PACE_WINDOW_DAYS = 365

export interface Pace {
  readonly hours: number
  readonly days: number
}

/** What is assessed today: a whole requirement, or the running period of an amount that each period asks for itself. */
export interface Assessed {
  /** What pace and planned courses leave open on the last day. */
  readonly projectedShortBy: number
  /** Still open today of what is due by that day. */
  readonly openNow: number
  readonly dueBy: PlainDate
  /** What periods that are over lack: short for good. */
  readonly missed: number
  readonly isAtRisk: boolean
}

export interface Projection extends Assessed {
  readonly requirement: MeasuredRequirement
  readonly pace: Pace
}

/** A yearly amount is assessed by its year, everything else by the cycle; years to come are not assessed yet. */
export function courseProjections(renewalCase: RenewalCase, today: PlainDate): Projection[] {
  const now = educationRequirements(renewalCase, today).filter(isMeasured)
  const before = hoursBeforePace(renewalCase, today, now)
  return now.map((requirement, place) => {
    const startsOn = paceStart(requirement, renewalCase, today)
    const pace = {
      hours: Math.max(0, requirement.earned - (before[place] ?? 0)),
      days: Math.max(1, daysBetween(startsOn, today) + 1),
    }
    return { requirement, pace, ...assess(requirement, pace, renewalCase, today) }
  })
}

function assess(
  requirement: MeasuredRequirement,
  pace: Pace,
  { cycle }: RenewalCase,
  today: PlainDate,
): Assessed {
  const { window, shortBy } = requirement
  const startsOn = cycle.kind === 'known' ? maxDate(window.startsOn, cycle.startsOn) : window.startsOn
  const projectedShortBy = shortByAtPace(requirement, pace, today)
  const isAtRisk = projectedShortBy > 0 && isLateIn({ startsOn, endsOn: window.endsOn }, today)
  return { projectedShortBy, openNow: shortBy, dueBy: window.endsOn, missed: 0, isAtRisk }
}

function paceStart({ window }: MeasuredRequirement, { cycle }: RenewalCase, today: PlainDate): PlainDate {
  const cycleStart = cycle.kind === 'known' ? cycle.startsOn : window.startsOn
  return maxDate(maxDate(window.startsOn, cycleStart), addDays(today, 1 - PACE_WINDOW_DAYS))
}

/** What each requirement had before its pace began; hours beyond a minimum add nothing to it. */
function hoursBeforePace(
  renewalCase: RenewalCase,
  today: PlainDate,
  now: readonly MeasuredRequirement[],
): number[] {
  const starts = now.map((requirement) => paceStart(requirement, renewalCase, today))
  const byStart = new Map<PlainDate, readonly MeasuredRequirement[]>()
  for (const start of starts) {
    if (byStart.has(start)) continue
    const credits = renewalCase.credits.filter(({ heldOn, planned }) => !planned && heldOn < start)
    byStart.set(start, educationRequirements({ ...renewalCase, credits }, today).filter(isMeasured))
  }
  return starts.map((start, place) => byStart.get(start)?.[place]?.earned ?? 0)
}

/**
 * Multiplied before it is divided: whole quarter hours and days leave no rounding that could call a met hour short.
 * Days that have not begun have no pace yet, so nothing is said of them.
 */
function shortByAtPace(
  { needed, earned, planned, window }: MeasuredRequirement,
  pace: Pace,
  today: PlainDate,
): number {
  if (today < window.startsOn) return 0
  const daysLeft = Math.max(0, daysBetween(today, window.endsOn))
  return Math.max(0, (needed - earned - planned) * pace.days - pace.hours * daysLeft) / pace.days
}
