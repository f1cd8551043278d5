import { useI18n } from '#i18n'
import { ask } from '../../app/session/graphql-client.ts'
import type { CourseInput } from '../../generated/graphql.ts'
import { useFigures } from '../renewals/figures.ts'
import { ownCourseQuestionsQuery } from './own-courses.operations.ts'

/** What to ask before a peer's course is saved, in sentences; nothing of it keeps them from saving it. */
export function useOwnCourseQuestions() {
  const { t } = useI18n()
  const { nameOf, day } = useFigures()
  return async (course: CourseInput): Promise<string[]> => {
    const { ownCourseQuestions: asked } = await ask(ownCourseQuestionsQuery, { course })
    return [
      ...asked.alreadyRecorded.map(({ title, heldOn }) =>
        t('certification.own-courses.already', { title, date: day(heldOn) }),
      ),
      ...asked.withoutEffect.map(({ certification, cause, cycleEndsOn }) =>
        t(`labels.courses.NoEffectCauseToPeer.${cause}`, {
          certification: certification?.credential ? nameOf(certification.credential) : '',
          date: cycleEndsOn ? day(cycleEndsOn) : '',
        }),
      ),
    ]
  }
}
