import { type ValidationError, validateWholeNumber } from '../validation/validation-error.ts'

/** When news goes out by mail: at once, once a day or never, and not in the person's quiet hours. */
export const MailChoice = { AT_ONCE: 'AT_ONCE', DIGEST: 'DIGEST', NONE: 'NONE' } as const
export type MailChoice = (typeof MailChoice)[keyof typeof MailChoice]

export const MAIL_CHOICES = Object.values(MailChoice)

export interface MailTiming {
  readonly mail: MailChoice
  /** The full hour of the daily mail, 0-23. */
  readonly digestHour: number
  /** 'HH:MM' of the person's clock; the same time twice means no quiet hours. */
  readonly quietFrom: string
  readonly quietUntil: string
}

export const DEFAULT_MAIL_TIMING: MailTiming = {
  mail: MailChoice.AT_ONCE,
  digestHour: 8,
  quietFrom: '21:00',
  quietUntil: '07:00',
}

const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/

export function validateMailTiming({ digestHour, quietFrom, quietUntil }: MailTiming): ValidationError[] {
  const times = { quietFrom, quietUntil }
  return [
    ...validateWholeNumber('digestHour', digestHour, 0, 23),
    ...Object.entries(times)
      .filter(([, time]) => !TIME_OF_DAY.test(time))
      .map(([field]): ValidationError => ({ field, problem: 'not-an-option' })),
  ]
}

/**
 * The instant at which a mail about something that is decided now goes out; null: never. All that one person is due at
 * the same instant travels in one mail, so what the quiet hours held back arrives together.
 */
export function mailDueAt(now: Date, timing: MailTiming, timeZone: string): Date | null {
  const { mail, digestHour } = timing
  if (mail === MailChoice.NONE) return null
  const wanted = mail === MailChoice.DIGEST ? nextTimeOfDay(now, digestHour * 60, timeZone) : now
  return afterQuiet(wanted, timing, timeZone)
}

/**
 * The same for a reminder of the day, which is made soon after midnight: it waits for the hour that the person chose,
 * also where all else comes at once. After that hour it is late already and goes out when it may.
 */
export function reminderDueAt(now: Date, timing: MailTiming, timeZone: string): Date | null {
  if (timing.mail === MailChoice.NONE) return null
  const hour = Math.floor((localMinutes(now, timeZone) % DAY) / 60)
  const wanted = hour < timing.digestHour ? nextTimeOfDay(now, timing.digestHour * 60, timeZone) : now
  return afterQuiet(wanted, timing, timeZone)
}

/** Whether the person's clock reads a quiet time; quiet hours may run over midnight. */
export function isQuiet(at: Date, { quietFrom, quietUntil }: MailTiming, timeZone: string): boolean {
  const [from, until] = [minutesOf(quietFrom), minutesOf(quietUntil)]
  const reads = localMinutes(at, timeZone) % DAY
  return from <= until ? from <= reads && reads < until : reads >= from || reads < until
}

/** A change of clocks can lead from one quiet time into another, or to the same: each step is later, and they are few. */
function afterQuiet(at: Date, timing: MailTiming, timeZone: string): Date {
  let free = at
  for (let step = 0; step < MAX_STEPS && isQuiet(free, timing, timeZone); step++)
    free = nextTimeOfDay(new Date(free.getTime() + 1), minutesOf(timing.quietUntil), timeZone)
  return free
}

/**
 * The next instant, from now on, at which the clock reads so many minutes after midnight. Where a change of clocks
 * skips that reading, the clock reads as much later as it was put forward; where it comes twice, the first counts.
 */
function nextTimeOfDay(from: Date, minutes: number, timeZone: string): Date {
  const midnight = Math.floor(localMinutes(from, timeZone) / DAY) * DAY
  const earliest = from.getTime() / MINUTE
  for (const day of [0, 1, 2]) {
    const reading = midnight + day * DAY + minutes
    // Before and after a change of clocks nearby; on other days the two are equal.
    const [before, after] = [offsetAt(reading - DAY, timeZone), offsetAt(reading + DAY, timeZone)]
    const exact = [reading - before, reading - after]
      .filter((at) => at + offsetAt(at, timeZone) === reading)
      .sort((one, other) => one - other)
    const next = (exact.length > 0 ? exact : [reading - before]).find((at) => at >= earliest)
    if (next !== undefined) return new Date(next * MINUTE)
  }
  throw new RangeError(`no such time of day in ${timeZone}`)
}

const MINUTE = 60_000
const DAY = 1_440
const MAX_STEPS = 4

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** What the clock reads, as whole minutes since 1970 began on that clock. */
function localMinutes(at: Date, timeZone: string): number {
  const { year, month, day, hour, minute } = Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute', number>
  return Date.UTC(year, month - 1, day, hour, minute) / MINUTE
}

/** Minutes that the clock is ahead of UTC, at an instant in minutes. */
function offsetAt(at: number, timeZone: string): number {
  return localMinutes(new Date(at * MINUTE), timeZone) - at
}

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
