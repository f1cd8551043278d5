import { startOfWeek } from '@alongside/shared/calendar/plain-date'
import { useQuery, useQueryCache } from '@pinia/colada'
import { computed } from 'vue'
import { askPrivately } from '../../app/actions/usePasswordConfirmation.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import { myWeekQuery } from '../wellness.operations.ts'

/**
 * The peer's own week. Without a connection the form still opens, on the week that the session knows. On a shared device
 * `unlocks` asks for the password where the week is closed; without it, nothing is known of the week.
 */
export function useMyWeek({ unlocks = false } = {}) {
  const session = useSession()
  const cache = useQueryCache()
  // Under the person's id: on a shared phone nobody finds another's week in memory.
  const key = () => ['my-week', session.me?.membershipId ?? '']
  const { data, error, isLoading, refresh } = useQuery({
    key,
    query: () => (unlocks ? askPrivately(myWeekQuery) : ask(myWeekQuery)),
  })
  const week = computed(() => data.value?.myWeek)
  const thisWeek = computed(() => week.value?.weekStart ?? startOfWeek(session.today))
  const changed = () => cache.invalidateQueries({ key: key() })
  return { week, thisWeek, error, isLoading, refresh, changed }
}
