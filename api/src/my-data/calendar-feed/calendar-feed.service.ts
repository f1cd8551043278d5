import { readSql } from '../../database/reads-and-writes.ts'
import { insertOf, ME, NOW, updateOf } from '../../database/statements.ts'
import { requireConfirmedPassword } from '../../people/sign-in/password-confirmation.service.ts'
import { newToken } from '../../people/sign-in/secrets.ts'
import { hashToken, type RequestContext } from '../../server/request-context.ts'
import { CalendarFeed } from './calendar-feed.entity.ts'
import type {
  CalendarFeedShown,
  CreateCalendarFeedInput,
  CreateCalendarFeedPayload,
  RevokeCalendarFeedPayload,
} from './calendar-feed.types.ts'

// One address for each member, renewed and revoked by its owner alone.

const FEED = `select f.created_at as "createdAt", f.shows_names as "showsNames" from calendar_feed f
  where f.organization_id = (select access.organization_id()) and f.member_id = (select access.membership_id())
    and f.revoked_at is null` as const

export async function calendarFeed(ctx: RequestContext): Promise<CalendarFeedShown | null> {
  const [feed] = await ctx.unit.run<CalendarFeedShown>(FEED)
  return feed ?? null
}

export async function createCalendarFeed(
  ctx: RequestContext,
  { showsNames }: CreateCalendarFeedInput,
): Promise<CreateCalendarFeedPayload> {
  requireConfirmedPassword(await ctx.unit.actor())
  const secret = newToken()
  const made = { memberId: ME, tokenHash: hashToken(secret), showsNames, createdAt: NOW, revokedAt: null }
  const [, [feed]] = await ctx.unit.write([
    insertOf(CalendarFeed, made, { onConflict: ONE_EACH }),
    readSql<CalendarFeedShown>(FEED),
  ])
  if (!feed) throw new Error('the address was written just now')
  return { calendarFeed: feed, address: `${ctx.services.environment.publicUrl}/calendar/${secret}.ics` }
}
const ONE_EACH = {
  of: ['organizationId', 'memberId'],
  set: ['tokenHash', 'showsNames', 'createdAt', 'revokedAt'],
} as const

export async function revokeCalendarFeed(ctx: RequestContext): Promise<RevokeCalendarFeedPayload> {
  const [rows] = await ctx.unit.write([
    updateOf(
      CalendarFeed,
      { memberId: ME, revokedAt: null },
      { revokedAt: NOW },
      { returning: ['memberId'] },
    ),
  ])
  return { revoked: rows.length > 0 }
}
