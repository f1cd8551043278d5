import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import { hostAgenciesQuery } from './host-agencies.operations.ts'

export function useHostAgencies() {
  const session = useSession()
  const { data, error, refetch } = useQuery({
    key: () => ['host-agencies', session.me?.membershipId ?? ''],
    query: () => ask(hostAgenciesQuery),
  })
  const agencies = computed(() => data.value?.hostAgencies)
  return { agencies, error, refetch }
}
