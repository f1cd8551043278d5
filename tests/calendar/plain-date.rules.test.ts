import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  compareDates,
  dayOf,
  dayOfWeek,
  daysBetween,
  endOfMonth,
  isPlainDate,
  maxDate,
  minDate,
  monthOf,
  plainDate,
  startOfMonth,
  startOfWeek,
  yearOf,
} from '@alongside/shared/calendar/plain-date'
import { daysOf, isWithin } from '@alongside/shared/calendar/period'

const numRuns = process.env['ALONGSIDE_DRILLS'] ? 10_000 : 1_000
/** Long enough for all cases on a busy machine. */
const PROPERTY_TIMEOUT_MS = 120_000

const DAYS_2020_TO_2040 = daysBetween('2020-01-01', '2040-12-31')
const anyDay = fc.integer({ min: 0, max: DAYS_2020_TO_2040 }).map((days) => addDays('2020-01-01', days))
const monthEnd = anyDay.map(endOfMonth)
const leapDay = fc.constantFrom(
  '2020-02-29',
  '2024-02-29',
  '2028-02-29',
  '2032-02-29',
  '2036-02-29',
  '2040-02-29',
)
const day = fc.oneof(anyDay, monthEnd, leapDay)

describe('a plain date', () => {
  it.each(['2024-02-29', '2000-02-29', '1900-01-01', '2200-12-31'])('accepts the real day %s', (text) => {
    expect(isPlainDate(text)).toBe(true)
  })

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '1899-12-31',
    '2201-01-01',
    '2025-1-1',
    '2025-01-01T00:00:00Z',
    ' 2025-01-01',
    '2025-01-01\n',
    '',
    20250101,
    null,
    undefined,
    new Date(),
  ])('refuses %s', (value) => {
    expect(isPlainDate(value)).toBe(false)
  })

  it('is never made of numbers that are no day', () => {
    expect(() => plainDate(2025, 2, 29)).toThrow(RangeError)
    expect(() => addDays('2200-12-31', 1)).toThrow(RangeError)
  })

  it('clamps months and years to the end of the month, counted from the anchor', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
    expect(addMonths('2026-01-31', 2)).toBe('2026-03-31')
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
    expect(addYears('2028-02-29', 2)).toBe('2030-02-28')
    expect(addYears('2028-02-29', 4)).toBe('2032-02-29')
  })

  it('knows Monday weeks', () => {
    expect(dayOfWeek('2026-11-23')).toBe(1)
    expect(dayOfWeek('2026-11-22')).toBe(7)
    expect(startOfWeek('2026-11-22')).toBe('2026-11-16')
    expect(startOfWeek('2026-11-23')).toBe('2026-11-23')
  })

  it('does not lose a day where clocks change', () => {
    expect(addDays('2026-03-07', 2)).toBe('2026-03-09')
    expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2)
    expect(daysBetween('2026-10-31', '2026-11-02')).toBe(2)
  })
})

describe('every day from 2020 to 2040', () => {
  it(
    'is a day, and is given back by adding what lies between',
    () => {
      fc.assert(
        fc.property(day, fc.integer({ min: -4_000, max: 4_000 }), (date, days) => {
          const moved = addDays(date, days)
          expect(isPlainDate(moved)).toBe(true)
          expect(daysBetween(date, moved)).toBe(days)
          expect(addDays(moved, -days)).toBe(date)
          expect(compareDates(date, moved) < 0).toBe(days > 0)
          expect(compareDates(date, moved) === 0).toBe(days === 0)
        }),
        { numRuns },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )

  it(
    'moves by months to the same day or to the end of a shorter month',
    () => {
      fc.assert(
        fc.property(day, fc.integer({ min: -60, max: 60 }), (date, months) => {
          const moved = addMonths(date, months)
          const monthsApart = (yearOf(moved) - yearOf(date)) * 12 + monthOf(moved) - monthOf(date)
          expect(monthsApart).toBe(months)
          expect(
            dayOf(moved) === dayOf(date) || (dayOf(moved) < dayOf(date) && moved === endOfMonth(moved)),
          ).toBe(true)
        }),
        { numRuns },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )

  it(
    'lies between the edges of its week and month',
    () => {
      fc.assert(
        fc.property(day, (date) => {
          expect(dayOfWeek(startOfWeek(date))).toBe(1)
          expect(daysBetween(startOfWeek(date), date)).toBe(dayOfWeek(date) - 1)
          const month = { startsOn: startOfMonth(date), endsOn: endOfMonth(date) }
          expect(isWithin(date, month)).toBe(true)
          expect(isWithin(addDays(month.endsOn, 1), month)).toBe(false)
          expect(daysOf(month)).toBe(dayOf(month.endsOn))
          expect(addDays(month.endsOn, 1)).toBe(addMonths(month.startsOn, 1))
        }),
        { numRuns },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )

  it(
    'has an earlier and a later of two',
    () => {
      fc.assert(
        fc.property(day, day, (one, other) => {
          expect([minDate(one, other), maxDate(one, other)]).toEqual([one, other].sort(compareDates))
        }),
        { numRuns },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )
})
