/** What is refused when peers enter courses that they took, or plan to take. */
import { addDays, addYears, isPlainDate, type PlainDate } from '../../calendar/plain-date.ts'
import { validatePastDay } from '../../validation/past-day.ts'
import type { ValidationError } from '../../validation/validation-error.ts'
import {
  CE_OLDEST_YEARS,
  COURSE_AHEAD_YEARS,
  type CourseInput,
  validateCourse,
} from '../course-check/course-input.ts'
import { CreditUnit } from '../rules/limits.ts'

/** Of one course; the longest trainings that boards ask of peers are 80 hours. Source: Alongside's own choice. */
export const OWN_COURSE_HOURS_MOST = 100
/** More than anybody plans by hand. */
export const PLANNED_COURSES_MOST = 50

export function validateOwnCourse(input: CourseInput, today: PlainDate): ValidationError[] {
  return [...validateNamedCourse(input), ...validatePastDay('heldOn', input.heldOn, CE_OLDEST_YEARS, today)]
}

/** A plan begins tomorrow: what is over, or is today, is entered. */
export function validatePlannedCourse(input: CourseInput, today: PlainDate): ValidationError[] {
  return [...validateNamedCourse(input), ...validateFutureDay(input.heldOn, today)]
}

function validateNamedCourse(input: CourseInput): ValidationError[] {
  const { title, hours, unit = CreditUnit.CONTACT_HOURS } = input
  const found = validateCourse(input)
  const isTooLong = unit === CreditUnit.CONTACT_HOURS && hours > OWN_COURSE_HOURS_MOST
  return [
    ...(title?.trim() ? [] : [{ field: 'title', problem: 'required' } as const]),
    ...found.filter(({ field }) => !(isTooLong && field === 'hours')),
    ...(isTooLong ? [{ field: 'hours', problem: 'too-large', limit: OWN_COURSE_HOURS_MOST } as const] : []),
  ]
}

function validateFutureDay(heldOn: string, today: PlainDate): ValidationError[] {
  const field = 'heldOn'
  if (!isPlainDate(heldOn)) return [{ field, problem: 'not-a-date' }]
  const [earliest, latest] = [addDays(today, 1), addYears(today, COURSE_AHEAD_YEARS)]
  if (heldOn < earliest) return [{ field, problem: 'before-its-start', limit: earliest }]
  return heldOn > latest ? [{ field, problem: 'too-far-ahead', limit: latest }] : []
}
