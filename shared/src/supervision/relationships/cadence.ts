import {
  addDays,
  daysBetween,
  maxDate,
  minDate,
  startOfWeek,
  type PlainDate,
} from '../../calendar/plain-date.ts'
import { daysOf, type Period } from '../../calendar/period.ts'

/** How often a relationship can ask for a session: from every day to once a year. */
export const CADENCE_DAYS = { from: 1, to: 366 } as const

export interface RelationshipRhythm {
  /** At most so many days lie between two sessions. */
  readonly cadenceDays: number
  readonly startedOn: PlainDate
  readonly lastHeldOn: PlainDate | null
  /** Planned absences of the peer, both days included: the clock stands still on them. The supervisor's ask for cover. */
  readonly pauses: readonly Period[]
}

/** The day from which a cadence is counted. */
export const DueRule = { FROM_LAST_SESSION: 'FROM_LAST_SESSION', FROM_START: 'FROM_START' } as const
export type DueRule = (typeof DueRule)[keyof typeof DueRule]

/** The rule behind a due day, to be quoted beside it. */
export interface DueReason {
  readonly rule: DueRule
  readonly cadenceDays: number
  readonly countedFrom: PlainDate
  /** Days that did not count because of planned absences. */
  readonly pausedDays: number
}

export const SupervisionDueKind = {
  /** Due in a later week. */
  ON_TRACK: 'ON_TRACK',
  /** Due from today to the Sunday of this week. */
  DUE_THIS_WEEK: 'DUE_THIS_WEEK',
  /** The due day is over. */
  OVERDUE: 'OVERDUE',
} as const
export type SupervisionDueKind = (typeof SupervisionDueKind)[keyof typeof SupervisionDueKind]

export type SupervisionDue =
  | { readonly kind: 'ON_TRACK' | 'DUE_THIS_WEEK'; readonly dueOn: PlainDate; readonly reason: DueReason }
  | { readonly kind: 'OVERDUE'; readonly dueOn: PlainDate; readonly days: number; readonly reason: DueReason }

/**
 * When the next session of one relationship is due: the cadence counted from the later of its start and the last held
 * session of its type, so that nobody is overdue on the first day. Days of planned absence count neither towards the
 * due day nor as overdue.
 */
export function supervisionDue(rhythm: RelationshipRhythm, today: PlainDate): SupervisionDue {
  const { startedOn, lastHeldOn } = rhythm
  const isFromSession = lastHeldOn !== null && startedOn <= lastHeldOn
  const countedFrom = isFromSession ? lastHeldOn : startedOn
  const pauses = withoutOverlaps(rhythm.pauses)
  const dueOn = dayAfterCounting(countedFrom, rhythm.cadenceDays, pauses)
  const reason: DueReason = {
    rule: isFromSession ? 'FROM_LAST_SESSION' : 'FROM_START',
    cadenceDays: rhythm.cadenceDays,
    countedFrom,
    pausedDays: daysBetween(countedFrom, dueOn) - rhythm.cadenceDays,
  }
  const days = countedDays(dueOn, today, pauses)
  if (days > 0) return { kind: 'OVERDUE', dueOn, days, reason }
  const sunday = addDays(startOfWeek(today), 6)
  return { kind: dueOn <= sunday ? 'DUE_THIS_WEEK' : 'ON_TRACK', dueOn, reason }
}

/** The day on which `days` days after `from` have been counted, with the paused ones left out. */
function dayAfterCounting(from: PlainDate, days: number, pauses: readonly Period[]): PlainDate {
  let reached = addDays(from, days)
  for (const pause of pauses) {
    if (pause.startsOn > reached) break
    reached = addDays(reached, pausedDays(from, pause.endsOn, pause))
  }
  return reached
}

/** Days after `from`, up to and with `to`, on which nobody was away; 0 when `to` is not later. */
function countedDays(from: PlainDate, to: PlainDate, pauses: readonly Period[]): number {
  const paused = pauses.reduce((sum, pause) => sum + pausedDays(from, to, pause), 0)
  return Math.max(0, daysBetween(from, to) - paused)
}

/** How many days of the pause lie after `from` and not after `to`. */
function pausedDays(from: PlainDate, to: PlainDate, pause: Period): number {
  const shared: Period = {
    startsOn: maxDate(addDays(from, 1), pause.startsOn),
    endsOn: minDate(to, pause.endsOn),
  }
  return Math.max(0, daysOf(shared))
}

/** Two absences that overlap (a holiday, and a course in it) stop the clock only once. */
function withoutOverlaps(pauses: readonly Period[]): Period[] {
  const merged: Period[] = []
  for (const pause of [...pauses].sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1))) {
    const last = merged.at(-1)
    if (!last || pause.startsOn > last.endsOn) merged.push(pause)
    else merged[merged.length - 1] = { startsOn: last.startsOn, endsOn: maxDate(last.endsOn, pause.endsOn) }
  }
  return merged
}
