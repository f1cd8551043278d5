import { COVERAGE_STATES } from '@alongside/shared/supervision/overview/coverage'
import { SUPERVISION_TYPES } from '@alongside/shared/supervision/supervision-types'
import { computed, ref } from 'vue'
import { fewOnPhones, usePagedList } from '../../app/lists/usePagedList.ts'
import { ask } from '../../app/session/graphql-client.ts'
import type { SupervisionCoverageQuery } from '../../generated/graphql.ts'
import { useDebouncedFilter } from '../../ui/table/useDebouncedFilter.ts'
import { useQueryParams } from '../../ui/table/useQueryParams.ts'
import { supervisionCoverageQuery } from './coverage.operations.ts'

type Coverage = SupervisionCoverageQuery['supervisionCoverage']
export type CoverageRow = Coverage['edges'][number]['node']
export type CoverageCellShown = CoverageRow['cells'][number]
export type CoverageSummaryShown = Coverage['summary']
const ID = /^[0-9a-f-]{36}$/

/** How everybody is covered. Filters are in the address, except for a name. */
export function useCoverage() {
  const { one, write } = useQueryParams<'supervisor' | 'agency' | 'type' | 'state' | 'who'>()
  const search = ref('')
  const supervisor = one('supervisor', (value) => ID.test(value))
  const agency = one('agency', (value) => ID.test(value))
  const type = one('type', (value) => SUPERVISION_TYPES.some((each) => each === value))
  const state = one('state', (value) => COVERAGE_STATES.some((each) => each === value))
  const who = one('who', (value) => value === 'supervisors')
  const filter = useDebouncedFilter(
    computed(() => ({
      search: search.value.trim() || null,
      supervisorId: supervisor.value || null,
      hostAgencyId: agency.value || null,
      type: SUPERVISION_TYPES.find((each) => each === type.value) ?? null,
      state: COVERAGE_STATES.find((each) => each === state.value) ?? null,
      supervisors: who.value === 'supervisors' || null,
    })),
  )
  const narrowed = computed(() => ({ filter: filter.value }))
  const rows = usePagedList(
    'supervision-coverage',
    narrowed,
    async (asked: { filter: typeof filter.value; first: number; after: string | null }) =>
      (await ask(supervisionCoverageQuery, asked)).supervisionCoverage,
    { rowsPerPage: fewOnPhones() },
  )
  const summary = computed(() => rows.list.value?.summary)
  const isFiltered = computed(() => Object.values(filter.value).some((value) => value !== null))
  function clear(): void {
    search.value = ''
    write({ supervisor: undefined, agency: undefined, type: undefined, state: undefined, who: undefined })
  }
  return { search, supervisor, agency, type, state, who, write, filter, isFiltered, clear, summary, ...rows }
}
