import { validateReflectionTime } from '@alongside/shared/wellness/reflection-time/reflection-time'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { columnsOf, insertOf, ME, NOW } from '../../database/statements.ts'
import { connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { ReflectionTime } from './reflection-time.entity.ts'
import type {
  LogReflectionTimeInput,
  LogReflectionTimePayload,
  ReflectionTimeConnection,
  ReflectionTimeShown,
} from './reflection-time.types.ts'

// The own figure for the timesheet. It is read by nobody else, and by nothing that knows of check-ins.

const MINE: SelectText = `select ${columnsOf(ReflectionTime, 't', ['weekStart', 'minutes'])} from reflection_time t
 where t.organization_id = (select access.organization_id()) and t.owner_id = (select access.membership_id())
   and t.minutes > 0`

export async function myReflectionTime(
  ctx: RequestContext,
  args: PageArgs,
): Promise<ReflectionTimeConnection> {
  const page = pageFrom(args, ['2000-01-03'])
  const [rows, [counted]] = await Promise.all([
    ctx.unit.run<ReflectionTimeShown>(
      `${MINE} and ($1::date is null or t.week_start < $1) order by t.week_start desc limit $2::integer + 1`,
      [page.after?.[0] ?? null, page.first],
    ),
    ctx.unit.run<{ total: number }>(`select count(*) as total from (${MINE}) mine`),
  ])
  return connectionOf(rows, page, counted?.total ?? 0, ({ weekStart }) => [weekStart])
}

/** The last figure counts; sent twice, it is the same. */
export async function logReflectionTime(
  ctx: RequestContext,
  { weekStart, minutes }: LogReflectionTimeInput,
): Promise<LogReflectionTimePayload> {
  rejectIfInvalid(validateReflectionTime({ weekStart, minutes }, (await ctx.unit.actor()).today))
  await ctx.unit.write([
    insertOf(
      ReflectionTime,
      { ownerId: ME, weekStart, minutes, savedAt: NOW },
      {
        onConflict: { of: ['organizationId', 'ownerId', 'weekStart'], set: ['minutes', 'savedAt'] },
      },
    ),
  ])
  return { reflectionTime: { weekStart, minutes } }
}
