/** What is refused of a course, whether it was taken or is only asked about; knows no credential, so that a form stays light. */
import { validateLine } from '../../validation/one-line.ts'
import { addDays, addYears, isPlainDate, type PlainDate } from '../../calendar/plain-date.ts'
import { validateChoice, type ValidationError } from '../../validation/validation-error.ts'
import { CE_CATEGORIES } from '../catalogue/ce-category.ts'
import { QUARTERS_PER_HOUR } from '../hours/credit-hours.ts'
import { COURSE_CONTENTS, CreditUnit } from '../rules/limits.ts'

export const CE_TITLE_LIMIT = 200
export const CE_PROVIDER_LIMIT = 200
export const CE_OLDEST_YEARS = 10
export const CE_HOURS_STEP = 1 / QUARTERS_PER_HOUR
export const CEU_STEP = 0.05
export const CE_HOURS_MOST = 200
/** A course longer than a school year is a slip of the pen. */
export const COURSE_DAYS_MOST = 400
export const APPROVERS_MOST = 20
export const APPROVER_LIMIT = 120
/** 0.15 of a unit is no exact number in binary. */
const BINARY_ROUNDING = 1e-9
/** So far ahead a course may be asked about. */
export const COURSE_AHEAD_YEARS = 5

export interface CourseInput {
  readonly title?: string | null
  readonly provider?: string | null
  readonly heldOn: string
  /** The first day of a course of several days; missing: it took one. */
  readonly startsOn?: string | null
  readonly hours: number
  /** What `hours` are counted in; missing: contact hours. */
  readonly unit?: CreditUnit
  /** The boards that approved it; none: no board did; missing: not known. */
  readonly approvedBy?: readonly string[] | null
  readonly categories: readonly string[]
  readonly contents?: readonly string[]
}

/** Everything but the day, which a record and a question bound differently. */
export function validateCourse({
  title,
  provider,
  heldOn,
  startsOn,
  hours,
  unit = CreditUnit.CONTACT_HOURS,
  approvedBy,
  categories,
  contents = [],
}: CourseInput): ValidationError[] {
  return [
    ...validateLine('title', title, CE_TITLE_LIMIT),
    ...validateLine('provider', provider, CE_PROVIDER_LIMIT),
    ...validateFirstDay(startsOn, heldOn),
    ...validateHours(hours, unit),
    ...validateApprovers(approvedBy ?? []),
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

function validateFirstDay(startsOn: string | null | undefined, heldOn: string): ValidationError[] {
  const field = 'startsOn'
  if (!startsOn) return []
  if (!isPlainDate(startsOn)) return [{ field, problem: 'not-a-date' }]
  if (!isPlainDate(heldOn)) return []
  if (startsOn > heldOn) return [{ field, problem: 'too-far-ahead', limit: heldOn }]
  const earliest = addDays(heldOn, 1 - COURSE_DAYS_MOST)
  return startsOn < earliest ? [{ field, problem: 'too-long-ago', limit: earliest }] : []
}

function validateApprovers(boards: readonly string[]): ValidationError[] {
  const field = 'approvedBy'
  if (boards.length > APPROVERS_MOST) return [{ field, problem: 'too-many', limit: APPROVERS_MOST }]
  if (boards.some((board) => board.trim() === '')) return [{ field, problem: 'required' }]
  return boards.flatMap((board) => validateLine(field, board, APPROVER_LIMIT)).slice(0, 1)
}

/** Hours are counted in quarters; one continuing education unit is ten hours, and is given in twentieths: 0.6 is six hours. */
function validateHours(hours: number, unit: CreditUnit): ValidationError[] {
  const field = 'hours'
  const step = unit === CreditUnit.CEU ? CEU_STEP : CE_HOURS_STEP
  if (!Number.isFinite(hours)) return [{ field, problem: 'not-a-number' }]
  if (hours < step) return [{ field, problem: 'too-small', limit: step }]
  if (hours > CE_HOURS_MOST) return [{ field, problem: 'too-large', limit: CE_HOURS_MOST }]
  const steps = hours / step
  const isWhole = Math.abs(steps - Math.round(steps)) < BINARY_ROUNDING
  return isWhole ? [] : [{ field, problem: 'not-in-steps', limit: step }]
}
