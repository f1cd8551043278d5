import { useQuery, useQueryCache } from '@pinia/colada'
import { computed } from 'vue'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import { peerQuery } from './peers.operations.ts'

/** One peer with placements, counts and leave. */
export function usePeer(peerId: () => string) {
  const session = useSession()
  const cache = useQueryCache()
  const { data, error, refetch } = useQuery({
    key: () => ['peer', session.me?.membershipId ?? '', peerId()],
    query: () => ask(peerQuery, { peerId: peerId() }),
    enabled: () => peerId() !== '',
  })
  const peer = computed(() => data.value?.peer)
  /** What changed here shows in the list and in what is due as well. */
  async function changed(): Promise<void> {
    await Promise.all([
      refetch(),
      cache.invalidateQueries({ key: ['peers'] }),
      cache.invalidateQueries({ key: ['caseload'] }),
    ])
  }
  return { peer, error, refetch, changed }
}
