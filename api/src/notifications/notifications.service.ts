import {
  type MailTiming,
  validateMailTiming,
  DEFAULT_MAIL_TIMING,
} from '@alongside/shared/notifications/mail-timing'
import {
  AN_ID,
  AN_INSTANT,
  connectionOf,
  MAX_PAGE_SIZE,
  type PageArgs,
  pageFrom,
} from '../server/graphql/connection.ts'
import { rejectIfInvalid } from '../server/graphql/domain-error.ts'
import type { RequestContext } from '../server/request-context.ts'
import type {
  MarkAllNotificationsSeenPayload,
  MarkNotificationsSeenInput,
  MarkNotificationsSeenPayload,
  NotificationConnection,
  NotificationOfMine,
  NotificationSettings,
  UpdateNotificationSettingsInput,
  UpdateNotificationSettingsPayload,
} from './notifications.types.ts'

// Reading one's own news in the app, and choosing how it comes by mail.

export async function myNotifications(ctx: RequestContext, args: PageArgs): Promise<NotificationConnection> {
  const page = pageFrom(args, [AN_INSTANT, AN_ID])
  const [told, [count]] = await Promise.all([
    ctx.unit.run<NotificationOfMine>(
      `select id, kind, subject_id as "subjectId", created_at as "createdAt", seen_at as "seenAt" from notification
        where ${MINE} and ($2::timestamptz is null or (created_at, id) < ($2::timestamptz, $3::uuid))
        order by created_at desc, id desc limit $1`,
      [page.first + 1, page.after?.[0] ?? null, page.after?.[1] ?? null],
    ),
    ctx.unit.run<{ total: number }>(`select count(*) as total from notification where ${MINE}`),
  ])
  return connectionOf(told, page, count?.total ?? 0, ({ createdAt, id }) => [createdAt.toISOString(), id])
}

export async function unseenNotificationCount(ctx: RequestContext): Promise<number> {
  const [count] = await ctx.unit.run<{ unseen: number }>(COUNT_UNSEEN)
  return count?.unseen ?? 0
}

/** Unknown ones, others' and those seen before alike change nothing. */
export async function markNotificationsSeen(
  ctx: RequestContext,
  { notificationIds: ids }: MarkNotificationsSeenInput,
): Promise<MarkNotificationsSeenPayload> {
  if (ids.length > MAX_PAGE_SIZE)
    rejectIfInvalid([{ field: 'notificationIds', problem: 'too-many', limit: MAX_PAGE_SIZE }])
  const [, unseenCount] = await Promise.all([
    ctx.unit.run(
      `update notification set seen_at = access.now() where ${MINE} and seen_at is null and id = any ($1)`,
      [ids],
    ),
    unseenNotificationCount(ctx),
  ])
  return { unseenCount }
}

export async function markAllNotificationsSeen(
  ctx: RequestContext,
): Promise<MarkAllNotificationsSeenPayload> {
  const [, unseenCount] = await Promise.all([
    ctx.unit.run(`update notification set seen_at = access.now() where ${MINE} and seen_at is null`),
    unseenNotificationCount(ctx),
  ])
  return { unseenCount }
}

export async function notificationSettings(ctx: RequestContext): Promise<NotificationSettings> {
  const [chosen] = await ctx.unit.run<MailTiming>(
    `select mail, digest_hour as "digestHour", to_char(quiet_from, 'HH24:MI') as "quietFrom",
            to_char(quiet_until, 'HH24:MI') as "quietUntil"
       from notification_choice
      where organization_id = (select access.organization_id()) and member_id = (select access.membership_id())`,
  )
  return chosen ?? DEFAULT_MAIL_TIMING
}

export async function updateNotificationSettings(
  ctx: RequestContext,
  input: UpdateNotificationSettingsInput,
): Promise<UpdateNotificationSettingsPayload> {
  rejectIfInvalid(validateMailTiming(input))
  const [, settings] = await Promise.all([
    ctx.unit.run(
      `insert into notification_choice (organization_id, member_id, mail, digest_hour, quiet_from, quiet_until)
       values (access.organization_id(), access.membership_id(), $1, $2, $3, $4)
       on conflict (organization_id, member_id) do update
          set mail = excluded.mail, digest_hour = excluded.digest_hour, quiet_from = excluded.quiet_from,
              quiet_until = excluded.quiet_until`,
      [input.mail, input.digestHour, input.quietFrom, input.quietUntil],
    ),
    notificationSettings(ctx),
  ])
  return { settings }
}

const MINE =
  'organization_id = (select access.organization_id()) and recipient_id = (select access.membership_id())'
const COUNT_UNSEEN = `select count(*) as unseen from notification where ${MINE} and seen_at is null`
