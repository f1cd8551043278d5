import { MEMBER_STATES, type MemberState } from '@alongside/shared/people/members/member-state'
import { ROLES, type Role } from '@alongside/shared/people/roles'
import { computed, ref } from 'vue'
import { ask } from '../../app/session/graphql-client.ts'
import { fewOnPhones, usePagedList } from '../../app/lists/usePagedList.ts'
import type { MemberOrder, MembersQuery, MembersQueryVariables } from '../../generated/graphql.ts'
import { useQueryParams } from '../../ui/table/useQueryParams.ts'
import { useDebouncedFilter } from '../../ui/table/useDebouncedFilter.ts'
import { membersQuery } from './members.operations.ts'

export type MemberRow = MembersQuery['members']['edges'][number]['node']

const ORDERS: readonly [MemberOrder, ...MemberOrder[]] = ['NAME', 'ADDRESS', 'STATE', 'LAST_SEEN']

/** The members that the filters show. What is searched for is a name, so it does not stand in the address. */
export function useMembers() {
  const { text, write, order } = useQueryParams<'role' | 'state'>()
  const search = ref('')
  const role = computed<Role | null>({
    get: () => ROLES.find((each) => each === text('role')) ?? null,
    set: (next) => write({ role: next ?? undefined }),
  })
  const state = computed<MemberState | null>({
    get: () => MEMBER_STATES.find((each) => each === text('state')) ?? null,
    set: (next) => write({ state: next ?? undefined }),
  })
  const { sorting, sort } = order(ORDERS)
  const filter = useDebouncedFilter(
    computed(() => ({ role: role.value, state: state.value, search: search.value.trim() || null })),
  )
  const narrowed = computed(() => ({ filter: filter.value, sort: sort.value }))
  const rows = usePagedList(
    'members',
    narrowed,
    async (asked: MembersQueryVariables) => (await ask(membersQuery, asked)).members,
    { rowsPerPage: fewOnPhones() },
  )
  function clear(): void {
    search.value = ''
    write({ role: undefined, state: undefined })
  }
  return { role, state, search, sorting, clear, filter, sort, ...rows }
}
