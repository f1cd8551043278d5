import { shallowRef } from 'vue'
import { usePagedList } from '../app/lists/usePagedList.ts'
import { ask } from '../app/session/graphql-client.ts'
import {
  markAllNotificationsSeenMutation,
  markNotificationsSeenMutation,
  notificationsQuery,
} from './notifications.operations.ts'
import { useUnseen } from './bell/unseen.store.ts'

/** One's own notifications, page by page, always read anew; the bell learns how many are unseen. */
export function useNotifications() {
  const unseen = useUnseen()
  const pages = usePagedList(
    'notifications',
    shallowRef({}),
    async (page) => {
      const answer = await ask(notificationsQuery, page)
      unseen.know(answer.unseenNotificationCount)
      return answer.notifications
    },
    { staleTime: 0 },
  )

  async function markSeen(id: string): Promise<void> {
    const input = { notificationIds: [id] }
    unseen.know((await ask(markNotificationsSeenMutation, { input })).markNotificationsSeen.unseenCount)
    await pages.refetch()
  }
  async function markAllSeen(): Promise<void> {
    unseen.know((await ask(markAllNotificationsSeenMutation)).markAllNotificationsSeen.unseenCount)
    await pages.refetch()
  }
  return { ...pages, markSeen, markAllSeen, unseen }
}
