import { useQuery } from '@pinia/colada'
import { computed, nextTick, shallowRef, watch } from 'vue'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import { useWhole } from '../../app/lists/usePagedList.ts'
import { useDebouncedFilter } from '../../ui/table/useDebouncedFilter.ts'
import { renewalsQuery } from '../certification.operations.ts'
import type { RenewalRow } from './renewal-words.ts'
import { useRenewalFilter } from './useRenewalFilter.ts'

const ROWS_PER_PAGE = 25

/**
 * The filters of the renewals and the rows that they show. Filters, order and the number of the page stand in the
 * address, so that a link or the back button brings them again.
 */
export function useRenewals(head: () => HTMLElement | null) {
  const session = useSession()
  const chosen = useRenewalFilter()
  const filter = useDebouncedFilter(chosen.filter)
  const narrowed = computed(() => ({ filter: filter.value, sort: chosen.sort.value }))
  const size = computed(() => Number(chosen.size.value) || ROWS_PER_PAGE)
  // A name that is searched for is not in the address, so the page of another one means nothing.
  watch(chosen.search, () => chosen.page.value !== '' && chosen.turnTo(1))
  const question = computed(() => ({
    ...narrowed.value,
    first: size.value,
    skip: (Math.max(1, Number(chosen.page.value)) - 1) * size.value,
  }))
  const { data, error, isLoading, isPlaceholderData, refetch } = useQuery({
    key: () => ['renewals', session.me?.membershipId ?? '', JSON.stringify(question.value)],
    query: async () => (await ask(renewalsQuery, question.value)).renewals,
    placeholderData: (earlier) => earlier,
  })
  const { whole, print } = useWhole<RenewalRow>(
    narrowed,
    async (page) => (await ask(renewalsQuery, { ...narrowed.value, ...page })).renewals,
  )
  const rows = computed<RenewalRow[]>(() => whole.value ?? data.value?.edges.map(({ node }) => node) ?? [])
  const pager = computed(() => {
    const skip = whole.value ? 0 : question.value.skip
    return { ...placeOf(skip, rows.value.length, data.value), busy: isLoading.value }
  })
  /** The next page begins at its head; the way back finds the place where one was. */
  const turn = (step: 1 | -1): void => {
    chosen.turnTo(Math.max(1, Number(chosen.page.value)) + step)
    void nextTick(() => head()?.scrollIntoView({ block: 'start' }))
  }
  /** Of the one peer that is filtered by, as soon as a row of theirs is here. */
  const peerName = computed(() =>
    isPlaceholderData.value ? null : (rows.value[0]?.peer.displayName ?? null),
  )
  return {
    ...chosen,
    ...{ filter, list: data, items: rows, pager, print, error, isLoading, isPlaceholderData, refetch },
    ...{ next: () => turn(1), previous: () => turn(-1), peerName, loadedAt: useLoadedAt(data) },
    ofAllPages: narrowed,
  }
}

function placeOf(skip: number, shown: number, list: { readonly totalCount: number } | undefined) {
  const [total, to] = [list?.totalCount ?? 0, skip + shown]
  return { from: skip + 1, to, total, hasPrevious: skip > 0, hasNext: to < total }
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

/** The part of a filter that is about people, for whoever holds no certification. */
export function peopleIn({
  search,
  teamId,
  hostAgencyId,
}: ReturnType<typeof useRenewalFilter>['filter']['value']) {
  return { search, teamId, hostAgencyId }
}
