import { isPlainDate } from '@alongside/shared/calendar/plain-date'
import type { SelectText } from '../database/reads-and-writes.ts'
import { writeSql } from '../database/reads-and-writes.ts'
import { requireConfirmedPassword } from '../people/sign-in/password-confirmation.service.ts'
import { connectionOf, type PageArgs, pageFrom } from '../server/graphql/connection.ts'
import { notFound } from '../server/graphql/domain-error.ts'
import type { RequestContext } from '../server/request-context.ts'
import { SAVED_ANSWERS } from './weekly-check-in.service.ts'
import type { SavedCheckIn, WeeklyCheckInConnection } from './weekly-check-in.types.ts'

// The own check-ins one by one: to read again, to share, and to delete for good. They are the peer's own.

const MINE: SelectText = `select ${SAVED_ANSWERS} from weekly_check_in
 where organization_id = (select access.organization_id()) and peer_id = (select access.membership_id())`

export async function myCheckIns(ctx: RequestContext, args: PageArgs): Promise<WeeklyCheckInConnection> {
  const page = pageFrom(args, ['2000-01-03'])
  const [rows, [counted]] = await Promise.all([
    ctx.unit.run<SavedCheckIn>(
      `${MINE} and ($1::date is null or week_start < $1) order by week_start desc limit $2::integer + 1`,
      [page.after?.[0] ?? null, page.first],
    ),
    ctx.unit.run<{ total: number }>(`select count(*) as total from (${MINE}) mine`),
  ])
  requireConfirmedPassword(await ctx.unit.actor())
  const list = connectionOf(rows, page, counted?.total ?? 0, ({ weekStart }) => [weekStart])
  return list as WeeklyCheckInConnection
}

/** Of these weeks; null means of all. */
export async function deleteCheckIns(
  ctx: RequestContext,
  weeks: readonly string[] | null,
): Promise<{ deletedCount: number }> {
  requireConfirmedPassword(await ctx.unit.actor())
  if (weeks?.some((week) => !isPlainDate(week))) throw notFound()
  const [[deleted]] = await ctx.unit.write([
    writeSql<{ count: number }>('select access.delete_own_check_ins($1::date[]) as count', [weeks]),
  ])
  const deletedCount = deleted?.count ?? 0
  if (deletedCount === 0 && weeks?.length) throw notFound()
  return { deletedCount }
}
