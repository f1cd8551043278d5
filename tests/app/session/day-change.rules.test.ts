import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { msUntilDayAfter } from '../../../web/src/app/session/day-change.ts'

const dayIn = (timeZone: string, at: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at)
const ZONES = [
  'America/New_York',
  'America/St_Johns',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'UTC',
]

describe('the time until the next day of a zone', () => {
  it.each([
    ['an hour before', 'America/New_York', '2026-06-17', '2026-06-18T03:00:00Z', 3_600_000],
    ['a day of 23 hours', 'America/New_York', '2026-03-08', '2026-03-08T05:00:00Z', 23 * 3_600_000],
    ['a day of 25 hours', 'America/New_York', '2026-11-01', '2026-11-01T04:00:00Z', 25 * 3_600_000],
    ['a day that is over', 'America/New_York', '2026-06-17', '2026-06-18T12:00:00Z', 0],
  ])('%s', (_what, zone, today, now, expected) => {
    expect(msUntilDayAfter(today, zone, new Date(now))).toBe(expected)
  })

  it('ends at the first instant that the calendar shows another day', () => {
    const from = Date.parse('2020-01-01T00:00:00Z')
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: from, max: Date.parse('2041-01-01T00:00:00Z') }),
        (zone, now) => {
          const wait = msUntilDayAfter(dayIn(zone, now), zone, new Date(now))
          expect(wait).toBeGreaterThan(0)
          expect(dayIn(zone, now + wait) > dayIn(zone, now)).toBe(true)
          expect(dayIn(zone, now + wait - 1)).toBe(dayIn(zone, now))
        },
      ),
      { numRuns: 300 },
    )
  })
})
