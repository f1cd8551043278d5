import { startOfWeek } from '@alongside/shared/calendar/plain-date'
import { useQuery, useQueryCache } from '@pinia/colada'
import { computed } from 'vue'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import { myWeekQuery } from '../wellness.operations.ts'

/** The peer's own week. Without a connection the form still opens, on the week that the session knows. */
export function useMyWeek() {
  const session = useSession()
  const cache = useQueryCache()
  // Under the person's id: on a shared phone nobody finds another's week in memory.
  const key = () => ['my-week', session.me?.membershipId ?? '']
  const { data, error, isLoading, refresh } = useQuery({ key, query: () => ask(myWeekQuery) })
  const week = computed(() => data.value?.myWeek)
  const thisWeek = computed(() => week.value?.weekStart ?? startOfWeek(session.today))
  const changed = () => cache.invalidateQueries({ key: key() })
  return { week, thisWeek, error, isLoading, refresh, changed }
}
