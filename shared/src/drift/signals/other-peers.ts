import { addDays, daysBetween, minDate, startOfWeek, type PlainDate } from '../../calendar/plain-date.ts'
import { DriftCause } from '../drift-causes.ts'
import { DriftSignal, MissingFact, measured, unknown, type SignalResult } from './signal.ts'
import { SIGNAL_THRESHOLDS } from './thresholds.ts'
import type { WeekFact } from './week-facts.ts'

/**
 * Days without other peers, as far as the weeks before today say so one after the other. A week with a meeting counts
 * until its last day, since the log does not say which day it was. A week that says nothing may hold a meeting.
 */
export function noOtherPeers(weeks: readonly WeekFact[], today: PlainDate): SignalResult {
  const signal = DriftSignal.NO_OTHER_PEERS
  const threshold = SIGNAL_THRESHOLDS[signal]
  const said = new Map(weeks.map((one) => [one.week, one]))
  const thisWeek = startOfWeek(today)
  const alone: WeekFact[] = []
  let monday = addDays(thisWeek, -7)
  for (let one = said.get(monday); one?.metPeers === false; one = said.get(monday)) {
    alone.push(one)
    monday = addDays(monday, -7)
  }
  const sinceMeeting = daysSinceMeeting(weeks, today)
  const figure = Math.min(
    sinceMeeting ?? Infinity,
    daysBetween(addDays(monday, 7), today) + meetingBefore(said, monday),
  )
  if (figure <= threshold && (sinceMeeting === null || sinceMeeting > threshold))
    return unknown(signal, 1, threshold, MissingFact.OTHER_PEERS)
  return measured({
    signal,
    version: 1,
    figure,
    threshold,
    entries: alone,
    suggestedCause: DriftCause.STRUCTURE,
  })
}

/** Since the last week in which the peer met others; null where no week says so. */
function daysSinceMeeting(weeks: readonly WeekFact[], today: PlainDate): number | null {
  const met = weeks.filter(({ week, metPeers }) => metPeers === true && week <= today)
  const last = met
    .map(({ week }) => week)
    .sort()
    .at(-1)
  return last === undefined ? null : daysBetween(minDate(addDays(last, 6), today), today)
}

/** One more day where the week before ends with a meeting, as far as is known: the Sunday itself. */
function meetingBefore(said: ReadonlyMap<PlainDate, WeekFact>, monday: PlainDate): number {
  return said.get(monday)?.metPeers === true ? 1 : 0
}
