import { JOB_TITLES } from '@alongside/shared/people/job-titles'
import { PEER_STATES } from '@alongside/shared/people/peer-state'
import { useQuery } from '@pinia/colada'
import { computed, ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { ask } from '../app/graphql-client.ts'
import { useSession } from '../app/session.store.ts'
import type { PeerOrder } from '../generated/graphql.ts'
import type { Sorting } from '../ui/DataTable.vue'
import { peerChoicesQuery, peersQuery } from './peers.operations.ts'

const ORDERS: readonly PeerOrder[] = ['NAME', 'TEAM', 'JOINED']
const ROWS_PER_PAGE = 25
const TYPING_PAUSE_MS = 300
const ID = /^[0-9a-f-]{36}$/

/**
 * The filters of the people and the rows that they show. Filters and order stand in the address, so that a link or
 * the back button brings them again; what is searched for does not, since it is a name.
 */
export function usePeers() {
  const session = useSession()
  const chosen = useChosen()
  const cursors = shallowRef<readonly string[]>([])
  const search = useSettled(chosen.search)
  const filter = computed(() => ({
    search: search.value.trim() || null,
    hostAgencyId: chosen.agency.value || null,
    teamId: chosen.team.value || null,
    jobTitle: JOB_TITLES.find((title) => title === chosen.title.value) ?? null,
    state: PEER_STATES.find((state) => state === chosen.state.value) ?? null,
    aboveUsualCaseload: chosen.above.value || null,
  }))
  const sort = computed(() => ({
    by: chosen.sorting.value.key as PeerOrder,
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
    key: () => ['peers', session.me?.membershipId ?? '', JSON.stringify(variables.value)],
    query: () => ask(peersQuery, variables.value),
    // The old rows stay until the new ones are there.
    placeholderData: (before) => before,
  })
  const list = computed(() => data.value?.peers)
  const counts = computed(() => data.value?.peerCounts)
  const from = computed(() => cursors.value.length * ROWS_PER_PAGE)
  const next = () => (cursors.value = [...cursors.value, list.value?.pageInfo.endCursor ?? ''])
  const previous = () => (cursors.value = cursors.value.slice(0, -1))
  return { ...chosen, filter, sort, list, counts, error, isLoading, refetch, from, next, previous }
}

/** Host agencies and teams to choose from. */
export function usePeerChoices() {
  const session = useSession()
  const { data } = useQuery({
    key: () => ['peer-choices', session.me?.membershipId ?? ''],
    query: () => ask(peerChoicesQuery),
  })
  const named = (places: readonly { id: string; name: string }[] | undefined) =>
    (places ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const agencies = computed(() => named(data.value?.peerChoices.hostAgencies))
  const teams = computed(() => named(data.value?.peerChoices.teams))
  return { agencies, teams }
}

function useChosen() {
  const route = useRoute()
  const router = useRouter()
  const search = ref('')
  const text = (name: string) => String(route.query[name] ?? '')
  const write = (query: Record<string, string | undefined>) =>
    void router.replace({ query: { ...route.query, ...query } })
  const inAddress = (name: string, fits: (value: string) => boolean) =>
    computed({
      get: () => (fits(text(name)) ? text(name) : ''),
      set: (value) => write({ [name]: value || undefined }),
    })
  const agency = inAddress('agency', (value) => ID.test(value))
  const team = inAddress('team', (value) => ID.test(value))
  const title = inAddress('title', (value) => JOB_TITLES.some((each) => each === value))
  const state = inAddress('state', (value) => PEER_STATES.some((each) => each === value))
  const above = computed({
    get: () => text('caseload') === 'above',
    set: (only) => write({ caseload: only ? 'above' : undefined }),
  })
  const sorting = computed<Sorting>({
    get: () => ({
      key: ORDERS.find((order) => order === text('sort')) ?? 'NAME',
      descending: text('down') === '1',
    }),
    set: ({ key, descending }) => write({ sort: key, down: descending ? '1' : undefined }),
  })
  const isFiltered = computed(() =>
    Boolean(agency.value || team.value || title.value || state.value || above.value || search.value.trim()),
  )
  function clear(): void {
    search.value = ''
    write({ agency: undefined, team: undefined, title: undefined, state: undefined, caseload: undefined })
  }
  return { agency, team, title, state, above, search, sorting, isFiltered, clear }
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
