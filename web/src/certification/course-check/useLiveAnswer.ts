import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { ask } from '../../app/session/graphql-client.ts'
import type { CourseAnswerValuesFragment } from '../../generated/graphql.ts'
import { courseToCheck, courseToSend, type CourseValues } from './course-values.ts'
import { willItCountQuery } from './course.operations.ts'
import { validateCourseQuestion } from '@alongside/shared/certification/course-check/course-input'

/** Long enough that a number is typed to its end, short enough to feel live. */
const PAUSE_MS = 300

/** The answer to "will it count?" while somebody types; null until both questions are answered. */
export function useLiveAnswer(values: CourseValues, today: () => string) {
  const answers = shallowRef<readonly CourseAnswerValuesFragment[] | null>(null)
  const busy = ref(false)
  const failed = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  const canAnswer = (): boolean =>
    values.hours !== null &&
    values.categories.length > 0 &&
    validateCourseQuestion(courseToCheck(values), today()).length === 0

  async function answer(): Promise<void> {
    const number = ++asked
    try {
      const { willItCount } = await ask(willItCountQuery, { course: courseToSend(values) })
      // An earlier question may be answered later.
      if (number !== asked) return
      answers.value = willItCount
      failed.value = false
    } catch {
      if (number === asked) failed.value = true
    }
    if (number === asked) busy.value = false
  }
  watch(
    () => JSON.stringify(courseToSend(values)),
    () => {
      clearTimeout(timer)
      asked++
      busy.value = canAnswer()
      if (!busy.value) answers.value = null
      else timer = setTimeout(() => void answer(), PAUSE_MS)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))
  return { answers, busy, failed }
}
