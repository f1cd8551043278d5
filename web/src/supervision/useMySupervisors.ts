import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { ask } from '../app/session/graphql-client.ts'
import { useSession } from '../app/session/session.store.ts'
import type { MySupervisorsQuery } from '../generated/graphql.ts'
import { mySupervisorsQuery } from './supervision.operations.ts'

export type MySupervisor = MySupervisorsQuery['mySupervisors']['edges'][number]['node']

/** The signed-in peer's supervisors; apart from those who begin later, and proposals until they are answered. */
export function useMySupervisors() {
  const session = useSession()
  const key = () => ['my-supervisors', session.me?.membershipId ?? '']
  const { data, error, refetch } = useQuery({ key, query: () => ask(mySupervisorsQuery, { first: 100 }) })
  const all = computed(() => data.value?.mySupervisors.edges.map(({ node }) => node))
  const today = () => session.today
  const accepted = computed(() => all.value?.filter((each) => each.accepted) ?? [])
  const current = computed(() => accepted.value.filter(({ startsOn }) => startsOn <= today()))
  const upcoming = computed(() => accepted.value.filter(({ startsOn }) => startsOn > today()))
  const proposed = computed(() => all.value?.filter((each) => !each.accepted) ?? [])
  return { all, current, upcoming, proposed, error, refetch }
}
