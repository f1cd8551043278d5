import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { ask } from '../app/session/graphql-client.ts'
import { useSession } from '../app/session/session.store.ts'
import type { MySupervisorsQuery } from '../generated/graphql.ts'
import { mySupervisorsQuery } from './supervision.operations.ts'

export type MySupervisor = MySupervisorsQuery['mySupervisors']['edges'][number]['node']

/** The signed-in peer's supervisors; proposals stand apart until they are answered. */
export function useMySupervisors() {
  const session = useSession()
  const key = () => ['my-supervisors', session.me?.membershipId ?? '']
  const { data, error, refetch } = useQuery({ key, query: () => ask(mySupervisorsQuery, { first: 100 }) })
  const all = computed(() => data.value?.mySupervisors.edges.map(({ node }) => node))
  const current = computed(() => all.value?.filter(({ accepted }) => accepted) ?? [])
  const proposed = computed(() => all.value?.filter(({ accepted }) => !accepted) ?? [])
  return { all, current, proposed, error, refetch }
}
