import type { PlannedSessionReason } from '@alongside/shared/supervision/planning/planned-reasons'
import type { PlannedSessionView } from '@alongside/shared/supervision/planning/planned-reasons'
import { endOf, shownStart, startOf } from '@alongside/shared/supervision/planning/planned-times'
import { isSeriesEnding } from '@alongside/shared/supervision/planning/series'
import { suggestMeeting, type LastMeeting } from '@alongside/shared/supervision/planning/suggestion'
import type {
  SessionFormat,
  SessionModality,
  SessionStatus,
} from '@alongside/shared/supervision/sessions/session-formats'
import type { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import type { SelectText } from '../../database/reads-and-writes.ts'
import type { Person } from '../../people/person.types.ts'
import { AN_ID, connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { notFound } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type {
  MyPlannedSessionsArgs,
  PlannedSessionConnection,
  PlannedSessionShown,
  SuggestedSession,
} from './planned-session.types.ts'

// Planned sessions as their readers may see them: their own, or those of a peer. Row-level security says which.

export interface PlannedSessionRow {
  readonly id: string
  readonly supervisor: Person
  readonly peers: Person[]
  readonly types: SupervisionType[]
  readonly startsOn: string
  readonly startTime: string
  readonly minutes: number
  readonly format: SessionFormat
  readonly modality: SessionModality
  readonly status: SessionStatus
  readonly reason: PlannedSessionReason | null
  readonly revision: number
  readonly seriesId: string | null
  readonly seriesWeeks: number | null
  readonly seriesLastOn: string | null
  readonly canChange: boolean
}
type Counted = PlannedSessionRow & { readonly total: number }

/** A peer of whom the supervision ended is not shown any more, unless the whole session ended with it. */
const ATTENDS = `a.organization_id = p.organization_id and a.planned_session_id = p.id
  and (a.withdrawn_at is null or p.reason = 'SUPERVISION_ENDED')`
const ME = '(select access.membership_id())'
const IS_PEER = `exists (select from planned_attendance a where ${ATTENDS} and a.peer_id = ${ME})`

export const PLANNED_COLUMNS = /* sql */ `
  p.id, p.starts_on as "startsOn", to_char(p.start_time, 'HH24:MI') as "startTime", p.minutes, p.format, p.modality,
  p.status, p.reason, p.revision, p.series_id as "seriesId", p.series_weeks as "seriesWeeks",
  (select max(s.starts_on) from planned_session s
    where s.organization_id = p.organization_id and s.series_id = p.series_id and s.status = 'SCHEDULED') as "seriesLastOn",
  jsonb_build_object('id', p.supervisor_id, 'displayName', (
    select m.display_name from membership m
     where m.organization_id = p.organization_id and m.id = p.supervisor_id)) as supervisor,
  (select coalesce(jsonb_agg(jsonb_build_object('id', who.peer_id, 'displayName', m.display_name)
                             order by m.display_name, who.peer_id), '[]')
     from (select distinct a.organization_id, a.peer_id from planned_attendance a where ${ATTENDS}) who
     left join membership m on m.organization_id = who.organization_id and m.id = who.peer_id) as peers,
  (select coalesce(array_agg(distinct a.type), '{}') from planned_attendance a where ${ATTENDS}) as types,
  p.status <> 'HELD' and (p.supervisor_id = ${ME} or p.format = 'INDIVIDUAL' and ${IS_PEER}) as "canChange"`

const MINE = `p.organization_id = (select access.organization_id()) and (p.supervisor_id = ${ME} or ${IS_PEER})`
const WITH_PEER = `($1::uuid is null or exists (
  select from planned_attendance a where ${ATTENDS} and a.peer_id = $1))`

const OF_VIEW: Record<PlannedSessionView, string> = {
  UPCOMING: `p.starts_on >= (select access.today()) and p.status in ('SCHEDULED', 'CANCELLED')`,
  UNANSWERED: `p.starts_on < (select access.today()) and p.status = 'SCHEDULED'`,
}

const inOrder = (view: PlannedSessionView): SelectText => /* sql */ `
  with listed as materialized (
    select p.id, p.starts_on, p.start_time from planned_session p where ${MINE} and ${WITH_PEER} and ${OF_VIEW[view]})
  select ${PLANNED_COLUMNS}, (select count(*) from listed) as total
    from listed l
    join planned_session p on p.organization_id = (select access.organization_id()) and p.id = l.id
   where $3::date is null or (l.starts_on, l.start_time, l.id) > ($3::date, $4::time, $5::uuid)
   order by l.starts_on, l.start_time, l.id limit $2 + 1`

/** Whatever became of them, the latest first. */
const OF_PEER: SelectText = /* sql */ `
  with listed as materialized (
    select p.id, p.starts_on, p.start_time from planned_session p
     where p.organization_id = (select access.organization_id()) and exists (
       select from planned_attendance a where ${ATTENDS} and a.peer_id = $1))
  select ${PLANNED_COLUMNS}, (select count(*) from listed) as total
    from listed l
    join planned_session p on p.organization_id = (select access.organization_id()) and p.id = l.id
   where $3::date is null or (l.starts_on, l.start_time, l.id) < ($3::date, $4::time, $5::uuid)
   order by l.starts_on desc, l.start_time desc, l.id desc limit $2 + 1`

const BY_ID: SelectText = /* sql */ `
  select ${PLANNED_COLUMNS} from planned_session p
   where p.organization_id = (select access.organization_id()) and p.id = $1`

/** Of the person signed in, as a supervisor and as a peer. */
export function myPlannedSessions(
  ctx: RequestContext,
  { view, peerId = null, ...page }: MyPlannedSessionsArgs,
): Promise<PlannedSessionConnection> {
  return pageOf(ctx, inOrder(view), peerId, page)
}

/** A peer of whom one may know nothing answers like one who has no planned session. */
export function plannedSessionsOf(
  ctx: RequestContext,
  peerId: string,
  page: PageArgs,
): Promise<PlannedSessionConnection> {
  return pageOf(ctx, OF_PEER, peerId, page)
}

async function pageOf(
  ctx: RequestContext,
  list: SelectText,
  peerId: string | null,
  args: PageArgs,
): Promise<PlannedSessionConnection> {
  const page = pageFrom(args, ['2000-01-01', '00:00', AN_ID])
  const [day = null, time = null, id = null] = (page.after ?? []) as string[]
  if (day !== null && !POSITION.test(`${day} ${time ?? ''}`)) throw notFound()
  const rows = await ctx.unit.run<Counted>(list, [peerId, page.first, day, time, id])
  const { timeZone, today } = await ctx.unit.actor()
  const position = ({ startsOn, startTime, id: row }: Counted) => [startsOn, startTime, row]
  const { edges, ...rest } = connectionOf(rows, page, rows[0]?.total ?? 0, position)
  return { ...rest, edges: edges.map(({ node, cursor }) => ({ node: shown(node, timeZone, today), cursor })) }
}
const POSITION = /^[12]\d{3}-[01]\d-[0-3]\d [0-2]\d:[0-5]\d$/

export async function plannedSessionById(ctx: RequestContext, id: string): Promise<PlannedSessionShown> {
  const [row] = await ctx.unit.run<PlannedSessionRow>(BY_ID, [id])
  if (!row) throw notFound()
  const { timeZone, today } = await ctx.unit.actor()
  return shown(row, timeZone, today)
}

export function shown(row: PlannedSessionRow, timeZone: string, today: string): PlannedSessionShown {
  const { seriesId, seriesWeeks, seriesLastOn, ...facts } = row
  const lastStartsOn = seriesLastOn ?? row.startsOn
  return {
    ...facts,
    startsAt: startOf(row, timeZone),
    endsAt: endOf(row, timeZone),
    shownTime: shownStart(row, timeZone).time,
    series:
      seriesId === null || seriesWeeks === null
        ? null
        : {
            id: seriesId,
            everyWeeks: seriesWeeks,
            lastStartsOn,
            isEnding: isSeriesEnding(lastStartsOn, today),
          },
  }
}

const LAST_MEETING: SelectText = /* sql */ `
  select day, time, minutes, modality, types from (
    select p.starts_on as day, to_char(p.start_time, 'HH24:MI') as time, p.minutes, p.modality, p.planned_at as at,
           array(select distinct a.type from planned_attendance a where ${ATTENDS} and a.peer_id = $1) as types
      from planned_session p
     where p.organization_id = (select access.organization_id()) and p.supervisor_id = ${ME} and p.format = 'INDIVIDUAL'
       and p.status in ('SCHEDULED', 'HELD') and exists (
         select from planned_attendance a where ${ATTENDS} and a.peer_id = $1)
    union all
    select s.held_on, null, s.minutes, s.modality, s.logged_at,
           array(select g.type from session_segment g
                  where g.organization_id = s.organization_id and g.session_id = s.id)
      from supervision_session s
      join session_attendance a on a.organization_id = s.organization_id and a.session_id = s.id and a.peer_id = $1
     where s.organization_id = (select access.organization_id()) and s.supervisor_id = ${ME}
       and s.format = 'INDIVIDUAL' and s.voided_at is null) meeting
   order by day desc, time nulls last limit 1`

/** NOT_FOUND where the reader does not supervise the peer today. */
export async function suggestedSession(ctx: RequestContext, peerId: string): Promise<SuggestedSession> {
  const [[last], [given]] = await Promise.all([
    ctx.unit.run<LastMeeting>(LAST_MEETING, [peerId]),
    ctx.unit.run<{ types: SupervisionType[] }>(
      `select array(select type from unnest(array['ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE']) type
                     where $1::uuid = any (access.peers_of(type))) as types`,
      [peerId],
    ),
  ])
  if (!given || given.types.length === 0) throw notFound()
  const { types, ...suggested } = suggestMeeting(last ?? null, given.types, (await ctx.unit.actor()).today)
  return { ...suggested, types: [...types] }
}
