import { isPlainDate, startOfWeek, addDays, type PlainDate } from '../../calendar/plain-date.ts'
import { validateWholeNumber, type ValidationError } from '../../validation/validation-error.ts'

/** Ten hours are more paid time for reflection than any agreement gives for a week. */
export const REFLECTION_MINUTES = { from: 0, to: 600 } as const
/** A timesheet is put right within a month. */
export const WEEKS_TO_LOG = 5

export interface ReflectionTimeInput {
  readonly weekStart: string
  readonly minutes: number
}

/** The Mondays for which time can be logged today, the current week first. */
export function weeksToLog(today: PlainDate): PlainDate[] {
  const monday = startOfWeek(today)
  return Array.from({ length: WEEKS_TO_LOG }, (_, back) => addDays(monday, -7 * back))
}

/** Zero removes what was logged. */
export function validateReflectionTime(
  { weekStart, minutes }: ReflectionTimeInput,
  today: PlainDate,
): ValidationError[] {
  const weeks = weeksToLog(today)
  const [newest, oldest] = [weeks[0] ?? today, weeks.at(-1) ?? today]
  const asked = Number.isInteger(minutes) ? minutes : -1
  return [
    ...validateWholeNumber('minutes', asked, REFLECTION_MINUTES.from, REFLECTION_MINUTES.to),
    ...weekErrors(weekStart, newest, oldest, weeks),
  ]
}

function weekErrors(
  weekStart: string,
  newest: PlainDate,
  oldest: PlainDate,
  weeks: readonly PlainDate[],
): ValidationError[] {
  const field = 'weekStart'
  if (!isPlainDate(weekStart)) return [{ field, problem: 'not-a-date' }]
  if (weekStart > newest) return [{ field, problem: 'in-the-future', limit: newest }]
  if (weekStart < oldest) return [{ field, problem: 'too-long-ago', limit: oldest }]
  return weeks.includes(weekStart) ? [] : [{ field, problem: 'not-an-option' }]
}
