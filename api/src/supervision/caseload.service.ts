import type { Period } from '@alongside/shared/calendar/period'
import { isPlainDate } from '@alongside/shared/calendar/plain-date'
import { supervisionDue } from '@alongside/shared/supervision/relationships/cadence'
import type { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import {
  connectionOf,
  MAX_PAGE_SIZE,
  type PageArgs,
  pageFrom,
  type Position,
} from '../server/graphql/connection.ts'
import { notFound, rejectIfInvalid } from '../server/graphql/domain-error.ts'
import type { RequestContext } from '../server/request-context.ts'
import type { SelectText } from '../database/reads-and-writes.ts'
import type {
  CaseloadConnection,
  CaseloadFacets,
  NextPlannedSession,
  SupervisionDue,
  SupervisionRelationship,
  SupervisionRelationshipConnection,
} from './supervision.types.ts'

// Relationships with their rhythm: whom a supervisor owes time, and what a peer can count on.

interface RelationshipRow {
  readonly id: string
  readonly peerId: string
  readonly peerName: string | null
  readonly peerHasJoined: boolean
  readonly holdsPeerRole: boolean
  readonly supervisorId: string
  readonly supervisorName: string | null
  readonly type: SupervisionType
  readonly startsOn: string
  readonly endsOn: string | null
  readonly isSubstitute: boolean
  readonly standsInForId: string | null
  readonly standsInForName: string | null
  readonly supervisorHasPeerExperience: boolean
  readonly accepted: boolean
  readonly cadenceDays: number | null
  readonly lastHeldOn: string | null
  readonly sortsOn: string
  readonly pauses: readonly Period[]
  readonly isPaused: boolean
  readonly pausedUntil: string | null
  readonly pausedFrom: string | null
  readonly nextPlanned: NextPlannedSession | null
}
type CountedRow = RelationshipRow & CaseloadFacets & { readonly total: number }

/** Without a cadence there is no due day: those come last. */
const NEVER = '9999-12-31'

/**
 * The day that sorts, with cadence and last held session; `supervisionDue` words the same day with its reason. Days
 * of the peer's leave do not count; while one lasts, nothing is due, and behind an open one nothing will be. Leaves
 * that follow each other without a day between are one: it ends with the last of them.
 */
const RHYTHM = /* sql */ `
  select r.*, term.cadence_days, last.held_on as last_held_on, coalesce(leave.pauses, '[]') as pauses,
         coalesce(leave.is_paused, false) as is_paused, leave.open_from,
         (select upper(away) - 1 from unnest(leave.days) away where away @> (select access.today())) as paused_until,
         case when leave.is_paused or term.cadence_days is null then '${NEVER}'
              when leave.days is null then since.day + term.cadence_days
              else coalesce((
                select day::date
                  from generate_series(since.day + 1, since.day + term.cadence_days + leave.length, interval '1 day') day
                 where not leave.days @> day::date
                 order by day offset term.cadence_days - 1 limit 1), '${NEVER}') end as sorts_on
    from supervision_relationship r
    left join lateral (
      select t.cadence_days, t.group_sessions_count
        from supervision_agreement g
        join supervision_agreement_term t
          on t.organization_id = g.organization_id and t.agreement_id = g.id and t.type = r.type
       where g.organization_id = r.organization_id and g.peer_id = r.peer_id
         and g.agreed_on <= (select access.today()) and (g.ends_on is null or g.ends_on >= (select access.today()))
       order by g.agreed_on desc limit 1) term on true
    left join lateral (
      select a.held_on
        from session_attendance a
        join supervision_session s on s.organization_id = a.organization_id and s.id = a.session_id
        join session_segment seg
          on seg.organization_id = a.organization_id and seg.session_id = a.session_id and seg.type = r.type
       where a.organization_id = r.organization_id and a.peer_id = r.peer_id and s.status = 'HELD' and s.voided_at is null
         and (s.format = 'INDIVIDUAL' or coalesce(term.group_sessions_count, false))
       order by a.held_on desc limit 1) last on true
    cross join lateral (select greatest(last.held_on, r.starts_on) as day) since
    left join lateral (
      select range_agg(daterange(l.starts_on, l.ends_on, '[]')) as days,
             coalesce(sum(l.ends_on - l.starts_on + 1), 0)::integer as length,
             jsonb_agg(jsonb_build_object('startsOn', l.starts_on, 'endsOn', l.ends_on))
               filter (where l.ends_on is not null) as pauses,
             bool_or(l.starts_on <= (select access.today())
                     and (l.ends_on is null or l.ends_on >= (select access.today()))) as is_paused,
             min(l.starts_on) filter (where l.ends_on is null) as open_from
        from leave_period l
       where l.organization_id = r.organization_id and l.peer_id = r.peer_id and l.removed_at is null
         and (l.ends_on is null or l.ends_on > since.day)) leave on true
   where r.organization_id = (select access.organization_id())`
/** A leave without an end begins before the next session would be due: nothing falls due until it ends. */
const IS_PAUSED_AHEAD = `sorts_on = '${NEVER}' and cadence_days is not null and not is_paused`
const NOT_ENDED = /* sql */ `(r.ends_on is null or r.ends_on >= greatest(r.starts_on, (select access.today())))`

const COLUMNS = /* sql */ `
  r.id, r.peer_id as "peerId", peer.display_name as "peerName", peer.account_id is not null as "peerHasJoined",
  coalesce('PEER' = any (peer.roles), true) as "holdsPeerRole", r.supervisor_id as "supervisorId",
  supervisor.display_name as "supervisorName", r.type, r.starts_on as "startsOn", r.ends_on as "endsOn",
  r.is_substitute as "isSubstitute", r.supervisor_has_peer_experience as "supervisorHasPeerExperience",
  r.accepted_at is not null as accepted, r.cadence_days as "cadenceDays", r.last_held_on as "lastHeldOn",
  r.sorts_on as "sortsOn", r.pauses, r.is_paused as "isPaused",
  case when r.is_paused then r.paused_until end as "pausedUntil",
  case when ${IS_PAUSED_AHEAD} then r.open_from end as "pausedFrom",
  (select jsonb_build_object('id', p.id, 'startsOn', p.starts_on, 'startTime', to_char(p.start_time, 'HH24:MI'))
     from planned_attendance a
     join planned_session p on p.organization_id = a.organization_id and p.id = a.planned_session_id
    where a.organization_id = r.organization_id and a.peer_id = r.peer_id and a.supervisor_id = r.supervisor_id
      and a.type = r.type and a.withdrawn_at is null and p.status = 'SCHEDULED'
      and p.starts_on >= (select access.today())
    order by p.starts_on, p.start_time limit 1) as "nextPlanned", away.supervisor_id as "standsInForId", absent.display_name as "standsInForName"`

const NAMES = /* sql */ `
  left join membership peer on peer.organization_id = r.organization_id and peer.id = r.peer_id
  left join membership supervisor on supervisor.organization_id = r.organization_id and supervisor.id = r.supervisor_id
  left join supervision_relationship away on away.organization_id = r.organization_id and away.id = r.stands_in_for_id
  left join membership absent on absent.organization_id = away.organization_id and absent.id = away.supervisor_id`

const CASELOAD = /* sql */ `
  with rhythm as materialized (
    ${RHYTHM} and ${NOT_ENDED} and r.supervisor_id = (select access.membership_id())
      and r.accepted_at is not null and r.starts_on <= (select access.today())),
  counted as (
    select count(*) as total,
           count(*) filter (where sorts_on < today) as overdue,
           count(*) filter (where sorts_on between today and sunday) as "dueThisWeek",
           count(*) filter (where sorts_on > sunday and sorts_on < '${NEVER}') as "onTrack",
           count(*) filter (where is_paused) as paused,
           count(*) filter (where ${IS_PAUSED_AHEAD}) as "pausedAhead",
           count(*) filter (where cadence_days is null and not is_paused) as "withoutCadence"
      from rhythm, (select access.today() as today, date_trunc('week', access.today())::date + 6 as sunday) day)
  select ${COLUMNS}, counted.*
    from counted
    left join lateral (
      select * from rhythm
       where $2::date is null or (sorts_on, id) > ($2::date, $3::uuid)
       order by sorts_on, id limit $1 + 1) r on true
    ${NAMES}
   order by r.sorts_on, r.id`

/** By type, whoever is accepted first; the row of the cursor tells where the page begins. */
const OF_PEER = /* sql */ `
  with rhythm as materialized (
    ${RHYTHM} and ${NOT_ENDED} and r.peer_id = coalesce($1::uuid, (select access.membership_id()))),
  placed as (select *, row_number() over (order by type, accepted_at, starts_on, id) as place from rhythm)
  select ${COLUMNS}, (select count(*) from rhythm) as total
    from placed r ${NAMES}
   where $3::text is null or r.place > (select place from placed where id::text = $3)
   order by r.place limit $2 + 1`

/** Of everybody whom the reader may see, or of one supervisor; proposals and those to come included. */
const NOT_ENDED_OF_ALL: SelectText = /* sql */ `
  with rhythm as (${RHYTHM} and ${NOT_ENDED} and ($1::uuid is null or r.supervisor_id = $1))
  select ${COLUMNS} from rhythm r ${NAMES} order by r.type, r.sorts_on, r.id`

const BY_ID = /* sql */ `with rhythm as (${RHYTHM} and r.id = $1) select ${COLUMNS} from rhythm r ${NAMES}`

/** The days, from today on, on which the reader owes supervision or can count on it, for their calendar. */
export const DUE_DAYS = /* sql */ `
  with rhythm as (
    ${RHYTHM} and ${NOT_ENDED} and r.accepted_at is not null and r.starts_on <= (select access.today())
      and (r.supervisor_id = (select access.membership_id()) or r.peer_id = (select access.membership_id())))
  select r.id, r.sorts_on::date as day, r.accepted_at as "changedAt", m.display_name as names
    from rhythm r
    left join membership m on m.organization_id = r.organization_id
     and m.id = case when r.supervisor_id = (select access.membership_id()) then r.peer_id else r.supervisor_id end
   where r.sorts_on >= (select access.today()) and r.sorts_on < '${NEVER}' order by r.sorts_on, r.id`

/** Whom the reader owes supervision in the week of an instant, on the organization's clock; the first due first. */
export const DUE_IN_WEEK_OF: SelectText = /* sql */ `
  with rhythm as (
    ${RHYTHM} and ${NOT_ENDED} and r.accepted_at is not null and r.starts_on <= (select access.today())
      and r.supervisor_id = (select access.membership_id()))
  select r.id, r.sorts_on::text as "on", null as time, array[r.type] as types,
         jsonb_build_array(jsonb_build_object('id', m.id, 'displayName', m.display_name)) as people
    from rhythm r
    join membership m on m.organization_id = r.organization_id and m.id = r.peer_id
    join organization o on o.id = r.organization_id
    cross join lateral (select date_trunc('week', $1::timestamptz at time zone o.time_zone)::date as monday) week
   where r.sorts_on between week.monday and week.monday + 6 order by r.sorts_on, r.id limit $2`

/** The signed-in supervisor's current relationships, whoever needs time first; one statement for any number. */
export async function caseload(ctx: RequestContext, args: PageArgs): Promise<CaseloadConnection> {
  const page = pageFrom(args, ['2026-01-01', 'id'])
  const [sortsOn = null, id = null] = dayAndId(page.after)
  const rows = await ctx.unit.run<CountedRow>(CASELOAD, [page.first, sortsOn, id])
  const { today } = await ctx.unit.actor()
  const [first] = rows
  if (!first) throw new Error('the counts are always there')
  const { total, overdue, dueThisWeek, onTrack, paused, pausedAhead, withoutCadence } = first
  // An empty page still brings its one row of counts.
  const found = rows.filter((row) => row.id !== null)
  const connection = connectionOf(found, page, total, (row) => [row.sortsOn, row.id])
  const edges = connection.edges.map(({ node, cursor }) => ({ node: relationshipOf(node, today), cursor }))
  return {
    ...connection,
    edges,
    facets: { overdue, dueThisWeek, onTrack, paused, pausedAhead, withoutCadence },
  }
}

/** The signed-in peer's supervisors, proposals and those to come included. */
export async function mySupervisors(
  ctx: RequestContext,
  args: PageArgs,
): Promise<SupervisionRelationshipConnection> {
  const page = pageFrom(args, ['id'])
  const [after = null] = (page.after ?? []) as string[]
  const rows = await ofPeer(ctx, null, page.first, after)
  const { today } = await ctx.unit.actor()
  const connection = connectionOf(rows, page, rows[0]?.total ?? 0, ({ id }) => [id])
  const edges = connection.edges.map(({ node, cursor }) => ({ node: relationshipOf(node, today), cursor }))
  return { ...connection, edges }
}

/** A peer's supervisors, proposals and those to come included; at most 100. */
export async function supervisorsOf(ctx: RequestContext, peerId: string): Promise<SupervisionRelationship[]> {
  const rows = await ofPeer(ctx, peerId, MAX_PAGE_SIZE - 1, null)
  const { today } = await ctx.unit.actor()
  return rows.map((row) => relationshipOf(row, today))
}

/** Every relationship that has not ended, of one supervisor where one is named; one statement for any number. */
export async function relationshipsNotEnded(
  ctx: RequestContext,
  supervisorId: string | null,
): Promise<SupervisionRelationship[]> {
  const rows = await ctx.unit.run<RelationshipRow>(NOT_ENDED_OF_ALL, [supervisorId])
  const { today } = await ctx.unit.actor()
  return rows.map((row) => relationshipOf(row, today))
}

/** One relationship, ended or not, as its reader may see it. */
export async function relationshipById(ctx: RequestContext, id: string): Promise<SupervisionRelationship> {
  const [row] = await ctx.unit.run<RelationshipRow>(BY_ID, [id])
  if (!row) throw notFound()
  return relationshipOf(row, (await ctx.unit.actor()).today)
}

function ofPeer(ctx: RequestContext, peerId: string | null, first: number, afterId: string | null) {
  return ctx.unit.run<RelationshipRow & { readonly total: number }>(OF_PEER, [peerId, first, afterId])
}

/** A cursor of days and ids; anything else that parses is refused like a cursor that was never given. */
export function dayAndId(after: Position | null): [string, string] | [] {
  if (!after) return []
  const [day, id] = [String(after[0]), String(after[1])]
  const isDay = day === NEVER || isPlainDate(day)
  if (!isDay || !/^[0-9a-f-]{36}$/.test(id)) rejectIfInvalid([{ field: 'after', problem: 'not-an-option' }])
  return [day, id]
}

function relationshipOf(row: RelationshipRow, today: string): SupervisionRelationship {
  return {
    ...row,
    peer: { id: row.peerId, displayName: row.peerName },
    supervisor: { id: row.supervisorId, displayName: row.supervisorName },
    standsInFor:
      row.standsInForId === null ? null : { id: row.standsInForId, displayName: row.standsInForName },
    due: row.accepted ? dueOf(row, today) : null,
  }
}

function dueOf(
  { cadenceDays, startsOn, lastHeldOn, sortsOn, pauses }: RelationshipRow,
  today: string,
): SupervisionDue | null {
  if (cadenceDays === null || sortsOn === NEVER) return null
  const due = supervisionDue({ cadenceDays, startedOn: startsOn, lastHeldOn, pauses }, today)
  const { rule, countedFrom, pausedDays } = due.reason
  return {
    kind: due.kind,
    dueOn: due.dueOn,
    overdueDays: due.kind === 'OVERDUE' ? due.days : 0,
    rule,
    countedFrom,
    cadenceDays,
    pausedDays,
  }
}
