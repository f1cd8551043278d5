import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { ask } from '../app/session/graphql-client.ts'
import { useSession } from '../app/session/session.store.ts'
import { checkDriftSignalsMutation } from './drift.operations.ts'

/** Looks for signals in front of the peer, once for the whole page, and counts what waits for them. */
export function useRoleLook() {
  const session = useSession()
  const { data } = useQuery({
    key: () => ['role-look', session.me?.membershipId ?? ''],
    query: async () => (await ask(checkDriftSignalsMutation)).checkDriftSignals,
    staleTime: 0,
  })
  return { look: computed(() => data.value) }
}
