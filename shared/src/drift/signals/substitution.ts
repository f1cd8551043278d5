import type { PlainDate } from '../../calendar/plain-date.ts'
import { ActivityFunction } from '../activities/activity-functions.ts'
import { DriftCause } from '../drift-causes.ts'
import { RoleAnswer } from '../role-agreement/role-agreement.ts'
import { DriftSignal, MissingFact, measured, unknown, type SignalResult } from './signal.ts'
import { RECENT_WEEKS_NEEDED, SIGNAL_THRESHOLDS } from './thresholds.ts'
import { type LineFact, linesOf, percentOf, quartersOf, recentWeeks, type WeekFact } from './week-facts.ts'

// A peer stands in for somebody else. Which activities count is a reading, ours or the organization's; where the role
// agreement says that an activity is part of the role, the agreement is right and the activity does not count.

export function clinicalSubstitution(weeks: readonly WeekFact[], today: PlainDate): SignalResult {
  return standsInFor(ActivityFunction.CLINICAL, DriftSignal.CLINICAL_SUBSTITUTION, weeks, today)
}

export function surveillance(weeks: readonly WeekFact[], today: PlainDate): SignalResult {
  return standsInFor(ActivityFunction.SURVEILLANCE, DriftSignal.SURVEILLANCE, weeks, today)
}

export function errands(weeks: readonly WeekFact[], today: PlainDate): SignalResult {
  return standsInFor(ActivityFunction.ERRAND, DriftSignal.ERRANDS, weeks, today)
}

function standsInFor(
  kind: ActivityFunction,
  signal: 'CLINICAL_SUBSTITUTION' | 'SURVEILLANCE' | 'ERRANDS',
  weeks: readonly WeekFact[],
  today: PlainDate,
): SignalResult {
  const threshold = SIGNAL_THRESHOLDS[signal]
  const recent = recentWeeks(weeks, today)
  if (recent.length < RECENT_WEEKS_NEEDED) return unknown(signal, 1, threshold, MissingFact.RECENT_WEEKS)
  const counts = (line: LineFact) => line.function === kind && line.role !== RoleAnswer.PART_OF_ROLE
  const lines = linesOf(recent)
  return measured({
    ...{ signal, version: 1, threshold, suggestedCause: DriftCause.ASSIGNED_WORK },
    figure: percentOf(quartersOf(lines.filter(counts)), quartersOf(lines)),
    entries: recent.filter(({ lines: each }) => each.some(counts)),
  })
}
