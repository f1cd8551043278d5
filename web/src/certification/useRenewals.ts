import { useQuery } from '@pinia/colada'
import { computed, ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { ask } from '../app/graphql-client.ts'
import { useSession } from '../app/session.store.ts'
import type { RenewalOrder } from '../generated/graphql.ts'
import type { Sorting } from '../ui/DataTable.vue'
import { renewalsQuery } from './certification.operations.ts'

const ORDERS: readonly RenewalOrder[] = ['RISK', 'NAME', 'EXPIRY', 'CREDENTIAL']
const DUE = ['30', '60', '90']
const ROWS_PER_PAGE = 25
const TYPING_PAUSE_MS = 300

/**
 * The filters of the renewals and the rows that they show. Filters and order stand in the address, so that a link
 * or the back button brings them again; what is searched for does not, since it is a name.
 */
export function useRenewals() {
  const chosen = useChosen()
  const session = useSession()
  const cursors = shallowRef<readonly string[]>([])
  const search = useSettled(chosen.search)
  const filter = computed(() => ({
    dueWithinDays: chosen.due.value ? Number(chosen.due.value) : null,
    state: chosen.state.value ? [chosen.state.value] : null,
    atRisk: chosen.atRisk.value || null,
    search: search.value.trim() || null,
  }))
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

function useChosen() {
  const route = useRoute()
  const router = useRouter()
  const search = ref('')
  const text = (name: string) => String(route.query[name] ?? '')
  const write = (query: Record<string, string | undefined>) =>
    void router.replace({ query: { ...route.query, ...query } })
  const due = computed({
    get: () => (DUE.includes(text('due')) ? text('due') : ''),
    set: (days) => write({ due: days || undefined }),
  })
  const state = computed({
    get: () => (/^[A-Z]{2}$/.test(text('state')) ? text('state') : ''),
    set: (code) => write({ state: code || undefined }),
  })
  const atRisk = computed({
    get: () => text('risk') === '1',
    set: (only) => write({ risk: only ? '1' : undefined }),
  })
  const sorting = computed<Sorting>({
    get: () => ({
      key: ORDERS.find((order) => order === text('sort')) ?? 'RISK',
      descending: text('down') === '1',
    }),
    set: ({ key, descending }) => write({ sort: key, down: descending ? '1' : undefined }),
  })
  const isFiltered = computed(() => Boolean(due.value || state.value || atRisk.value || search.value.trim()))
  function clear(): void {
    search.value = ''
    write({ due: undefined, state: undefined, risk: undefined })
  }
  return { due, state, atRisk, search, sorting, isFiltered, clear }
}

/** Follows a text once typing pauses. */
function useSettled(typed: { readonly value: string }) {
  const settled = ref(typed.value)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(
    () => typed.value,
    (text) => {
      clearTimeout(timer)
      timer = setTimeout(() => (settled.value = text), TYPING_PAUSE_MS)
    },
  )
  return settled
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
