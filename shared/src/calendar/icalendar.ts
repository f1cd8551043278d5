import { addDays, yearOf, type PlainDate } from './plain-date.ts'
import { changesOfClocks } from './clock-changes.ts'
import { instantOf, offsetAt, wallClockOf, type WallClock } from './wall-clock.ts'

// A calendar file as RFC 5545 has it. Written here, since it is five kinds of lines; the tests read it with a parser that
// others wrote.

export interface CalendarEvent {
  /** The same for as long as the event exists, so that a program updates it instead of adding another. */
  readonly uid: string
  /** Counts the changes. */
  readonly sequence: number
  readonly changedAt: Date
  readonly title: string
  readonly isCancelled: boolean
  /** A whole day, or a time of the calendar's zone with its length. */
  readonly when: { readonly day: PlainDate } | { readonly start: WallClock; readonly minutes: number }
}

export interface Calendar {
  readonly name: string
  readonly timeZone: string
  readonly events: readonly CalendarEvent[]
  /** Without events, the year whose changes of the clocks are told. */
  readonly today: PlainDate
}

export function calendarFile({ name, timeZone, events, today }: Calendar): string {
  const years = [today, ...events.map(dayOfEvent)].map(yearOf)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Alongside//Alongside//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    `X-WR-TIMEZONE:${timeZone}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...zoneLines(timeZone, Math.min(...years), Math.max(...years)),
    ...events.flatMap((event) => eventLines(event, timeZone)),
    'END:VCALENDAR',
  ]
  return lines.map(folded).join('\r\n') + '\r\n'
}

function dayOfEvent({ when }: CalendarEvent): PlainDate {
  return 'day' in when ? when.day : when.start.day
}

function eventLines(
  { uid, sequence, changedAt, title, isCancelled, when }: CalendarEvent,
  timeZone: string,
): string[] {
  const stamp = utc(changedAt)
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    ...('day' in when
      ? [
          `DTSTART;VALUE=DATE:${compact(when.day)}`,
          `DTEND;VALUE=DATE:${compact(addDays(when.day, 1))}`,
          'TRANSP:TRANSPARENT',
        ]
      : [`DTSTART;TZID=${timeZone}:${local(when.start)}`, `DURATION:PT${when.minutes}M`]),
    `SUMMARY:${escaped(title)}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
  ]
}

/**
 * Each change of the clocks by its day, from the year before the first event to the year after the last one, rather than
 * a rule for ever: what a government decides later comes with the next fetch.
 */
function zoneLines(timeZone: string, fromYear: number, toYear: number): string[] {
  const first = offsetAt(instantOf({ day: `${fromYear - 1}-01-01`, time: '00:00' }, timeZone), timeZone)
  const changes = changesOfClocks(timeZone, fromYear - 1, toYear + 1)
  const standard = Math.min(first, ...changes.map(({ to }) => to))
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${timeZone}`,
    ...observance({ day: '1970-01-01', time: '00:00' }, first, first, standard),
    ...changes.flatMap(({ at, from, to }) => observance(readAt(at, from), from, to, standard)),
    'END:VTIMEZONE',
  ]
}

function observance(start: WallClock, from: number, to: number, standard: number): string[] {
  const kind = to > standard ? 'DAYLIGHT' : 'STANDARD'
  return [
    `BEGIN:${kind}`,
    `DTSTART:${local(start)}`,
    `TZOFFSETFROM:${signed(from)}`,
    `TZOFFSETTO:${signed(to)}`,
    `END:${kind}`,
  ]
}

/** What a clock reads that is still on the offset before. */
function readAt(at: Date, offset: number): WallClock {
  return wallClockOf(new Date(at.getTime() + offset * 60_000), 'UTC')
}

const compact = (day: PlainDate): string => day.replaceAll('-', '')
const local = ({ day, time }: WallClock): string => `${compact(day)}T${time.replace(':', '')}00`
const utc = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '')

function signed(minutes: number): string {
  const size = Math.abs(minutes)
  const pad = (number: number) => String(number).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}${pad(size % 60)}`
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')
}

/** At most 75 octets a line (3.1), and no character cut in two. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > LINE_OCTETS) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n')
}
const LINE_OCTETS = 75

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
