import type { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { dayAndId } from '../caseload.service.ts'
import type { SessionRecord, SessionRecordConnection, SessionRecordsFilter } from './session-record.types.ts'

// That sessions took place: for the supervisor who led them, and for those who answer for all. No statement here
// touches a table that holds what was said.

/** Whose sessions: those that one led, or all that the office answers for. */
export type SessionsOf = 'ME' | 'ALL'

interface RecordRow extends Omit<SessionRecord, 'supervisor' | 'attendees' | 'segments'> {
  readonly supervisorId: string
  readonly supervisorName: string | null
  readonly attendees: { id: string; displayName: string | null; minutes: number }[]
  readonly segments: { type: SupervisionType; minutes: number }[]
}
type CountedRow = RecordRow & { readonly total: number; readonly totalMinutes: number }

/** Its values are $1 to $9. */
const ASKED_FOR = /* sql */ `
  s.organization_id = (select access.organization_id()) and s.status = 'HELD' and s.voided_at is null
  and ($1 = 'ALL' or s.supervisor_id = (select access.membership_id()))
  and ($3::uuid is null or s.supervisor_id = $3)
  and ($2::uuid is null or exists (
    select from session_attendance a
     where a.organization_id = s.organization_id and a.session_id = s.id and a.peer_id = $2))
  and ($4::uuid is null or exists (
    select from session_attendance a
      join placement p on p.organization_id = a.organization_id and p.peer_id = a.peer_id
     where a.organization_id = s.organization_id and a.session_id = s.id and p.host_agency_id = $4
       and p.voided_at is null and p.starts_on <= s.held_on and (p.ends_on is null or p.ends_on >= s.held_on)))
  and ($5::text is null or exists (
    select from session_segment g
     where g.organization_id = s.organization_id and g.session_id = s.id and g.type = $5))
  and ($6::text is null or s.format = $6) and ($7::text is null or s.modality = $7)
  and ($8::date is null or s.held_on >= $8) and ($9::date is null or s.held_on <= $9)`

const SHOWN = /* sql */ `
  s.id, s.held_on as "heldOn", s.minutes, s.format, s.modality, s.observed, s.supervisor_id as "supervisorId",
  holder.display_name as "supervisorName",
  (select coalesce(json_agg(json_build_object('id', x.peer_id, 'displayName', m.display_name, 'minutes', x.minutes)
                            order by m.display_name, x.peer_id), '[]')
     from session_attendance x
     left join membership m on m.organization_id = x.organization_id and m.id = x.peer_id
    where x.organization_id = s.organization_id and x.session_id = s.id) as attendees,
  (select coalesce(json_agg(json_build_object('type', g.type, 'minutes', g.minutes) order by g.type), '[]')
     from session_segment g where g.organization_id = s.organization_id and g.session_id = s.id) as segments`
const HOLDER = /* sql */ `
  left join membership holder on holder.organization_id = s.organization_id and holder.id = s.supervisor_id`

const PAGE: SelectText = /* sql */ `
  with counted as (
    select count(*)::integer as total, coalesce(sum(s.minutes), 0)::integer as "totalMinutes"
      from supervision_session s where ${ASKED_FOR}),
  page as (
    select s.* from supervision_session s
     where ${ASKED_FOR} and ($10::date is null or (s.held_on, s.id) < ($10::date, $11::uuid))
     order by s.held_on desc, s.id desc limit $12)
  select ${SHOWN}, counted.* from counted left join page s on true ${HOLDER}
   order by s.held_on desc, s.id desc`

const EVERY: SelectText = /* sql */ `
  select ${SHOWN} from supervision_session s ${HOLDER} where ${ASKED_FOR} order by s.held_on desc, s.id desc`

export async function sessionRecords(
  ctx: RequestContext,
  of: SessionsOf,
  filter: SessionRecordsFilter,
  args: PageArgs,
): Promise<SessionRecordConnection> {
  const values = valuesOf(of, filter)
  const page = pageFrom(args, ['2026-01-01', 'id'])
  const [heldOn = null, id = null] = dayAndId(page.after)
  const rows = await ctx.unit.run<CountedRow>(PAGE, [...values, heldOn, id, page.first + 1])
  // An empty page still brings its one row with the counts.
  const found = rows.filter((row) => row.id !== null)
  const connection = connectionOf(found, page, rows[0]?.total ?? 0, (row) => [row.heldOn, row.id])
  return {
    ...connection,
    totalMinutes: rows[0]?.totalMinutes ?? 0,
    edges: connection.edges.map(({ node, cursor }) => ({ node: recordOf(node), cursor })),
  }
}

/** The same rows as the list, all of them. */
export async function everySessionRecord(
  ctx: RequestContext,
  of: SessionsOf,
  filter: SessionRecordsFilter,
): Promise<SessionRecord[]> {
  return (await ctx.unit.run<RecordRow>(EVERY, valuesOf(of, filter))).map(recordOf)
}

function valuesOf(of: SessionsOf, filter: SessionRecordsFilter): unknown[] {
  const { peerId, supervisorId, hostAgencyId, type, format, modality, from, to } = filter
  if (from != null && to != null && to < from)
    rejectIfInvalid([{ field: 'filter.to', problem: 'before-its-start', limit: from }])
  const values = [peerId, supervisorId, hostAgencyId, type, format, modality, from, to]
  return [of, ...values.map((value) => value ?? null)]
}

function recordOf({ attendees, supervisorId, supervisorName, ...row }: RecordRow): SessionRecord {
  return {
    ...row,
    supervisor: { id: supervisorId, displayName: supervisorName },
    attendees: attendees.map(({ id, displayName, minutes }) => ({ peer: { id, displayName }, minutes })),
  }
}
