import {
  validateOwnCourse,
  validatePlannedCourse,
} from '@alongside/shared/certification/own-courses/own-course-input'
import type { ValidationError } from '@alongside/shared/validation/validation-error'
import { type CourseValues, courseToCheck, emptyCourse } from '../course-check/course-values.ts'
import type { OwnCourse } from './useOwnCourses.ts'

export interface OwnCourseValues extends CourseValues {
  fileIds: string[]
}

/** What a form begins with: nothing, what was asked about, or a course as it was entered. */
export type OwnCourseStart = Partial<OwnCourseValues>

export const ownCourseValues = (today: string, start: OwnCourseStart = {}): OwnCourseValues => ({
  ...emptyCourse(today),
  fileIds: [],
  ...start,
})

export function startOf(course: OwnCourse): OwnCourseStart {
  const { title, provider, heldOn, hours, unit, deliveryMode, categories, earnedBy, startsOn, contents } =
    course
  const boards = course.approvedBy ?? []
  return {
    ...{ title, heldOn, hours, unit, earnedBy },
    provider: provider ?? '',
    deliveryMode: deliveryMode ?? '',
    startsOn: startsOn ?? '',
    approved: boards.length > 0 ? 'boards' : course.approvedBy ? 'none' : '',
    approvedBy: [...boards],
    categories: [...categories],
    contents: [...contents],
  }
}

const FIELDS = ['title', 'heldOn', 'hours', 'categories', 'fileIds', 'provider', 'startsOn']

/** In the order of the screen, so that the summary names the first one first. */
export function checkOwnCourse(values: OwnCourseValues, today: string): ValidationError[] {
  const validate = values.heldOn > today ? validatePlannedCourse : validateOwnCourse
  const found = validate(courseToCheck(values), today)
  const all: ValidationError[] =
    values.hours === null ? [...found, { field: 'hours', problem: 'required' }] : found
  return all.sort((one, other) => FIELDS.indexOf(one.field) - FIELDS.indexOf(other.field))
}
