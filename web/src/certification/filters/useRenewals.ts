import { useQuery } from '@pinia/colada'
import { computed, shallowRef, watch } from 'vue'
import { ask } from '../../app/graphql-client.ts'
import { useSession } from '../../app/session.store.ts'
import type { RenewalOrder } from '../../generated/graphql.ts'
import { renewalsQuery } from '../certification.operations.ts'
import { useRenewalFilter } from './useRenewalFilter.ts'
import { useSettled } from './useSettled.ts'

const ROWS_PER_PAGE = 25

/**
 * The filters of the renewals and the rows that they show. Filters and order stand in the address, so that a link
 * or the back button brings them again.
 */
export function useRenewals() {
  const chosen = useRenewalFilter()
  const session = useSession()
  const cursors = shallowRef<readonly string[]>([])
  const filter = useSettled(chosen.filter)
  const sort = computed(() => ({
    by: chosen.sorting.value.key as RenewalOrder,
    descending: chosen.sorting.value.descending,
  }))
  watch([filter, sort], () => (cursors.value = []))
  const variables = computed(() => ({
    filter: filter.value,
    sort: sort.value,
    first: ROWS_PER_PAGE,
    after: cursors.value.at(-1) ?? null,
  }))
  const { data, error, isLoading, refetch } = useQuery({
    key: () => ['renewals', session.me?.membershipId ?? '', JSON.stringify(variables.value)],
    query: () => ask(renewalsQuery, variables.value),
    // The old rows stay until the new ones are there.
    placeholderData: (before) => before,
  })
  const list = computed(() => data.value?.renewals)
  const loadedAt = useLoadedAt(list)
  const from = computed(() => cursors.value.length * ROWS_PER_PAGE)
  const next = () => (cursors.value = [...cursors.value, list.value?.pageInfo.endCursor ?? ''])
  const previous = () => (cursors.value = cursors.value.slice(0, -1))
  return { ...chosen, filter, sort, list, error, isLoading, refetch, loadedAt, from, next, previous }
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
