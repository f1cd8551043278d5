import { TEAM_GROUPS } from '@alongside/shared/supervision/overview/team-groups'
import { SUPERVISION_TYPES } from '@alongside/shared/supervision/supervision-types'
import { computed, ref } from 'vue'
import { usePagedList } from '../../app/lists/usePagedList.ts'
import { ask } from '../../app/session/graphql-client.ts'
import type { MyTeamQuery } from '../../generated/graphql.ts'
import { useDebouncedFilter } from '../../ui/table/useDebouncedFilter.ts'
import { useQueryParams } from '../../ui/table/useQueryParams.ts'
import { myTeamQuery } from './team.operations.ts'

export type TeamMember = MyTeamQuery['myTeam']['edges'][number]['node']
const ID = /^[0-9a-f-]{36}$/

/** The own team, one row a person. Filters are in the address; the name that is searched for is not. */
export function useTeam() {
  const { one, write } = useQueryParams<'type' | 'agency' | 'due'>()
  const search = ref('')
  const type = one('type', (value) => SUPERVISION_TYPES.some((each) => each === value))
  const agency = one('agency', (value) => ID.test(value))
  const due = one('due', (value) => TEAM_GROUPS.some((each) => each === value))
  const filter = useDebouncedFilter(
    computed(() => ({
      search: search.value.trim() || null,
      type: SUPERVISION_TYPES.find((each) => each === type.value) ?? null,
      hostAgencyId: agency.value || null,
      group: TEAM_GROUPS.find((each) => each === due.value) ?? null,
    })),
  )
  const narrowed = computed(() => ({ filter: filter.value }))
  const rows = usePagedList(
    'team',
    narrowed,
    async (asked: { filter: typeof filter.value; first: number; after: string | null }) =>
      (await ask(myTeamQuery, asked)).myTeam,
  )
  const facets = computed(() => rows.list.value?.facets)
  const isFiltered = computed(() => Object.values(filter.value).some((value) => value !== null))
  function clear(): void {
    search.value = ''
    write({ type: undefined, agency: undefined, due: undefined })
  }
  return { search, type, agency, due, isFiltered, clear, facets, ...rows }
}
