/** Where work and supervision lead at today's pace: by the cycle, or by the running one of the periods that ask for themselves. */
import { isWithin, type Period } from '../../calendar/period.ts'
import { addDays, daysBetween, maxDate, type PlainDate } from '../../calendar/plain-date.ts'
import type { PracticeRecord } from '../hours/ce-credit.ts'
import type { KnownCycle } from '../cycle/renewal-cycle.ts'
import { practiceLines, type PracticeLine } from '../requirements/practice.ts'
import type { RenewalCase } from '../requirements/renewal-case.ts'
import { isMeasured, type MeasuredRequirement } from '../requirements/requirement-result.ts'
import { isLateIn, isPastHalf } from '../status/late-in.ts'
import { PACE_WINDOW_DAYS, type Assessed, type Pace, type Projection } from './projection.ts'

/** Sessions are counted in minutes, so that no rounding can call what is met short. */
const MINUTES_PER_HOUR = 60

/** One for each measured line of practice, in the same order. */
export function practiceProjections(renewalCase: RenewalCase, today: PlainDate): Projection[] {
  const { cycle } = renewalCase
  if (cycle.kind === 'unknown' || renewalCase.rule.practice.length === 0) return []
  const startsOn = maxDate(cycle.startsOn, addDays(today, 1 - PACE_WINDOW_DAYS))
  const days = Math.max(1, daysBetween(startsOn, today) + 1)
  const lately = practiceLines({ ...renewalCase, practice: since(startsOn, renewalCase) }, today)
  return practiceLines(renewalCase, today).flatMap((line, place) => {
    if (!isMeasured(line.result)) return []
    const pace = { hours: earnedOf(lately[place]), days }
    return [{ requirement: line.result, pace, ...assess(line, line.result, pace, cycle, today) }]
  })
}

/**
 * Pace is what was done on its days, of each period at most what the period asks. What was done earlier in a period
 * takes nothing from it, although the period counts both together only up to its amount: otherwise entering an old
 * hour would slow the pace.
 */
function since(startsOn: PlainDate, { practice = null }: RenewalCase): PracticeRecord | null {
  return (
    practice && {
      sessions: practice.sessions?.filter(({ heldOn }) => heldOn >= startsOn) ?? null,
      serviceHours: practice.serviceHours?.filter(({ on }) => on >= startsOn) ?? null,
    }
  )
}

const earnedOf = (line: PracticeLine | undefined): number =>
  line && isMeasured(line.result) ? line.result.earned : 0

/** A period that is over stays as it is; of those to come, and of those before anything was kept, nothing is said. */
function assess(
  { asked, periods, keptFrom }: PracticeLine,
  { unit }: MeasuredRequirement,
  pace: Pace,
  cycle: KnownCycle,
  today: PlainDate,
): Assessed {
  const isLong = asked.per === 'cycle' || asked.per === 'year'
  // A month in which the first was entered may have begun elsewhere; a year is too long to let it go.
  const isKept = ({ startsOn, endsOn }: Period): boolean =>
    keptFrom === null || keptFrom <= (isLong ? endsOn : startsOn)
  const over = periods.filter((period) => period.endsOn < today && isKept(period))
  const missed = over.reduce((sum, { done }) => sum + asked.amount - done, 0)
  const running = periods.find((period) => isWithin(today, period))
  if (running === undefined) {
    return { projectedShortBy: missed, openNow: 0, dueBy: cycle.endsOn, missed, isAtRisk: missed > 0 }
  }
  const openNow = asked.amount - running.done
  const ahead = shortAtPace(openNow, pace, daysBetween(today, running.endsOn), unit)
  const isLate = isLong ? isLateIn(running, today) : isPastHalf(running, today)
  return {
    projectedShortBy: missed + ahead,
    openNow,
    dueBy: running.endsOn,
    missed,
    isAtRisk: missed > 0 || (ahead > 0 && isLate && isKept(running)),
  }
}

/** Sessions come whole, so what pace brings of them is taken to the nearest one. */
function shortAtPace(open: number, pace: Pace, daysLeft: number, unit: MeasuredRequirement['unit']): number {
  if (unit === 'sessions') return Math.max(0, open - Math.round((pace.hours * daysLeft) / pace.days))
  const short = minutes(open) * pace.days - minutes(pace.hours) * daysLeft
  return Math.max(0, short) / pace.days / MINUTES_PER_HOUR
}

/** In how many days pace brings what is open; endless where there is none. */
export function daysAtPace({ openNow, pace, requirement }: Projection): number {
  const open = requirement.unit === 'sessions' ? openNow - 0.5 : openNow
  return Math.ceil((minutes(open) * pace.days) / minutes(pace.hours))
}

const minutes = (hours: number): number => Math.round(hours * MINUTES_PER_HOUR)
