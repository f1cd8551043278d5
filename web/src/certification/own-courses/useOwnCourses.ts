import { toCorrect } from '@alongside/shared/certification/review/course-review'
import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from '#i18n'
import { useAction } from '../../app/actions/useAction.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { MyPlannedCoursesQuery, OwnCourseValuesFragment } from '../../generated/graphql.ts'
import {
  myCoursesQuery,
  myPlannedCoursesQuery,
  removePlannedCourseMutation,
  restorePlannedCourseMutation,
  confirmPlannedCourseMutation,
  voidOwnCourseMutation,
} from './own-courses.operations.ts'

export type OwnCourse = OwnCourseValuesFragment
export type Plan = MyPlannedCoursesQuery['myPlannedCourses']['edges'][number]['node']

/** What shows something of a peer's own courses, and is read again after each change. */
export const OWN_COURSE_QUERIES = ['my-certifications', 'my-courses', 'my-planned-courses']

/** The courses of the peer who is signed in: those that count, those to correct, and what is planned. */
export function useOwnCourses() {
  const session = useSession()
  const of = () => session.me?.membershipId ?? ''
  const { data } = useQuery({ key: () => ['my-courses', of()], query: () => ask(myCoursesQuery) })
  const { data: planned } = useQuery({
    key: () => ['my-planned-courses', of()],
    query: () => ask(myPlannedCoursesQuery, { first: 50 }),
  })
  const holder = computed(() => data.value?.myCertifications.edges[0]?.node)
  const counting = computed<readonly OwnCourse[]>(() => holder.value?.earnedHours ?? [])
  const sentBack = computed<readonly OwnCourse[]>(() => {
    const voided = holder.value?.voidedHours ?? []
    const returned = voided.filter(({ review }) => review?.state === 'SENT_BACK')
    return toCorrect(
      returned.map((course) => ({ ...course, recordedAt: String(course.recordedAt) })),
      counting.value,
    )
  })
  const plans = computed<readonly Plan[]>(
    () => planned.value?.myPlannedCourses.edges.map(({ node }) => node) ?? [],
  )
  return { counting, sentBack, plans }
}

export function useOwnCourseActions() {
  const { t } = useI18n()
  const { run, busy } = useAction(OWN_COURSE_QUERIES)

  const take = (plannedCourseId: string) =>
    run(() => ask(confirmPlannedCourseMutation, { input: { plannedCourseId } }), {
      done: t('certification.own-courses.taken'),
    })
  const removePlan = (plannedCourseId: string) =>
    run(() => ask(removePlannedCourseMutation, { input: { plannedCourseId } }), {
      done: t('certification.own-courses.plan-removed'),
      undo: { run: () => ask(restorePlannedCourseMutation, { input: { plannedCourseId } }) },
    })
  const remove = (activityId: string) =>
    run(() => ask(voidOwnCourseMutation, { input: { activityId } }), {
      done: t('certification.own-courses.removed'),
    })
  return { take, removePlan, remove, busy }
}
