import { validateText } from '@alongside/shared/validation/validation-error'
import { connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { requireConfirmedPassword } from '../sign-in/password-confirmation.service.ts'
import { COUNTS, FILTER, PEER_COLUMNS, type PeerRow, peerOf, PEERS } from './peer-rows.ts'
import type {
  CaseloadCountType,
  LeavePeriodType,
  NamedPlace,
  PeerChoices,
  PeerConnection,
  PeerCounts,
  PeerOrder,
  PeerProfile,
  PeersFilter,
  PeersSort,
  WithdrawnPlacement,
} from './peer.types.ts'
import { peersAsCsv } from './peers-csv.ts'

// Who works where: the list for those who answer for all, and one peer for those concerned.

const SEARCH_LIMIT = 100
const BY_NAME: PeersSort = { by: 'NAME', descending: false }
/** The name comes second, so that those of one team or one day stand in order. */
const SORT_KEY: Record<PeerOrder, string> = {
  NAME: 'p.plain_name',
  TEAM: "coalesce(p.team_name, '') || ' / ' || p.plain_name",
  JOINED: "p.joined_on::text || ' / ' || p.plain_name",
}

type CountedRow = PeerRow & { readonly total: number }

export async function peers(
  ctx: RequestContext,
  filter: PeersFilter,
  sort: PeersSort = BY_NAME,
  pageArgs: PageArgs,
): Promise<PeerConnection> {
  rejectIfInvalid(validateText('filter.search', filter.search, SEARCH_LIMIT))
  const page = pageFrom(pageArgs, ['', ''])
  const [key = null, id = null] = page.after ? page.after.map(String) : []
  if (id !== null && !/^[0-9a-f-]{36}$/.test(id))
    rejectIfInvalid([{ field: 'after', problem: 'not-an-option' }])
  const [compare, direction] = sort.descending ? ['<', 'desc'] : ['>', 'asc']
  const rows = await ctx.unit.run<CountedRow>(
    `with shown as materialized (select p.*, ${SORT_KEY[sort.by]} as sort_key from (${PEERS}) p where ${FILTER}),
          counted as (select count(*) as total from shown)
     select ${PEER_COLUMNS}, p.sort_key as "sortKey", counted.total
       from counted
       left join lateral (
         select * from shown
          where $7::text is null or (sort_key, id) ${compare} ($7, $8::uuid)
          order by sort_key ${direction}, id ${direction} limit $9) p on true
      order by p.sort_key ${direction}, p.id ${direction}`,
    [...valuesOf(filter), key, id, page.first + 1],
  )
  // An empty page still brings its one row with the count.
  const found = rows.filter((row) => row.id !== null)
  const connection = connectionOf(found, page, rows[0]?.total ?? 0, (row) => [row.sortKey, row.id])
  return {
    ...connection,
    edges: connection.edges.map(({ node, cursor }) => ({ node: peerOf(node), cursor })),
  }
}

export async function peerCounts(ctx: RequestContext, filter: PeersFilter): Promise<PeerCounts> {
  rejectIfInvalid(validateText('filter.search', filter.search, SEARCH_LIMIT))
  const [counts] = await ctx.unit.run<PeerCounts>(COUNTS, valuesOf(filter))
  return counts!
}

/** The same rows as the list, all of them, as text; asks for the password, and the trail says that it left. */
export async function peersCsv(
  ctx: RequestContext,
  filter: PeersFilter,
  { by, descending }: PeersSort = BY_NAME,
): Promise<string> {
  rejectIfInvalid(validateText('filter.search', filter.search, SEARCH_LIMIT))
  const direction = descending ? 'desc' : 'asc'
  return ctx.unit.transaction(async (tx) => {
    requireConfirmedPassword(tx.actor)
    const rows = await tx.run<PeerRow>(
      `select ${PEER_COLUMNS} from (${PEERS}) p where ${FILTER} order by ${SORT_KEY[by]} ${direction}, p.id ${direction}`,
      valuesOf(filter),
    )
    await tx.run(`select access.append_audit_entry('EXPORT', 'EXPORTED', 'peers', null, null, $1::jsonb)`, [
      JSON.stringify({ rows: rows.length }),
    ])
    return peersAsCsv(rows.map(peerOf), tx.actor.today)
  })
}

export async function peerChoices(ctx: RequestContext): Promise<PeerChoices> {
  const [hostAgencies, teams] = await Promise.all([
    ctx.unit.run<NamedPlace>(
      `select id, name from host_agency where organization_id = (select access.organization_id())
        order by name, id limit 500`,
    ),
    ctx.unit.run<NamedPlace>(
      `select id, name from reporting_team
        where organization_id = (select access.organization_id()) and archived_at is null order by name, id limit 500`,
    ),
  ])
  return { hostAgencies, teams }
}

type ProfileRow = PeerRow & Pick<PeerProfile, 'leavesOn' | 'revision'>

/** One peer, for themselves, their supervisors, managers and auditors; to others there is nobody of that id. */
export async function peer(ctx: RequestContext, id: string): Promise<PeerProfile> {
  const [found, entered, caseloadCounts, leavePeriods] = await Promise.all([
    ctx.unit.run<ProfileRow>(
      `select ${PEER_COLUMNS}, p.leaves_on as "leavesOn", p.revision from (${PEERS} and m.id = $1 and ${CONCERNED}) p`,
      [id],
    ),
    ctx.unit.run<WithdrawnPlacement>(
      `select p.id, jsonb_build_object('id', h.id, 'name', h.name) as "hostAgency", p.job_title as "jobTitle",
              p.starts_on as "startsOn", p.full_time_share as "fullTimeShare", p.caseload_size as caseload, p.revision,
              case when p.voided_at is null then p.ends_on else p.ends_on_before_voiding end as "endsOn",
              p.voided_at as "withdrawnAt", w.display_name as "withdrawnBy"
         from placement p
         join host_agency h on h.organization_id = p.organization_id and h.id = p.host_agency_id
         left join membership w on w.organization_id = p.organization_id and w.id = p.voided_by
        where p.organization_id = (select access.organization_id()) and p.peer_id = $1
          and (p.ends_on is null or p.ends_on >= p.starts_on or p.voided_at is not null)
        order by p.starts_on desc, p.id limit 100`,
      [id],
    ),
    ctx.unit.run<CaseloadCountType>(
      `select c.placement_id as "placementId", c.counted_on as "countedOn", c.people
         from caseload_count c
         join placement p on p.organization_id = c.organization_id and p.id = c.placement_id
        where c.organization_id = (select access.organization_id()) and c.peer_id = $1
          and c.counted_on > (select access.today()) - 731 and p.voided_at is null
        order by c.counted_on, c.placement_id limit 500`,
      [id],
    ),
    ctx.unit.run<LeavePeriodType>(
      `select id, starts_on as "startsOn", ends_on as "endsOn" from leave_period
        where organization_id = (select access.organization_id()) and peer_id = $1 and removed_at is null
        order by starts_on desc, id limit 100`,
      [id],
    ),
  ])
  const [row] = found
  if (!row) throw notFound()
  return { ...peerOf(row), ...currentAndVoided(entered), caseloadCounts, leavePeriods }
}

const currentAndVoided = (entered: readonly WithdrawnPlacement[]) => ({
  placements: entered.filter(({ withdrawnAt }) => withdrawnAt === null),
  withdrawnPlacements: entered.filter(({ withdrawnAt }) => withdrawnAt !== null),
})

const CONCERNED = /* sql */ `
  (m.id = (select access.membership_id()) or m.id = any ((select access.peers_of_any_type())::uuid[])
   or (select access.has_role('MANAGER')) or (select access.has_role('AUDITOR')))`

function valuesOf(filter: PeersFilter): unknown[] {
  const { search, hostAgencyId, teamId, jobTitle, state, aboveUsualCaseload } = filter
  return [
    search?.trim() || null,
    hostAgencyId ?? null,
    teamId ?? null,
    jobTitle ?? null,
    state ?? null,
    aboveUsualCaseload ?? null,
  ]
}
