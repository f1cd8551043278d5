import { useI18n } from '#i18n'
import { ask } from '../../app/session/graphql-client.ts'
import type { CourseInput, CourseQuestionsQuery } from '../../generated/graphql.ts'
import { useFigures } from '../renewals/figures.ts'
import { courseQuestionsQuery } from './recording.operations.ts'

type Questions = CourseQuestionsQuery['courseQuestions']
/** Of very many the first ones, and how many more there are. */
const NAMED_MOST = 6

/** What to ask before the hours of a course are saved, in sentences: whoever has it already, and whoever gains nothing. */
export function useCourseQuestions() {
  const { t } = useI18n()
  const { nameOf, day } = useFigures()

  const already = ({ title, heldOn, peers }: Questions['alreadyRecorded'][number]): string => {
    const names = peers.map(({ displayName }) => displayName ?? '')
    const shown = names.slice(0, NAMED_MOST).join(', ')
    const more = names.length - NAMED_MOST
    return t('certification.recording.add-hours.already', {
      names:
        more > 0
          ? t('certification.recording.add-hours.and-more', { names: shown, count: more }, more)
          : shown,
      title,
      date: day(heldOn),
    })
  }
  const without = ({ peer, certification, cause, cycleEndsOn }: Questions['withoutEffect'][number]): string =>
    t(`labels.courses.NoEffectCause.${cause}`, {
      name: peer.displayName ?? '',
      certification: certification?.credential ? nameOf(certification.credential) : '',
      date: cycleEndsOn ? day(cycleEndsOn) : '',
    })

  return async (peerIds: readonly string[], course: CourseInput): Promise<string[]> => {
    const { courseQuestions } = await ask(courseQuestionsQuery, { peerIds: [...peerIds], course })
    const gaining = courseQuestions.withoutEffect
    const more = gaining.length - NAMED_MOST
    return [
      ...courseQuestions.alreadyRecorded.map(already),
      ...gaining.slice(0, NAMED_MOST).map(without),
      ...(more > 0
        ? [t('certification.recording.add-hours.more-without-effect', { count: more }, more)]
        : []),
    ]
  }
}
