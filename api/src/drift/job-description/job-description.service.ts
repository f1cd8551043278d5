import { validateJobDescription } from '@alongside/shared/drift/job-description/job-description-input'
import { readSql, type SelectText } from '../../database/reads-and-writes.ts'
import { columnsOf, insertFrom, ME, NOW } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { AN_ID, AN_INSTANT, connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { JobDescription } from './job-description.entity.ts'
import type {
  JobDescriptionConnection,
  JobDescriptionShown,
  RecordJobDescriptionInput,
  RecordJobDescriptionPayload,
} from './job-description.types.ts'

// Job descriptions that were saved with a placement. The check itself runs in the browser and sends nothing.

const SHOWN: SelectText = `select ${columnsOf(JobDescription, 'd', ['id', 'placementId', 'version', 'text', 'savedAt'])},
    json_build_object('id', d.saved_by, 'displayName', m.display_name) as "savedBy",
    json_build_object('id', h.id, 'name', h.name) as "hostAgency"
  from job_description d
  join placement p on p.organization_id = d.organization_id and p.id = d.placement_id
  join host_agency h on h.organization_id = p.organization_id and h.id = p.host_agency_id
  left join membership m on m.organization_id = d.organization_id and m.id = d.saved_by
 where d.organization_id = (select access.organization_id())`
const OF_PLACEMENT = 'd.placement_id = $4'
/** A manager who is a peer too reads other people's under the same policy, so that the peer is named here. */
const MINE = 'd.peer_id = (select access.membership_id()) and $4::uuid is null'

export function jobDescriptions(
  ctx: RequestContext,
  placementId: string,
  args: PageArgs,
): Promise<JobDescriptionConnection> {
  return pageOf(ctx, args, OF_PLACEMENT, placementId)
}

export function myJobDescriptions(ctx: RequestContext, args: PageArgs): Promise<JobDescriptionConnection> {
  return pageOf(ctx, args, MINE, null)
}

async function pageOf(
  ctx: RequestContext,
  args: PageArgs,
  scope: string,
  placementId: string | null,
): Promise<JobDescriptionConnection> {
  const page = pageFrom(args, [AN_INSTANT, AN_ID])
  const [savedAt = null, id = null] = page.after ?? []
  const [versions, [counted]] = await Promise.all([
    ctx.unit.run<JobDescriptionShown>(
      `${SHOWN} and ${scope}
         and ($1::timestamptz is null or (date_trunc('milliseconds', d.saved_at), d.id) < ($1, $2::uuid))
       order by date_trunc('milliseconds', d.saved_at) desc, d.id desc limit $3::integer + 1`,
      [savedAt, id, page.first, placementId],
    ),
    ctx.unit.run<{ total: number }>(
      `select count(*) as total from job_description d
        where d.organization_id = (select access.organization_id()) and ${scope.replaceAll('$4', '$1')}`,
      [placementId],
    ),
  ])
  return connectionOf(versions, page, counted?.total ?? 0, (one) => [one.savedAt.toISOString(), one.id])
}

/** Two managers who save at once make two versions, one after the other. */
export async function recordJobDescription(
  ctx: RequestContext,
  input: RecordJobDescriptionInput,
): Promise<RecordJobDescriptionPayload> {
  rejectIfInvalid(validateJobDescription(input))
  const { placementId, text } = input
  const add = async (tx: Transaction, id: string) => {
    const [, [saved]] = await tx.write([
      readSql("select pg_advisory_xact_lock(hashtextextended('job description of ' || $1, 0))", [
        placementId,
      ]),
      insertFrom(
        JobDescription,
        `from placement p
          where p.organization_id = (select access.organization_id()) and p.id = :placementId
            and p.voided_at is null`,
        {
          id,
          placementId,
          peerId: () => 'p.peer_id',
          version: () => `(select coalesce(max(d.version), 0) + 1 from job_description d
            where d.organization_id = p.organization_id and d.placement_id = p.id)`,
          text: text.trim(),
          savedBy: ME,
          savedAt: NOW,
        },
        { returning: ['id'] },
      ),
    ])
    if (!saved) throw notFound()
  }
  return once(ctx, 'recordJobDescription', input, add, async (id) => {
    const [jobDescription] = await ctx.unit.run<JobDescriptionShown>(`${SHOWN} and d.id = $1`, [id])
    if (!jobDescription) throw notFound()
    return { jobDescription }
  })
}
