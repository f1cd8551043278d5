/** A stretch of days, both ends included; the weeks, months and cycles of the program are periods. */
import { daysBetween, type PlainDate } from './plain-date.ts'

export interface Period {
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate
}

export function isWithin(date: PlainDate, period: Period): boolean {
  return period.startsOn <= date && date <= period.endsOn
}

/** How many days the period holds, its first and last included. */
export function daysOf(period: Period): number {
  return daysBetween(period.startsOn, period.endsOn) + 1
}
