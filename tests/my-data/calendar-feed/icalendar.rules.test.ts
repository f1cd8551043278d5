import ICAL from 'ical.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarFile, type CalendarEvent } from '../../../shared/src/calendar/icalendar.ts'
import { addDays } from '../../../shared/src/calendar/plain-date.ts'
import { instantOf, isSkipped } from '../../../shared/src/calendar/wall-clock.ts'

// Read back by a parser that others wrote, with the time zone that stands in the file and no other.

const NOW = new Date('2026-06-17T13:00:00Z')
const event = (over: Partial<CalendarEvent> = {}): CalendarEvent => ({
  ...{
    uid: 'session-1@localhost',
    sequence: 0,
    changedAt: NOW,
    title: 'Supervision session',
    isCancelled: false,
  },
  when: { start: { day: '2026-06-24', time: '14:00' }, minutes: 45 },
  ...over,
})
const file = (timeZone: string, events: CalendarEvent[]): string =>
  calendarFile({ name: 'Alongside, Harbor Peers', timeZone, events, today: '2026-06-17' })

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!)
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const found = new ICAL.Event(component)
    const start = found.startDate.clone()
    if (!start.isDate) start.zone = zone
    return { found, start: start.toJSDate(), component }
  })
}

describe('a calendar file', () => {
  it('has times of the zone, whole days, changes counted, and cancelled ones as such', () => {
    const [session, cancelled, due] = read(
      file('America/New_York', [
        event(),
        event({ uid: 'session-2@localhost', sequence: 3, isCancelled: true }),
        event({ uid: 'due-1@localhost', title: 'Supervision due', when: { day: '2026-06-30' } }),
      ]),
    )
    expect(session?.start.toISOString()).toBe('2026-06-24T18:00:00.000Z')
    expect(session?.found.duration.toSeconds()).toBe(45 * 60)
    expect(session?.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect(cancelled?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(cancelled?.found.sequence).toBe(3)
    expect(due?.found.startDate.isDate).toBe(true)
    expect(due?.found.startDate.toString()).toBe('2026-06-30')
    expect(due?.found.endDate.toString()).toBe('2026-07-01')
  })

  it('means the same instants as the program, over every change of the clocks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('America/New_York', 'America/Los_Angeles', 'Pacific/Honolulu', 'America/Phoenix'),
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 0, max: 1_439 }),
        (zone, ahead, minute) => {
          const pad = (number: number) => String(number).padStart(2, '0')
          const start = {
            day: addDays('2026-01-01', ahead),
            time: `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`,
          }
          fc.pre(!isSkipped(start, zone))
          const [only] = read(file(zone, [event({ when: { start, minutes: 60 } })]))
          const [ours, theirs] = [instantOf(start, zone).getTime(), only?.start.getTime() ?? 0]
          // Of two equal times, ical.js takes the second one, unlike RFC 5545 (3.3.5).
          const isRepeated = instantOf(start, zone).getTime() + 3_600_000 === theirs
          expect(isRepeated || ours === theirs).toBe(true)
          if (isRepeated) expect(start.time >= '01:00' && start.time < '02:00').toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('folds lines at 75 octets, cuts no letter, and keeps what has a meaning in the format', () => {
    const title = 'Sesión, con Nguyễn Thị Hường; y «Kapiʻolani» 🌱 \\ otra línea\nFIN:VEVENT '.repeat(3)
    const text = file('America/New_York', [event({ title })])
    const lines = text.split('\r\n')
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text).not.toMatch(/[^\r]\n/)
    const [only] = read(text)
    expect(only?.found.summary).toBe(title)
  })

  it('is a calendar too where nothing is in it', () => {
    expect(read(file('Pacific/Honolulu', []))).toEqual([])
  })
})
