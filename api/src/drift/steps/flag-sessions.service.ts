import type { SelectText } from '../../database/reads-and-writes.ts'
import { AN_ID, connectionOf, pageFrom } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { TO_WORK_ON } from '../drift-lists.service.ts'
import type {
  DriftFlagSession,
  DriftFlagSessionConnection,
  DriftFlagSessionsArgs,
} from './flag-step.types.ts'

/** The sessions in which a flag may have been discussed, for one who may take a step with it. */
export async function driftFlagSessions(
  ctx: RequestContext,
  { driftFlagId, ...args }: DriftFlagSessionsArgs,
): Promise<DriftFlagSessionConnection> {
  const page = pageFrom(args, [AN_ID])
  const rows = await ctx.unit.run<DriftFlagSession & { total: number }>(SESSIONS, [
    driftFlagId,
    page.first + 1,
    page.after?.[0] ?? null,
  ])
  return connectionOf(rows, page, rows[0]?.total ?? 0, ({ id }) => [id])
}

const SESSIONS: SelectText = `with listed as materialized (
    select s.id, s.held_on as "heldOn", s.minutes,
           json_build_object('id', s.supervisor_id, 'displayName', m.display_name) as supervisor,
           row_number() over (order by s.held_on desc, s.logged_at desc, s.id) as place
      from drift_flag f
      join session_attendance a on a.organization_id = f.organization_id and a.peer_id = f.peer_id
      join supervision_session s on s.organization_id = a.organization_id and s.id = a.session_id
      left join membership m on m.organization_id = s.organization_id and m.id = s.supervisor_id
     where ${TO_WORK_ON} and s.voided_at is null and s.status = 'HELD')
  select l.id, l."heldOn", l.minutes, l.supervisor, (select count(*) from listed) as total from listed l
   where $3::uuid is null or l.place > (select c.place from listed c where c.id = $3::uuid)
   order by l.place limit $2`
