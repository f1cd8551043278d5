import { useQuery } from '@pinia/colada'
import { computed, ref } from 'vue'
import { useI18n } from '#i18n'
import { useAction } from '../../app/actions/useAction.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { CoursesToReviewQuery } from '../../generated/graphql.ts'
import { confirmCoursesMutation, coursesToReviewQuery } from './review.operations.ts'

export type CourseToReview = CoursesToReviewQuery['coursesToReview']['edges'][number]['node']

/** What shows whether a course is confirmed. */
export const REVIEW_QUERIES = ['courses-to-review', 'renewals', 'certification-history']
const SHOWN = 25

/** The courses that wait for a manager, which of them are chosen, and which one is looked at. */
export function useCoursesToReview() {
  const { t } = useI18n()
  const session = useSession()
  const { run, busy } = useAction(REVIEW_QUERIES)
  const { data, error, refetch } = useQuery({
    key: () => ['courses-to-review', session.me?.membershipId ?? ''],
    query: () => ask(coursesToReviewQuery, { first: SHOWN }),
  })
  const courses = computed(() => data.value?.coursesToReview.edges.map(({ node }) => node))
  const total = computed(() => data.value?.coursesToReview.totalCount ?? 0)
  const chosen = ref<string[]>([])
  const at = ref(0)
  const current = computed(() => courses.value?.[Math.min(at.value, courses.value.length - 1)])

  /** Those that are chosen, else the one that is looked at. */
  const meant = computed<string[]>(() => {
    const waiting = (courses.value ?? []).map(({ earnedHours }) => earnedHours.activityId)
    const picked = waiting.filter((id) => chosen.value.includes(id))
    return picked.length > 0 ? picked : current.value ? [current.value.earnedHours.activityId] : []
  })
  async function confirm(activityIds: readonly string[] = meant.value): Promise<void> {
    if (activityIds.length === 0) return
    await run(() => ask(confirmCoursesMutation, { input: { activityIds: [...activityIds] } }), {
      done: ({ confirmCourses }) => {
        const count = confirmCourses.activityIds.length
        return t('certification.review.confirmed', { count }, count)
      },
    })
    chosen.value = []
  }
  const move = (by: number): void => {
    at.value = Math.max(0, Math.min(at.value + by, (courses.value?.length ?? 1) - 1))
  }
  function toggle(id: string): void {
    chosen.value = chosen.value.includes(id)
      ? chosen.value.filter((one) => one !== id)
      : [...chosen.value, id]
  }
  return { courses, total, error, refetch, chosen, at, current, meant, confirm, move, toggle, busy }
}
