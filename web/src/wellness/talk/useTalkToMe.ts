import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { TalkRequestsToMeQuery } from '../../generated/graphql.ts'
import { talkRequestsToMeQuery } from './talk.operations.ts'

export type TalkToMe = TalkRequestsToMeQuery['talkRequestsToMe']['edges'][number]['node']

/** Who would like to talk with the signed-in supervisor. One question for all places of a page that show it. */
export function useTalkToMe() {
  const session = useSession()
  const { data } = useQuery({
    key: () => ['talk-to-me', session.me?.membershipId ?? ''],
    query: () => ask(talkRequestsToMeQuery, { first: 100 }),
  })
  const requests = computed(() => data.value?.talkRequestsToMe.edges.map(({ node }) => node) ?? [])
  return { requests }
}
