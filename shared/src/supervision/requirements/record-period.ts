import { addDays, daysBetween, isPlainDate, type PlainDate } from '../../calendar/plain-date.ts'
import type { ValidationError } from '../../validation/validation-error.ts'

/** Three years and a little: as far as a funder's audit reaches back at once. */
export const RECORD_DAYS = 1_100
/** What is shown before anybody chooses: a quarter. */
export const RECORD_DAYS_AT_FIRST = 90

export interface RecordPeriod {
  readonly from: string
  readonly to: string
}

export function validateRecordPeriod({ from, to }: RecordPeriod): ValidationError[] {
  if (!isPlainDate(from)) return [{ field: 'from', problem: 'not-a-date' }]
  if (!isPlainDate(to)) return [{ field: 'to', problem: 'not-a-date' }]
  if (to < from) return [{ field: 'to', problem: 'before-its-start', limit: from }]
  return daysBetween(from, to) >= RECORD_DAYS
    ? [{ field: 'to', problem: 'too-far-ahead', limit: addDays(from, RECORD_DAYS - 1) }]
    : []
}

export function lastQuarter(today: PlainDate): RecordPeriod {
  return { from: addDays(today, -RECORD_DAYS_AT_FIRST), to: today }
}
