import type { RequestContext } from '../../server/request-context.ts'
import { judgedBy, judgeStale } from './assess-certifications.service.ts'

/** What is read of the kept standings, once all of them are those of today: as a rule they are, and it is one write. */
export async function overFreshStandings<Answer>(
  ctx: RequestContext,
  read: () => Promise<Answer>,
): Promise<Answer> {
  const question = 'select access.standings_are_stale($1) as stale'
  const [[found], answer] = await Promise.all([
    ctx.unit.run<{ stale: boolean }>(question, [judgedBy()]),
    read(),
  ])
  if (!found?.stale) return answer
  const { organizationId } = await ctx.unit.asker()
  await judgeStale(ctx.surroundings.database, ctx.now, organizationId)
  return read()
}
