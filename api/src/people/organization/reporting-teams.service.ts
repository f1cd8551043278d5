import { randomUUID } from 'node:crypto'
import { validateTeam } from '@alongside/shared/people/organization/organization-input'
import { writeSql } from '../../database/reads-and-writes.ts'
import { columnsOf } from '../../database/statements.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { ReportingTeam } from './organization.types.ts'
import { ReportingTeam as TeamRow } from './reporting-team.entity.ts'

// The teams that the climate page reports on. An archived one keeps its name in what was published.

const MAX_TEAMS = 500
const TEAM = /* sql */ `
  ${columnsOf(TeamRow, '', ['id', 'name', 'archivedAt'])},
  (select count(*) from employment e
    where e.organization_id = reporting_team.organization_id and e.team_id = reporting_team.id) as "memberCount"`

export function reportingTeams(ctx: RequestContext): Promise<ReportingTeam[]> {
  return ctx.unit.run<ReportingTeam>(
    `select ${TEAM} from reporting_team where organization_id = (select access.organization_id())
      order by archived_at is not null, lower(name), id limit ${MAX_TEAMS}`,
  )
}

export async function addReportingTeam(ctx: RequestContext, name: string): Promise<ReportingTeam> {
  rejectIfInvalid(validateTeam({ name }))
  const id = randomUUID()
  return one(
    ctx,
    `insert into reporting_team (organization_id, id, name) values (access.organization_id(), $1, $2)
     returning ${TEAM}`,
    [id, name.trim()],
  )
}

export async function renameReportingTeam(
  ctx: RequestContext,
  id: string,
  name: string,
): Promise<ReportingTeam> {
  rejectIfInvalid(validateTeam({ name }))
  return one(ctx, changing('name = $2'), [id, name.trim()])
}

/** Nobody can be put into it any more; `archived` false brings it back, unless its name is taken by then. */
export function archiveReportingTeam(
  ctx: RequestContext,
  id: string,
  archived: boolean,
): Promise<ReportingTeam> {
  const set = 'archived_at = case when $2 then coalesce(archived_at, access.now()) end'
  return one(ctx, changing(set), [id, archived])
}

const changing = (set: string): string =>
  `update reporting_team set ${set}
    where organization_id = (select access.organization_id()) and id = $1 returning ${TEAM}`

async function one(ctx: RequestContext, sql: string, values: readonly unknown[]): Promise<ReportingTeam> {
  const [[team]] = await ctx.unit.write([writeSql<ReportingTeam>(sql, values)]).catch((error: unknown) => {
    if ((error as { constraint?: string }).constraint !== 'reporting_team_name_once') throw error
    rejectIfInvalid([{ field: 'name', problem: 'already-there' }])
    return [[]]
  })
  if (!team) throw notFound()
  return team
}
