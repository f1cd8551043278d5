import { CertificationStatus } from '@alongside/shared/certification/status/status'
import { JOB_TITLES } from '@alongside/shared/people/placements/job-titles'
import { PEER_STATES } from '@alongside/shared/people/peers/peer-state'
import { useQuery } from '@pinia/colada'
import { computed, ref } from 'vue'
import { ask } from '../../app/session/graphql-client.ts'
import { usePagedList } from '../../app/lists/usePagedList.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { PeerOrder } from '../../generated/graphql.ts'
import { useQueryParams } from '../../ui/table/useQueryParams.ts'
import { useDebouncedFilter } from '../../ui/table/useDebouncedFilter.ts'
import { peerChoicesQuery, peersQuery } from './peers.operations.ts'

const ORDERS: readonly [PeerOrder, ...PeerOrder[]] = ['NAME', 'TEAM', 'JOINED', 'CERTIFICATION']
/** What stands for "no certification on file" among the statuses. */
export const NONE_ON_FILE = 'NONE'
const CERTIFIED_AS: readonly string[] = [...Object.values(CertificationStatus), NONE_ON_FILE]
const ID = /^[0-9a-f-]{36}$/

/**
 * The filters of the people and the rows that they show. Filters and order stand in the address, so that a link or
 * the back button brings them again; what is searched for does not, since it is a name.
 */
export function usePeers() {
  const chosen = useChosen()
  const filter = useDebouncedFilter(
    computed(() => ({
      search: chosen.search.value.trim() || null,
      hostAgencyId: chosen.agency.value || null,
      teamId: chosen.team.value || null,
      jobTitle: JOB_TITLES.find((title) => title === chosen.title.value) ?? null,
      state: PEER_STATES.find((state) => state === chosen.state.value) ?? null,
      aboveUsualCaseload: chosen.above.value || null,
      certificationStatus:
        Object.values(CertificationStatus).find((status) => status === chosen.certified.value) ?? null,
      hasCertification: chosen.certified.value === NONE_ON_FILE ? false : null,
    })),
  )
  const narrowed = computed(() => ({ filter: filter.value, sort: chosen.sort.value }))
  const rows = usePagedList('peers', narrowed, async (asked) => (await ask(peersQuery, asked)).peers)
  const counts = computed(() => rows.list.value?.facets)
  return { ...chosen, filter, counts, ...rows }
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

const NOTHING = {
  agency: undefined,
  team: undefined,
  title: undefined,
  state: undefined,
  certified: undefined,
  caseload: undefined,
}

function useChosen() {
  const { text, write, one, order } = useQueryParams<
    'agency' | 'team' | 'title' | 'state' | 'certified' | 'caseload'
  >()
  const search = ref('')
  const agency = one('agency', (value) => ID.test(value))
  const team = one('team', (value) => ID.test(value))
  const title = one('title', (value) => JOB_TITLES.some((each) => each === value))
  const state = one('state', (value) => PEER_STATES.some((each) => each === value))
  const certified = one('certified', (value) => CERTIFIED_AS.includes(value))
  const above = computed({
    get: () => text('caseload') === 'above',
    set: (only) => write({ caseload: only ? 'above' : undefined }),
  })
  const { sorting, sort } = order(ORDERS)
  const isFiltered = computed(
    () =>
      [agency, team, title, state, certified, search].some(({ value }) => value.trim() !== '') || above.value,
  )
  function clear(): void {
    search.value = ''
    write(NOTHING)
  }
  return { agency, team, title, state, certified, above, search, sorting, sort, isFiltered, clear }
}
