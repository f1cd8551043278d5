/** What a clock on the wall reads in a time zone, and the instant at which it reads that; with changes of the clocks. */
import { addDays, type PlainDate } from './plain-date.ts'

/** 'HH:MM', from 00:00 to 23:59. */
export type TimeOfDay = string

export interface WallClock {
  readonly day: PlainDate
  readonly time: TimeOfDay
}

const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/
const MINUTE = 60_000
const DAY = 1_440

export function isTimeOfDay(value: unknown): value is TimeOfDay {
  return typeof value === 'string' && TIME_OF_DAY.test(value)
}

export function minutesOfTime(time: TimeOfDay): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/**
 * The instant at which the clock reads this. Where a change of the clocks skips the reading, the clock reads as much
 * later as it was put forward; where it comes twice, the first one counts. RFC 5545 (3.3.5) says the same, so that a
 * calendar program shows the same instant.
 */
export function instantOf({ day, time }: WallClock, timeZone: string): Date {
  const reading = readingOf({ day, time })
  // Before and after a change of the clocks nearby; on other days the two are equal.
  const [before, after] = [offsetMinutes(reading - DAY, timeZone), offsetMinutes(reading + DAY, timeZone)]
  const exact = [reading - before, reading - after]
    .filter((at) => at + offsetMinutes(at, timeZone) === reading)
    .sort((one, other) => one - other)
  return new Date((exact[0] ?? reading - before) * MINUTE)
}

/** What the clock reads at an instant. */
export function wallClockOf(at: Date, timeZone: string): WallClock {
  const reading = Math.floor(at.getTime() / MINUTE) + offsetAt(at, timeZone)
  const minutes = ((reading % DAY) + DAY) % DAY
  return {
    day: addDays('1970-01-01', (reading - minutes) / DAY),
    time: `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`,
  }
}

/** True where a change of the clocks skips this reading: that day, nobody's clock ever shows it. */
export function isSkipped(wall: WallClock, timeZone: string): boolean {
  return wallClockOf(instantOf(wall, timeZone), timeZone).time !== wall.time
}

/** Minutes that the clock is ahead of UTC. */
export function offsetAt(at: Date, timeZone: string): number {
  return offsetMinutes(Math.floor(at.getTime() / MINUTE), timeZone)
}

/** The day and time as minutes since 1970 began on that clock. */
function readingOf({ day, time }: WallClock): number {
  return Date.parse(`${day}T${time}:00Z`) / MINUTE
}

function offsetMinutes(at: number, timeZone: string): number {
  const parts = Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(new Date(at * MINUTE))
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute', number>
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute) / MINUTE - at
}

const pad = (number: number): string => String(number).padStart(2, '0')

const clocks = new Map<string, Intl.DateTimeFormat>()
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const parts = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  } as const
  const clock = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...parts })
  clocks.set(timeZone, clock)
  return clock
}
