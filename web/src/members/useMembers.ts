import { ROLES, type Role } from '@alongside/shared/people/roles'
import { MEMBER_STATES, type MemberState } from '@alongside/shared/people/member-state'
import { useQuery } from '@pinia/colada'
import { computed, ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { ask } from '../app/graphql-client.ts'
import { useSession } from '../app/session.store.ts'
import type { MemberOrder, MembersQuery } from '../generated/graphql.ts'
import type { Sorting } from '../ui/DataTable.vue'
import { membersQuery } from './members.operations.ts'

export type MemberRow = MembersQuery['members']['edges'][number]['node']

const ORDERS: readonly MemberOrder[] = ['NAME', 'ADDRESS', 'STATE', 'LAST_SEEN']
const ROWS_PER_PAGE = 25
const TYPING_PAUSE_MS = 300

/** The members that the filters show. What is searched for is a name, so it does not stand in the address. */
export function useMembers() {
  const chosen = useChosen()
  const session = useSession()
  const cursors = shallowRef<readonly string[]>([])
  const search = useSettled(chosen.search)
  const filter = computed(() => ({
    role: chosen.role.value,
    state: chosen.state.value,
    search: search.value.trim() || null,
  }))
  const sort = computed(() => ({
    by: chosen.sorting.value.key as MemberOrder,
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
    key: () => ['members', session.me?.membershipId ?? '', JSON.stringify(variables.value)],
    query: () => ask(membersQuery, variables.value),
    // The old rows stay until the new ones are there.
    placeholderData: (before) => before,
  })
  const list = computed(() => data.value?.members)
  const from = computed(() => cursors.value.length * ROWS_PER_PAGE)
  const next = () => (cursors.value = [...cursors.value, list.value?.pageInfo.endCursor ?? ''])
  const previous = () => (cursors.value = cursors.value.slice(0, -1))
  return { ...chosen, filter, sort, list, error, isLoading, refetch, from, next, previous }
}

function useChosen() {
  const route = useRoute()
  const router = useRouter()
  const search = ref('')
  const text = (name: string) => String(route.query[name] ?? '')
  const write = (query: Record<string, string | undefined>) =>
    void router.replace({ query: { ...route.query, ...query } })
  const role = computed<Role | null>({
    get: () => ROLES.find((each) => each === text('role')) ?? null,
    set: (next) => write({ role: next ?? undefined }),
  })
  const state = computed<MemberState | null>({
    get: () => MEMBER_STATES.find((each) => each === text('state')) ?? null,
    set: (next) => write({ state: next ?? undefined }),
  })
  const sorting = computed<Sorting>({
    get: () => ({
      key: ORDERS.find((order) => order === text('sort')) ?? 'NAME',
      descending: text('down') === '1',
    }),
    set: ({ key, descending }) => write({ sort: key, down: descending ? '1' : undefined }),
  })
  function clear(): void {
    search.value = ''
    write({ role: undefined, state: undefined })
  }
  return { role, state, search, sorting, clear }
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
