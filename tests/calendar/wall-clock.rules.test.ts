import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../shared/src/calendar/plain-date.ts'
import {
  instantOf,
  isSkipped,
  isTimeOfDay,
  offsetAt,
  wallClockOf,
} from '../../shared/src/calendar/wall-clock.ts'

const ZONES = [
  'America/New_York',
  'America/Los_Angeles',
  'Pacific/Honolulu',
  'America/Phoenix',
  'Asia/Kathmandu',
]
/** Half of them are days on which the clocks change in the United States. */
const DAY = fc.oneof(
  fc.constantFrom('2026-03-08', '2026-11-01', '2027-03-14', '2027-11-07'),
  fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2024-01-01', days)),
)
const TIME = fc
  .tuple(
    fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 23 })),
    fc.integer({ min: 0, max: 59 }),
  )
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))

describe('the clock on the wall', () => {
  it.each([
    ['2026-06-24', '14:00', 'America/New_York', '2026-06-24T18:00:00.000Z'],
    ['2026-12-01', '14:00', 'America/New_York', '2026-12-01T19:00:00.000Z'],
    ['2026-12-01', '14:00', 'Pacific/Honolulu', '2026-12-02T00:00:00.000Z'],
    // The clocks jump from 2 to 3: 2:30 is never shown, and 3:30 is.
    ['2027-03-14', '02:30', 'America/New_York', '2027-03-14T07:30:00.000Z'],
    // It is 1:30 twice; the first one counts.
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['2026-11-01', '02:00', 'America/New_York', '2026-11-01T07:00:00.000Z'],
  ])('reads %s %s in %s at %s', (day, time, zone, instant) => {
    expect(instantOf({ day, time }, zone).toISOString()).toBe(instant)
  })

  it('knows a time that a change of the clocks skips', () => {
    expect(isSkipped({ day: '2027-03-14', time: '02:30' }, 'America/New_York')).toBe(true)
    expect(
      wallClockOf(instantOf({ day: '2027-03-14', time: '02:30' }, 'America/New_York'), 'America/New_York'),
    ).toEqual({
      day: '2027-03-14',
      time: '03:30',
    })
    expect(isSkipped({ day: '2027-03-14', time: '03:00' }, 'America/New_York')).toBe(false)
    expect(isSkipped({ day: '2027-03-14', time: '02:30' }, 'Pacific/Honolulu')).toBe(false)
  })

  it('comes back to every time that is shown, in any zone, and is later by the jump for any other', () => {
    fc.assert(
      fc.property(DAY, TIME, fc.constantFrom(...ZONES), (day, time, zone) => {
        const at = instantOf({ day, time }, zone)
        const shown = wallClockOf(at, zone)
        if (shown.time === time) expect(shown.day).toBe(day)
        else expect(offsetAt(at, zone) - offsetAt(new Date(at.getTime() - 3_600_000 * 3), zone)).toBe(60)
      }),
      { numRuns: 5_000 },
    )
  })

  it('is the earliest instant that reads so', () => {
    fc.assert(
      fc.property(DAY, TIME, fc.constantFrom(...ZONES), (day, time, zone) => {
        const at = instantOf({ day, time }, zone)
        const hourBefore = wallClockOf(new Date(at.getTime() - 3_600_000), zone)
        expect(hourBefore).not.toEqual(wallClockOf(at, zone))
      }),
      { numRuns: 5_000 },
    )
  })

  it.each(['24:00', '9:00', '12:60', '', '12:00:00', null])('does not take %s for a time', (text) => {
    expect(isTimeOfDay(text)).toBe(false)
  })
})
