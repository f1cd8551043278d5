import { oneLine } from '@alongside/shared/validation/one-line'
import { validateTeam } from '@alongside/shared/people/organization/organization-input'
import { type Read, readSql, type Write, writeSql } from '../../database/reads-and-writes.ts'
import { columnsOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { AN_ID, connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { ReportingTeam as TeamRow } from './reporting-team.entity.ts'
import type {
  ArchiveReportingTeamInput,
  ArchiveReportingTeamPayload,
  CreateReportingTeamInput,
  CreateReportingTeamPayload,
  ReportingTeam,
  ReportingTeamConnection,
  UnarchiveReportingTeamInput,
  UnarchiveReportingTeamPayload,
  UpdateReportingTeamInput,
  UpdateReportingTeamPayload,
} from './reporting-team.types.ts'

// The teams that the climate page reports on. An archived one keeps its name in what was published.

const TEAM = /* sql */ `
  ${columnsOf(TeamRow, '', ['id', 'name', 'archivedAt'])},
  (select count(*) from employment e
    where e.organization_id = reporting_team.organization_id and e.team_id = reporting_team.id) as "memberCount"`

/** The archived ones come last: their names are sorted after a sign that no name begins with. */
const ORDER_KEY = "case when archived_at is null then '0' else '1' end || access.folded(name)"

export async function reportingTeams(
  ctx: RequestContext,
  pageArgs: PageArgs,
): Promise<ReportingTeamConnection> {
  const page = pageFrom(pageArgs, ['', AN_ID])
  const [key = null, id = null] = page.after ?? []
  const [rows, [counted]] = await Promise.all([
    ctx.unit.run<ReportingTeam & { readonly orderKey: string }>(
      `select ${TEAM}, ${ORDER_KEY} as "orderKey" from reporting_team
        where organization_id = (select access.organization_id())
          and ($1::text is null or (${ORDER_KEY}, id) > ($1, $2::uuid))
        order by ${ORDER_KEY}, id limit $3`,
      [key, id, page.first + 1],
    ),
    ctx.unit.run<{ total: number }>(
      'select count(*) as total from reporting_team where organization_id = (select access.organization_id())',
    ),
  ])
  return connectionOf(rows, page, counted?.total ?? 0, (team) => [team.orderKey, team.id])
}

export async function createReportingTeam(
  ctx: RequestContext,
  input: CreateReportingTeamInput,
): Promise<CreateReportingTeamPayload> {
  rejectIfInvalid(validateTeam(input))
  const add = (tx: Transaction, id: string) =>
    one(
      tx,
      writeSql(
        `insert into reporting_team (organization_id, id, name) values (access.organization_id(), $1, $2)
         returning ${TEAM}`,
        [id, oneLine(input.name)],
      ),
    )
  return once(ctx, 'createReportingTeam', input, add, (id, added) => added ?? one(ctx.unit, teamOf(id)))
}

const teamOf = (id: string): Read<ReportingTeam> =>
  readSql(
    `select ${TEAM} from reporting_team where organization_id = (select access.organization_id()) and id = $1`,
    [id],
  )

export async function updateReportingTeam(
  ctx: RequestContext,
  { reportingTeamId, name }: UpdateReportingTeamInput,
): Promise<UpdateReportingTeamPayload> {
  rejectIfInvalid(validateTeam({ name }))
  return one(ctx.unit, changing('name = $2', [reportingTeamId, oneLine(name)]))
}

/** Nobody can be put into it any more. */
export function archiveReportingTeam(
  ctx: RequestContext,
  { reportingTeamId }: ArchiveReportingTeamInput,
): Promise<ArchiveReportingTeamPayload> {
  return one(ctx.unit, changing('archived_at = coalesce(archived_at, access.now())', [reportingTeamId]))
}

/** In use again, unless its name is taken by now. */
export function unarchiveReportingTeam(
  ctx: RequestContext,
  { reportingTeamId }: UnarchiveReportingTeamInput,
): Promise<UnarchiveReportingTeamPayload> {
  return one(ctx.unit, changing('archived_at = null', [reportingTeamId]))
}

const changing = (set: string, values: readonly unknown[]): Write<ReportingTeam> =>
  writeSql(
    `update reporting_team set ${set}
      where organization_id = (select access.organization_id()) and id = $1 returning ${TEAM}`,
    values,
  )

async function one(
  work: Pick<Transaction, 'write'>,
  statement: Read<ReportingTeam> | Write<ReportingTeam>,
): Promise<{ reportingTeam: ReportingTeam }> {
  const [[reportingTeam]] = await work.write([statement]).catch((error: unknown) => {
    if ((error as { constraint?: string }).constraint !== 'reporting_team_name_once') throw error
    rejectIfInvalid([{ field: 'name', problem: 'already-there' }])
    return [[]]
  })
  if (!reportingTeam) throw notFound()
  return { reportingTeam }
}
