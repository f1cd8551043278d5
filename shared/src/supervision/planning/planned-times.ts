import { addDays, type PlainDate } from '../../calendar/plain-date.ts'
import { instantOf, wallClockOf, type TimeOfDay, type WallClock } from '../../calendar/wall-clock.ts'

/** When a planned session is: a day and a time of the organization's clock, and how long it lasts. */
export interface PlannedTime {
  readonly startsOn: PlainDate
  readonly startTime: TimeOfDay
  readonly minutes: number
}

/** After so many days somebody is asked whether it was held. Nothing is ever decided by the clock alone. */
export const UNANSWERED_DAYS = 14

const MINUTE_MS = 60_000

export function startOf(
  { startsOn, startTime }: Pick<PlannedTime, 'startsOn' | 'startTime'>,
  timeZone: string,
): Date {
  return instantOf({ day: startsOn, time: startTime }, timeZone)
}

/** Minutes pass on every clock alike: a session over midnight, or over a change of the clocks, lasts as long. */
export function endOf(planned: PlannedTime, timeZone: string): Date {
  return new Date(startOf(planned, timeZone).getTime() + planned.minutes * MINUTE_MS)
}

/** What the clocks show when it begins: later than planned where the planned time is skipped that day. */
export function shownStart(planned: PlannedTime, timeZone: string): WallClock {
  return wallClockOf(startOf(planned, timeZone), timeZone)
}

export function hasBegun(planned: PlannedTime, timeZone: string, now: Date): boolean {
  return startOf(planned, timeZone) <= now
}

/** Sessions of this day and before are asked about. */
export function unansweredThrough(today: PlainDate): PlainDate {
  return addDays(today, -UNANSWERED_DAYS)
}
