import { useQuery } from '@pinia/colada'
import { computed, shallowRef } from 'vue'
import { ask } from '../app/session/graphql-client.ts'
import { useSession } from '../app/session/session.store.ts'
import {
  markAllNotificationsSeenMutation,
  markNotificationsSeenMutation,
  notificationsQuery,
} from './notifications.operations.ts'
import { useUnseen } from './bell/unseen.store.ts'

/** One page of one's news at a time, under the person's id: on a shared device nobody finds another's. */
export function useNotifications() {
  const session = useSession()
  const unseen = useUnseen()
  const before = shallowRef<readonly { cursor: string; count: number }[]>([])
  const after = computed(() => before.value.at(-1)?.cursor ?? null)
  const { data, error, isLoading, refetch } = useQuery({
    key: () => ['notifications', session.me?.membershipId ?? '', after.value ?? ''],
    query: async () => {
      const answer = await ask(notificationsQuery, { after: after.value })
      unseen.know(answer.unseenNotificationCount)
      return answer.notifications
    },
    staleTime: 0,
  })
  const news = computed(() => data.value?.edges.map(({ node }) => node) ?? [])
  const pager = computed(() => {
    const earlier = before.value.reduce((sum, { count }) => sum + count, 0)
    return {
      from: earlier + 1,
      to: earlier + news.value.length,
      total: data.value?.totalCount ?? 0,
      hasPrevious: earlier > 0,
      hasNext: data.value?.pageInfo.hasNextPage ?? false,
    }
  })

  function next(): void {
    const cursor = data.value?.pageInfo.endCursor
    if (cursor) before.value = [...before.value, { cursor, count: news.value.length }]
  }
  const previous = () => (before.value = before.value.slice(0, -1))

  async function markSeen(id: string): Promise<void> {
    unseen.know((await ask(markNotificationsSeenMutation, { ids: [id] })).markNotificationsSeen)
    await refetch()
  }
  async function markAllSeen(): Promise<void> {
    unseen.know((await ask(markAllNotificationsSeenMutation)).markAllNotificationsSeen)
    await refetch()
  }
  return { data, news, pager, error, isLoading, refetch, next, previous, markSeen, markAllSeen, unseen }
}
