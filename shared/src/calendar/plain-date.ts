/** A day of the civil calendar without clock or time zone, written 'YYYY-MM-DD'; every date in Alongside is one of these. */
export type PlainDate = string

/** The years in which a day can stand; everything that the product keeps lies far inside them. */
export const FIRST_YEAR = 1900
export const LAST_YEAR = 2200

export const DayOfWeek = {
  MONDAY: 1,
  TUESDAY: 2,
  WEDNESDAY: 3,
  THURSDAY: 4,
  FRIDAY: 5,
  SATURDAY: 6,
  SUNDAY: 7,
} as const
export type DayOfWeek = (typeof DayOfWeek)[keyof typeof DayOfWeek]

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const MILLISECONDS_OF_A_DAY = 86_400_000

/** Whether a value is a day that exists: 2025-02-29 does not. */
export function isPlainDate(value: unknown): value is PlainDate {
  if (typeof value !== 'string') return false
  const parts = SHAPE.exec(value)
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return false
  return day >= 1 && day <= daysInMonth(year, month)
}

/** The day of these numbers; a day past the end of its month is refused, never carried over. */
export function plainDate(year: number, month: number, day: number): PlainDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  if (isPlainDate(text)) return text
  throw new RangeError(`${year}-${month}-${day} is not a day between ${FIRST_YEAR} and ${LAST_YEAR}`)
}

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4))
export const monthOf = (date: PlainDate): number => Number(date.slice(5, 7))
export const dayOf = (date: PlainDate): number => Number(date.slice(8, 10))

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days)
}

/**
 * Counts months from the anchor and clamps to the end of the month: 31 Jan + 1 = 28 or 29 Feb.
 * Always count from the anchor, never step by step: 31 Jan + 1 + 1 would become 28 Mar.
 */
export function addMonths(anchor: PlainDate, months: number): PlainDate {
  const monthIndex = yearOf(anchor) * 12 + (monthOf(anchor) - 1) + months
  const year = Math.floor(monthIndex / 12)
  const month = monthIndex - year * 12 + 1
  return plainDate(year, month, Math.min(dayOf(anchor), daysInMonth(year, month)))
}

/** 29 Feb 2028 + 2 years = 28 Feb 2030. */
export function addYears(anchor: PlainDate, years: number): PlainDate {
  return addMonths(anchor, years * 12)
}

/** How many whole months lie between two days, clamped as addMonths is: from 31 January to 28 February it is one. */
export function monthsBetween(from: PlainDate, to: PlainDate): number {
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from)
  return addMonths(from, months) > to ? months - 1 : months
}

/** Days from one day to another: 0 for the same day, negative when `to` lies before `from`. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Negative, zero or positive, as a sort wants it. */
export function compareDates(one: PlainDate, other: PlainDate): number {
  return one < other ? -1 : one > other ? 1 : 0
}

export function dayOfWeek(date: PlainDate): DayOfWeek {
  const sundayIsZero = new Date(dayNumber(date) * MILLISECONDS_OF_A_DAY).getUTCDay()
  return (sundayIsZero === 0 ? DayOfWeek.SUNDAY : sundayIsZero) as DayOfWeek
}

/** The Monday of the week in which the day lies. */
export function startOfWeek(date: PlainDate): PlainDate {
  return addDays(date, DayOfWeek.MONDAY - dayOfWeek(date))
}

export function startOfMonth(date: PlainDate): PlainDate {
  return plainDate(yearOf(date), monthOf(date), 1)
}

export function endOfMonth(date: PlainDate): PlainDate {
  return plainDate(yearOf(date), monthOf(date), daysInMonth(yearOf(date), monthOf(date)))
}

export const minDate = (one: PlainDate, other: PlainDate): PlainDate => (one <= other ? one : other)
export const maxDate = (one: PlainDate, other: PlainDate): PlainDate => (one >= other ? one : other)

function dayNumber(date: PlainDate): number {
  return Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date)) / MILLISECONDS_OF_A_DAY
}

function fromDayNumber(days: number): PlainDate {
  const date = new Date(days * MILLISECONDS_OF_A_DAY)
  return plainDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}
