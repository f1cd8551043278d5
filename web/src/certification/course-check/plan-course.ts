import { ask } from '../../app/session/graphql-client.ts'
import { type CourseValues, courseToSend } from './course-values.ts'
import { createPlannedCourseMutation } from '../own-courses/own-courses.operations.ts'

/** A course ahead: it counts in the forecast only. */
export function planCourse(values: CourseValues) {
  const { title, provider, heldOn, hours, unit, categories, deliveryMode } = courseToSend(values)
  const input = { title, provider, heldOn, hours, unit, categories, deliveryMode }
  return ask(createPlannedCourseMutation, { input })
}
