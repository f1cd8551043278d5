import type { PlannedSessionView } from '@alongside/shared/supervision/planning/planned-reasons'
import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { MyPlannedSessionsQuery } from '../../generated/graphql.ts'
import { myPlannedSessionsQuery } from './planning.operations.ts'

export type PlannedSession = MyPlannedSessionsQuery['myPlannedSessions']['edges'][number]['node']

/** More than anybody plans with one person; a page shows the nearest of them. */
const MOST = 60

/** Planned sessions of the person signed in, the nearest first; with one peer, or with everybody. */
export function usePlannedSessions(view: PlannedSessionView, peerId: () => string | null = () => null) {
  const session = useSession()
  const { data, error, refetch, isLoading } = useQuery({
    key: () => ['planned-sessions', session.me?.membershipId ?? '', view, peerId() ?? ''],
    query: () => ask(myPlannedSessionsQuery, { view, peerId: peerId(), first: MOST }),
  })
  const all = computed(() => data.value?.myPlannedSessions.edges.map(({ node }) => node))
  const scheduled = computed(() => all.value?.filter(({ status }) => status === 'SCHEDULED') ?? [])
  return { all, scheduled, error, refetch, isLoading }
}
