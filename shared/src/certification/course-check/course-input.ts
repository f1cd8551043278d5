/** What is refused of a course, whether it was taken or is only asked about; knows no credential, so that a form stays light. */
import { validateLine } from '../../validation/one-line.ts'
import { addYears, isPlainDate, type PlainDate } from '../../calendar/plain-date.ts'
import { validateChoice, type ValidationError } from '../../validation/validation-error.ts'
import { CE_CATEGORIES } from '../catalogue/ce-category.ts'
import { QUARTERS_PER_HOUR } from '../hours/credit-hours.ts'
import { COURSE_CONTENTS } from '../rules/limits.ts'

export const CE_TITLE_LIMIT = 200
export const CE_PROVIDER_LIMIT = 200
export const CE_OLDEST_YEARS = 10
export const CE_HOURS_STEP = 1 / QUARTERS_PER_HOUR
export const CE_HOURS_MOST = 200
/** So far ahead a course may be asked about. */
export const COURSE_AHEAD_YEARS = 5

export interface CourseInput {
  readonly title?: string | null
  readonly provider?: string | null
  readonly heldOn: string
  readonly hours: number
  readonly categories: readonly string[]
  readonly contents?: readonly string[]
}

/** Everything but the day, which a record and a question bound differently. */
export function validateCourse({
  title,
  provider,
  hours,
  categories,
  contents = [],
}: CourseInput): ValidationError[] {
  return [
    ...validateLine('title', title, CE_TITLE_LIMIT),
    ...validateLine('provider', provider, CE_PROVIDER_LIMIT),
    ...validateHours(hours),
    ...(categories.length === 0 ? [{ field: 'categories', problem: 'too-few', limit: 1 } as const] : []),
    ...validateChoice('categories', categories, CE_CATEGORIES),
    ...validateChoice('contents', contents, COURSE_CONTENTS),
  ]
}

/** A course that is only asked about may lie ahead. */
export function validateCourseQuestion(input: CourseInput, today: PlainDate): ValidationError[] {
  return [...validateCourse(input), ...validateDay(input.heldOn, today)]
}

function validateDay(heldOn: string, today: PlainDate): ValidationError[] {
  const field = 'heldOn'
  if (!isPlainDate(heldOn)) return [{ field, problem: 'not-a-date' }]
  const [oldest, latest] = [addYears(today, -CE_OLDEST_YEARS), addYears(today, COURSE_AHEAD_YEARS)]
  if (heldOn < oldest) return [{ field, problem: 'too-long-ago', limit: oldest }]
  return heldOn > latest ? [{ field, problem: 'too-far-ahead', limit: latest }] : []
}

/** Hours are counted in quarters: one is the least, and a number between two of them is none. */
function validateHours(hours: number): ValidationError[] {
  const field = 'hours'
  if (!Number.isFinite(hours)) return [{ field, problem: 'not-a-number' }]
  if (hours < CE_HOURS_STEP) return [{ field, problem: 'too-small', limit: CE_HOURS_STEP }]
  if (hours > CE_HOURS_MOST) return [{ field, problem: 'too-large', limit: CE_HOURS_MOST }]
  return hours % CE_HOURS_STEP === 0 ? [] : [{ field, problem: 'not-in-steps', limit: CE_HOURS_STEP }]
}
