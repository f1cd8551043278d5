import { addDays, dayOfWeek, type PlainDate } from '../../calendar/plain-date.ts'
import type { TimeOfDay } from '../../calendar/wall-clock.ts'
import { SessionModality } from '../sessions/session-formats.ts'
import type { SupervisionType } from '../supervision-types.ts'

/** The last session of a supervisor with a peer, planned or held. */
export interface LastMeeting {
  readonly day: PlainDate
  readonly time: TimeOfDay | null
  readonly minutes: number
  readonly modality: SessionModality
  readonly types: readonly SupervisionType[]
}

export interface SuggestedMeeting {
  readonly startsOn: PlainDate
  readonly startTime: TimeOfDay
  readonly minutes: number
  readonly modality: SessionModality
  readonly types: readonly SupervisionType[]
}

/** For the very first session: an hour at ten, our own choice. */
const FIRST = { time: '10:00', minutes: 60, modality: SessionModality.IN_PERSON } as const
const A_WEEK = 7

/**
 * The next session as the last one was: the same weekday, time, length and way, on the first such weekday that is after
 * today, and not in the week of the last one. `given` are the types that the supervisor gives to the peer now.
 */
export function suggestMeeting(
  last: LastMeeting | null,
  given: readonly SupervisionType[],
  today: PlainDate,
): SuggestedMeeting {
  const types = (last?.types ?? []).filter((type) => given.includes(type))
  return {
    startsOn: last ? sameWeekdayAfter(last.day, today) : addDays(today, A_WEEK),
    startTime: last?.time ?? FIRST.time,
    minutes: last?.minutes ?? FIRST.minutes,
    modality: last?.modality ?? FIRST.modality,
    types: types.length > 0 ? types : given.slice(0, 1),
  }
}

function sameWeekdayAfter(day: PlainDate, today: PlainDate): PlainDate {
  if (day >= today) return addDays(day, A_WEEK)
  const ahead = (dayOfWeek(day) - dayOfWeek(today) + A_WEEK) % A_WEEK
  return addDays(today, ahead === 0 ? A_WEEK : ahead)
}
