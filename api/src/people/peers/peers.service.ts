import { validateText } from '@alongside/shared/validation/validation-error'
import { AN_ID, connectionOf, type Page, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { leavePeriodsOf } from '../employment/leave.service.ts'
import type { NamedPlace } from '../named-place.types.ts'
import { caseloadCountsOf, placementsOf } from '../placements/placement-rows.ts'
import { PEER_COLUMNS, peerList, type PeerRow, peerOf, PEERS } from './peer-rows.ts'
import type {
  Peer,
  PeerChoices,
  PeerConnection,
  PeerFacets,
  PeerOrder,
  PeersFilter,
  PeersSort,
  WorkOfPeer,
} from './peer.types.ts'

// Who works where: the list for those who answer for all, and one peer for those concerned.

const SEARCH_LIMIT = 100
const BY_NAME: PeersSort = { by: 'NAME', descending: false }
/** The name comes second, so that those of one team or one day stand in order. */
const SORT_KEY: Record<PeerOrder, string> = {
  NAME: 'p.folded_name',
  TEAM: "coalesce(access.folded(p.team_name), '') || ' / ' || p.folded_name",
  JOINED: "p.joined_on::text || ' / ' || p.folded_name",
  CERTIFICATION:
    "lpad(coalesce(p.rank, 99)::text, 2, '0') || ' ' || coalesce(p.expires_on::text, '9999') || ' / ' || p.folded_name",
}

type CountedRow = PeerRow & { readonly total: number }

export interface PeersQuery {
  readonly filter: PeersFilter
  readonly sort?: PeersSort | undefined
  readonly page: PageArgs
  /** The numbers on the filters cost a statement of their own. */
  readonly withFacets: boolean
  readonly withStatus: boolean
}

/** Whether the list reads what `certification.read` opens, which a token may lack. */
function readsStatus(ctx: RequestContext, { filter, sort, withStatus }: Omit<PeersQuery, 'page'>): boolean {
  const asks =
    withStatus ||
    sort?.by === 'CERTIFICATION' ||
    filter.certificationStatus != null ||
    filter.hasCertification != null
  if (asks) ctx.unit.requireCapability('certification.read')
  return asks
}

export async function peers(ctx: RequestContext, query: PeersQuery): Promise<PeerConnection> {
  const { filter } = query
  rejectIfInvalid(validateText('filter.search', filter.search, SEARCH_LIMIT))
  const page = pageFrom(query.page, ['', AN_ID])
  const isWithStatus = readsStatus(ctx, query)
  const read = () => pageOfPeers(ctx, query, page, isWithStatus)
  const [rows, facets] = await (isWithStatus ? ctx.services.withCurrentStatus(ctx, read) : read())
  // An empty page still brings its one row with the count.
  const found = rows.filter((row) => row.id !== null)
  const connection = connectionOf(found, page, rows[0]?.total ?? 0, (row) => [row.sortKey, row.id])
  return {
    ...connection,
    edges: connection.edges.map(({ node, cursor }) => ({ node: peerOf(node), cursor })),
    facets: facets[0] ?? null,
  }
}

function pageOfPeers(
  ctx: RequestContext,
  { filter, sort = BY_NAME, withFacets }: PeersQuery,
  page: Page,
  isWithStatus: boolean,
): Promise<[CountedRow[], PeerFacets[]]> {
  const list = peerList(isWithStatus)
  const [key = null, id = null] = page.after ?? []
  const [compare, direction] = sort.descending ? ['<', 'desc'] : ['>', 'asc']
  return Promise.all([
    ctx.unit.run<CountedRow>(
      `with shown as materialized (select p.*, ${SORT_KEY[sort.by]} as sort_key from (${list.peers}) p where ${list.filter}),
            counted as (select count(*) as total from shown)
       select ${list.columns}, p.sort_key as "sortKey", counted.total
         from counted
         left join lateral (
           select * from shown
            where $9::text is null or (sort_key, id) ${compare} ($9, $10::uuid)
            order by sort_key ${direction}, id ${direction} limit $11) p on true
        order by p.sort_key ${direction}, p.id ${direction}`,
      [...valuesOf(filter), key, id, page.first + 1],
    ),
    withFacets ? ctx.unit.run<PeerFacets>(list.facets, valuesOf(filter)) : [],
  ])
}

/** The same rows as the list, all of them. */
export async function everyPeer(
  ctx: RequestContext,
  filter: PeersFilter,
  { by, descending }: PeersSort = BY_NAME,
): Promise<Peer[]> {
  rejectIfInvalid(validateText('filter.search', filter.search, SEARCH_LIMIT))
  ctx.unit.requireCapability('certification.read')
  const direction = descending ? 'desc' : 'asc'
  const { peers: rowsOf, columns, filter: conditions } = peerList(true)
  const rows = await ctx.services.withCurrentStatus(ctx, () =>
    ctx.unit.run<PeerRow>(
      `select ${columns} from (${rowsOf}) p where ${conditions} order by ${SORT_KEY[by]} ${direction}, p.id ${direction}`,
      valuesOf(filter),
    ),
  )
  return rows.map(peerOf)
}

export async function peerChoices(ctx: RequestContext): Promise<PeerChoices> {
  const [hostAgencies, teams] = await Promise.all([
    ctx.unit.run<NamedPlace>(
      `select id, name from host_agency where organization_id = (select access.organization_id())
        order by access.folded(name), id limit 500`,
    ),
    ctx.unit.run<NamedPlace>(
      `select id, name from reporting_team
        where organization_id = (select access.organization_id()) and archived_at is null order by access.folded(name), id limit 500`,
    ),
  ])
  return { hostAgencies, teams }
}

/** One peer, for themselves, their supervisors, managers and auditors; to others there is nobody of that id. */
export async function peerById(ctx: RequestContext, id: string): Promise<Peer> {
  const [row] = await ctx.unit.run<PeerRow>(
    `select ${PEER_COLUMNS} from (${PEERS} and m.id = $1 and ${CONCERNED}) p`,
    [id],
  )
  if (!row) throw notFound()
  return peerOf(row)
}

const WORK = {
  placements: placementsOf,
  caseloadCounts: caseloadCountsOf,
  leavePeriods: leavePeriodsOf,
} as const

/** The same, and with it, in the same write, what of their work is asked for. */
export async function peer(
  ctx: RequestContext,
  id: string,
  asked: readonly (keyof WorkOfPeer)[],
): Promise<Peer> {
  const work = Object.fromEntries(asked.map((field) => [field, WORK[field](ctx, id)]))
  const [found] = await Promise.all([peerById(ctx, id), ...Object.values(work)])
  return { ...found, work }
}

const CONCERNED = /* sql */ `
  (m.id = (select access.membership_id()) or m.id = any ((select access.peers_of_any_type())::uuid[])
   or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')))`

function valuesOf(filter: PeersFilter): unknown[] {
  const { search, hostAgencyId, teamId, jobTitle, state, aboveUsualCaseload } = filter
  const { certificationStatus, hasCertification } = filter
  return [
    search?.trim() || null,
    hostAgencyId ?? null,
    teamId ?? null,
    jobTitle ?? null,
    state ?? null,
    aboveUsualCaseload ?? null,
    certificationStatus ?? null,
    hasCertification ?? null,
  ]
}
