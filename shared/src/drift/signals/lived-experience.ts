import type { PlainDate } from '../../calendar/plain-date.ts'
import { PEER_FUNCTIONS } from '../activities/activity-functions.ts'
import { DriftCause } from '../drift-causes.ts'
import { DriftSignal, MissingFact, measured, unknown, type SignalResult } from './signal.ts'
import { PAST_WEEKS_NEEDED, RECENT_WEEKS_NEEDED, SIGNAL_THRESHOLDS } from './thresholds.ts'
import { linesOf, pastWeeks, percentOf, quartersOf, recentWeeks, type WeekFact } from './week-facts.ts'

/**
 * By how many percent the share of work that draws on lived experience (the functions of LAPPA's table 1) has fallen
 * against the peer's own quarter before. Nobody is compared with anybody else. A share that grew is a fall of zero.
 */
export function fallingLivedExperience(weeks: readonly WeekFact[], today: PlainDate): SignalResult {
  const signal = DriftSignal.FALLING_LIVED_EXPERIENCE
  const threshold = SIGNAL_THRESHOLDS[signal]
  const recent = recentWeeks(weeks, today)
  const past = pastWeeks(weeks, today)
  if (recent.length < RECENT_WEEKS_NEEDED) return unknown(signal, 1, threshold, MissingFact.RECENT_WEEKS)
  if (past.length < PAST_WEEKS_NEEDED) return unknown(signal, 1, threshold, MissingFact.PAST_WEEKS)
  const now = timeOf(recent)
  const then = timeOf(past)
  // Both shares on one denominator, so that the figure is exact.
  const before = then.lived * now.all
  const after = now.lived * then.all
  return measured({
    ...{ signal, version: 1, threshold, suggestedCause: DriftCause.ASSIGNED_WORK },
    figure: Math.max(0, percentOf(before - after, before)),
    entries: recent,
  })
}

function timeOf(weeks: readonly WeekFact[]): { readonly lived: number; readonly all: number } {
  const lines = linesOf(weeks)
  const lived = lines.filter((line) => PEER_FUNCTIONS.includes(line.function))
  return { lived: quartersOf(lived), all: quartersOf(lines) }
}
