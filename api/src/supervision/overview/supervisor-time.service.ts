import { validateSupervisorTime } from '@alongside/shared/supervision/overview/supervisor-time'
import { readSql, type SelectText, writeSql } from '../../database/reads-and-writes.ts'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { RecordSupervisorTimeInput, SupervisorTimeRecorded } from './supervisor-time.types.ts'

// How much time supervisors have for supervising: recorded by a manager, never by themselves.

const OF_TODAY: SelectText = /* sql */ `
  select distinct on (supervisor_id) supervisor_id as "supervisorId", full_time_share::float as "fullTimeShare"
    from supervisor_time
   where organization_id = (select access.organization_id()) and starts_on <= (select access.today())
   order by supervisor_id, starts_on desc`

/** By supervisor, as of today. */
export async function supervisorTimes(ctx: RequestContext): Promise<Map<string, number>> {
  const rows = await ctx.unit.run<{ supervisorId: string; fullTimeShare: number }>(OF_TODAY)
  return new Map(rows.map((row) => [row.supervisorId, row.fullTimeShare]))
}

export function recordSupervisorTime(
  ctx: RequestContext,
  { supervisorId, fullTimeShare, startsOn }: RecordSupervisorTimeInput,
): Promise<SupervisorTimeRecorded> {
  return ctx.unit.transaction(async (tx) => {
    rejectIfInvalid(validateSupervisorTime({ fullTimeShare, startsOn }, tx.actor.today))
    if (supervisorId.toLowerCase() === tx.actor.membershipId)
      rejectIfInvalid([{ field: 'supervisorId', problem: 'not-an-option' }])
    const [[supervisor]] = await tx.write([
      readSql<{ id: string; displayName: string }>(
        `select m.id, m.display_name as "displayName" from membership m
          where m.organization_id = (select access.organization_id()) and m.id = $1 and 'SUPERVISOR' = any (m.roles)`,
        [supervisorId],
      ),
    ])
    if (!supervisor) rejectIfInvalid([{ field: 'supervisorId', problem: 'not-found' }])
    await tx.write([
      writeSql(
        `insert into supervisor_time (organization_id, supervisor_id, starts_on, full_time_share, recorded_by, recorded_at)
         values (access.organization_id(), $1, $2, $3, access.membership_id(), access.now())
         on conflict on constraint supervisor_time_pkey do update
           set full_time_share = excluded.full_time_share, recorded_by = excluded.recorded_by,
               recorded_at = excluded.recorded_at`,
        [supervisorId, startsOn, fullTimeShare],
      ),
    ])
    return { supervisor: supervisor ?? { id: supervisorId, displayName: null }, fullTimeShare, startsOn }
  })
}
