import { daysBetween } from '@alongside/shared/calendar/plain-date'
import {
  coverageCell,
  coverageRank,
  coverageState,
  coverageTally,
} from '@alongside/shared/supervision/overview/coverage'
import { SUPERVISION_TYPES, type SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { peersPerFte } from '@alongside/shared/supervision/overview/supervisor-time'
import type { SelectText } from '../../database/reads-and-writes.ts'
import type { NamedPlace } from '../../people/named-place.types.ts'
import type { Person } from '../../people/person.types.ts'
import { AN_ID, type PageArgs, pageOfAll } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { relationshipsNotEnded } from '../caseload.service.ts'
import type { SupervisionRelationship } from '../supervision.types.ts'
import { SUPERVISED_ROLES } from '../supervised.ts'
import { type CoveredPerson, coveredPeople } from './covered-people.ts'
import { supervisorTimes } from './supervisor-time.service.ts'
import type {
  CoverageCell,
  AgencyCoverage,
  SupervisorCoverage,
  TypeCoverage,
  CoverageSummary,
  SupervisionCoverage,
  SupervisionCoverageConnection,
  SupervisionCoverageFilter,
} from './coverage.types.ts'

// How everybody is covered, for those who answer for all. A handful of statements in one round trip, for any number of people:
// everybody who can be supervised, the ones that the search leaves, every relationship that has not ended, the last
// session of each type, and the time of supervisors. Supervisors count where they are supervised; nobody owes them all types.

type Times = ReadonlyMap<string, number>
interface LastRow {
  readonly peerId: string
  readonly type: SupervisionType
  readonly heldOn: string
}
interface Covered extends SupervisionCoverage {
  readonly fullTimeShare: number | null
}

/** Read backwards by day for each peer and type: as quick in the tenth year as in the first. */
const LAST_HELD: SelectText = /* sql */ `
  select m.id as "peerId", type.type, last.held_on as "heldOn"
    from membership m
    cross join unnest($1::text[]) as type (type)
    cross join lateral (
      select a.held_on
        from session_attendance a
        join supervision_session s on s.organization_id = a.organization_id and s.id = a.session_id
        join session_segment g
          on g.organization_id = a.organization_id and g.session_id = a.session_id and g.type = type.type
       where a.organization_id = m.organization_id and a.peer_id = m.id and s.status = 'HELD' and s.voided_at is null
       order by a.held_on desc limit 1) last
   where m.organization_id = (select access.organization_id()) and m.roles && ${SUPERVISED_ROLES}`

export async function supervisionCoverage(
  ctx: RequestContext,
  filter: SupervisionCoverageFilter,
  page: PageArgs,
): Promise<SupervisionCoverageConnection> {
  const [{ all, shown, today }, times] = await Promise.all([coverage(ctx, filter), supervisorTimes(ctx)])
  const positions = new Map(shown.map((row) => [row, positionOf(row)]))
  const position = (row: Covered) => positions.get(row) ?? positionOf(row)
  return {
    ...pageOfAll(shown, page, [0, 0, '', AN_ID], position),
    summary: summaryOf(all, times, today),
  }
}

/** The same rows as the matrix, all of them. */
export async function everyCoverage(
  ctx: RequestContext,
  filter: SupervisionCoverageFilter,
): Promise<SupervisionCoverage[]> {
  return (await coverage(ctx, filter)).shown
}

async function coverage(ctx: RequestContext, filter: SupervisionCoverageFilter) {
  const { search = null, hostAgencyId = null, supervisors = false } = filter
  const [{ people, found }, relationships, last] = await Promise.all([
    coveredPeople(ctx, search, hostAgencyId),
    relationshipsNotEnded(ctx, null),
    ctx.unit.run<LastRow>(LAST_HELD, [SUPERVISION_TYPES]),
  ])
  const { today } = await ctx.unit.actor()
  const ofPeer = groupedBy(relationships, ({ peer }) => peer.id)
  const lastOf = new Map(last.map(({ peerId, type, heldOn }) => [`${peerId} ${type}`, heldOn]))
  const rows = people.map((person) => covered(person, ofPeer.get(person.id) ?? [], lastOf, today))
  const all = rows.filter((row) => row.isPeer || isSupervised(row))
  const shown = (supervisors ? rows.filter(({ isPeer }) => !isPeer) : all)
    .filter((row) => found.has(row.peer.id) && isAskedFor(row, filter))
    .sort((one, other) => compare(positionOf(one), positionOf(other)))
  return { all, shown, today }
}

const isSupervised = ({ cells }: Covered): boolean => cells.some(({ state }) => state !== 'NOT_ASSIGNED')

/** A supervisor's cells of types that they do not have are left out: no figure counts them as missing. */
const counted = ({ isPeer, cells }: Covered): CoverageCell[] =>
  isPeer ? cells : cells.filter(({ state }) => state !== 'NOT_ASSIGNED')

function covered(
  peer: CoveredPerson,
  relationships: readonly SupervisionRelationship[],
  lastOf: ReadonlyMap<string, string>,
  today: string,
): Covered {
  const cells = SUPERVISION_TYPES.map((type): CoverageCell => {
    const ofType = relationships.filter((each) => each.type === type)
    const { state, overdueDays, decidedBy } = coverageCell(ofType, today)
    const lastHeldOn = lastOf.get(`${peer.id} ${type}`) ?? null
    return {
      type,
      state,
      overdueDays,
      lastHeldOn,
      daysSince: lastHeldOn === null ? null : daysBetween(lastHeldOn, today),
      relationships: decidedBy ? [decidedBy, ...ofType.filter((each) => each !== decidedBy)] : [],
    }
  })
  const { id, displayName, hostAgencies, fullTimeShare, isPeer } = peer
  return { peer: { id, displayName }, isPeer, hostAgencies: hostAgencies.slice(0, 20), cells, fullTimeShare }
}

function isAskedFor({ cells }: Covered, { supervisorId, type, state }: SupervisionCoverageFilter): boolean {
  const isWith = (cell: CoverageCell): boolean =>
    cell.relationships.some(({ supervisor }) => supervisor.id === supervisorId?.toLowerCase())
  const isIn = (cell: CoverageCell): boolean => cell.state === state && (type == null || cell.type === type)
  return (supervisorId == null || cells.some(isWith)) && (state == null || cells.some(isIn))
}

/** Folded as well as a sort in memory can; the id keeps two of one name apart. */
function positionOf(row: Covered): [number, number, string, string] {
  const { peer } = row
  const [state, overdue] = coverageRank(counted(row))
  return [state, overdue, (peer.displayName ?? '').normalize('NFKD').toLowerCase(), peer.id]
}
function compare(one: readonly (string | number)[], other: readonly (string | number)[]): number {
  const at = one.findIndex((value, place) => value !== other[place])
  return at < 0 ? 0 : (one[at] ?? 0) < (other[at] ?? 0) ? -1 : 1
}

function summaryOf(all: readonly Covered[], times: Times, today: string): CoverageSummary {
  return {
    peers: all.length,
    types: typesOf(all),
    supervisors: supervisorsOf(all, times, today),
    hostAgencies: agenciesOf(all),
  }
}

function typesOf(rows: readonly Covered[]): TypeCoverage[] {
  const statesOf = (row: Covered, type: SupervisionType) =>
    counted(row).flatMap((cell) => (cell.type === type ? [cell.state] : []))
  return SUPERVISION_TYPES.map((type) => ({
    type,
    ...coverageTally(rows.flatMap((row) => statesOf(row, type))),
  }))
}

const MAX_GROUPS = 500
function supervisorsOf(all: readonly Covered[], times: Times, today: string): SupervisorCoverage[] {
  const peerRows = all.filter(({ isPeer }) => isPeer)
  const shares = new Map(peerRows.map(({ peer, fullTimeShare }) => [peer.id, fullTimeShare]))
  const relationships = all.flatMap(({ cells }) => cells.flatMap((cell) => cell.relationships))
  return [...groupedBy(relationships, ({ supervisor }) => supervisor.id).values()]
    .map((own) => {
      const peers = [...new Set(own.map(({ peer }) => peer.id))]
      const fullTimeShare = times.get(own[0]?.supervisor.id ?? '') ?? null
      const fte = peers.flatMap((id) => (shares.has(id) ? [shares.get(id) ?? null] : []))
      return {
        supervisor: own[0]?.supervisor as Person,
        peers: peers.length,
        peersFte: fte.includes(null) ? null : fte.reduce((sum: number, share) => sum + (share ?? 0), 0),
        fullTimeShare,
        peersPerFte: peersPerFte(peers.length, fullTimeShare),
        ...coverageTally(own.map((each) => coverageState(each, today))),
      }
    })
    .sort((one, other) => byName(one.supervisor.displayName, other.supervisor.displayName))
    .slice(0, MAX_GROUPS)
}

function agenciesOf(all: readonly Covered[]): AgencyCoverage[] {
  const places = new Map<string, NamedPlace>(
    all.flatMap(({ hostAgencies }) => hostAgencies.map((place) => [place.id, place] as const)),
  )
  return [...places.values()]
    .map((hostAgency) => {
      const rows = all.filter(({ hostAgencies }) => hostAgencies.some(({ id }) => id === hostAgency.id))
      return { hostAgency, peers: rows.length, types: typesOf(rows) }
    })
    .sort((one, other) => byName(one.hostAgency.name, other.hostAgency.name))
    .slice(0, MAX_GROUPS)
}

const byName = (one: string | null, other: string | null): number => ((one ?? '') < (other ?? '') ? -1 : 1)

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
