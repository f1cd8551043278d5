import { computed, shallowRef, watch } from 'vue'
import { ask } from '../../app/session/graphql-client.ts'
import { usePagedList } from '../../app/lists/usePagedList.ts'
import { useDebouncedFilter } from '../../ui/table/useDebouncedFilter.ts'
import { renewalsQuery } from '../certification.operations.ts'
import { useRenewalFilter } from './useRenewalFilter.ts'

/**
 * The filters of the renewals and the rows that they show. Filters and order stand in the address, so that a link
 * or the back button brings them again.
 */
export function useRenewals() {
  const chosen = useRenewalFilter()
  const filter = useDebouncedFilter(chosen.filter)
  const narrowed = computed(() => ({ filter: filter.value, sort: chosen.sort.value }))
  const rows = usePagedList('renewals', narrowed, async (asked) => (await ask(renewalsQuery, asked)).renewals)
  const { list, isPlaceholderData } = rows
  /** Of the one peer that is filtered by, as soon as a row of theirs is here. */
  const peerName = computed(() =>
    isPlaceholderData.value ? null : (list.value?.edges[0]?.node.peer.displayName ?? null),
  )
  return { ...chosen, filter, ...rows, peerName, loadedAt: useLoadedAt(list) }
}

function useLoadedAt(list: { readonly value: unknown }) {
  const loadedAt = shallowRef<Date | null>(null)
  watch(
    () => list.value,
    (rows) => rows && (loadedAt.value = new Date()),
    { immediate: true },
  )
  return loadedAt
}
