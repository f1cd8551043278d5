/** A day that an input tells of: a real one, not still to come, and not so long ago that it is a slip of the pen. */
import { addYears, isPlainDate, type PlainDate } from '../calendar/plain-date.ts'
import type { ValidationError } from './validation-error.ts'

/** Refuses a day after `today` or more than `oldestYears` before it; both bounds are allowed. */
export function validatePastDay(
  field: string,
  day: string,
  oldestYears: number,
  today: PlainDate,
): ValidationError[] {
  if (!isPlainDate(day)) return [{ field, problem: 'not-a-date' }]
  if (day > today) return [{ field, problem: 'in-the-future', limit: today }]
  const oldest = addYears(today, -oldestYears)
  return day < oldest ? [{ field, problem: 'too-long-ago', limit: oldest }] : []
}
