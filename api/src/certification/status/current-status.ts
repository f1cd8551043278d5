import type { RequestContext } from '../../server/request-context.ts'
import { assessedBy, assessStale } from './assess-certifications.service.ts'

/** What is read of the kept statuses, once all of them are those of today: as a rule they are, and it is one write. */
export async function withCurrentStatus<Answer>(
  ctx: RequestContext,
  read: () => Promise<Answer>,
): Promise<Answer> {
  const question = 'select access.statuses_are_stale($1) as stale'
  const [[found], answer] = await Promise.all([
    ctx.unit.run<{ stale: boolean }>(question, [assessedBy()]),
    read(),
  ])
  if (!found?.stale) return answer
  const { organizationId } = await ctx.unit.asker()
  await assessStale(ctx.services.database, ctx.now, organizationId)
  return read()
}
