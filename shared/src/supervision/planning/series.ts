import { addDays, daysBetween, type PlainDate } from '../../calendar/plain-date.ts'

// The days of a series are days of the wall calendar: a session at 2 PM stays at 2 PM over a change of the clocks.

/** A series names each of its sessions, so that each can be seen and moved before it is near. */
export const SERIES_TIMES = { from: 2, to: 52 } as const
/** Once a week to once a quarter. */
export const SERIES_WEEKS = { from: 1, to: 13 } as const
/** How long before its last session somebody is told that a series ends. */
export const SERIES_ENDING_DAYS = 14

export function seriesDays(startsOn: PlainDate, everyWeeks: number, times: number): PlainDate[] {
  return Array.from({ length: times }, (_, at) => addDays(startsOn, at * everyWeeks * 7))
}

export interface SeriesSession {
  readonly id: string
  readonly startsOn: PlainDate
  readonly seriesPosition: number
  readonly seriesWeeks: number
}

/**
 * The new days when a session of a series moves and all that follow move with it. Days are counted from the moved one by
 * position, never added up, so that what was left out in between stays left out.
 */
export function moveFromHere(
  moved: SeriesSession,
  following: readonly SeriesSession[],
  startsOn: PlainDate,
): { readonly id: string; readonly startsOn: PlainDate }[] {
  return [moved, ...following].map((each) => ({
    id: each.id,
    startsOn: addDays(startsOn, (each.seriesPosition - moved.seriesPosition) * moved.seriesWeeks * 7),
  }))
}

/** True from two weeks before the last session of a series on: then somebody plans further, or lets it end. */
export function isSeriesEnding(lastStartsOn: PlainDate, today: PlainDate): boolean {
  const days = daysBetween(today, lastStartsOn)
  return days >= 0 && days <= SERIES_ENDING_DAYS
}
