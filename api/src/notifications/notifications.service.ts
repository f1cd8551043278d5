import {
  type MailTiming,
  validateMailTiming,
  DEFAULT_MAIL_TIMING,
} from '@alongside/shared/notifications/mail-timing'
import { Any } from 'typeorm'
import { readSql, type SelectText } from '../database/reads-and-writes.ts'
import { ME, NOW, columnsOf, insertOf, type Where, updateOf } from '../database/statements.ts'
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
import { NotificationChoice } from './notification-choice.entity.ts'
import { Notification } from './notification.entity.ts'
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
      `select ${NOTIFICATION}, coalesce((${WHOM_FROM}), '') as "fromName" from notification
        where ${MINE} and ($2::timestamptz is null or (created_at, id) < ($2::timestamptz, $3::uuid))
        order by created_at desc, id desc limit $1`,
      [page.first + 1, page.after?.[0] ?? null, page.after?.[1] ?? null],
    ),
    ctx.unit.run<{ total: number }>(`select count(*) as total from notification where ${MINE}`),
  ])
  return connectionOf(told, page, count?.total ?? 0, ({ createdAt, id }) => [createdAt.toISOString(), id])
}

export async function unseenNotificationCount(ctx: RequestContext): Promise<number> {
  const [count] = await ctx.unit.run<Unseen>(COUNT_UNSEEN)
  return count?.unseen ?? 0
}

/** Unknown ones, others' and those seen before alike change nothing. */
export async function markNotificationsSeen(
  ctx: RequestContext,
  { notificationIds: ids }: MarkNotificationsSeenInput,
): Promise<MarkNotificationsSeenPayload> {
  if (ids.length > MAX_PAGE_SIZE)
    rejectIfInvalid([{ field: 'notificationIds', problem: 'too-many', limit: MAX_PAGE_SIZE }])
  return markSeen(ctx, { id: Any(ids) })
}

export function markAllNotificationsSeen(ctx: RequestContext): Promise<MarkAllNotificationsSeenPayload> {
  return markSeen(ctx, {})
}

async function markSeen(
  ctx: RequestContext,
  which: Where<Notification>,
): Promise<MarkNotificationsSeenPayload> {
  const [, [count]] = await ctx.unit.write([
    updateOf(Notification, { recipientId: ME, seenAt: null, ...which }, { seenAt: NOW }),
    readSql<Unseen>(COUNT_UNSEEN),
  ])
  return { unseenCount: count?.unseen ?? 0 }
}

export async function notificationSettings(ctx: RequestContext): Promise<NotificationSettings> {
  const [chosen] = await ctx.unit.run<MailTiming>(CHOICE)
  return chosen ?? DEFAULT_MAIL_TIMING
}

export async function updateNotificationSettings(
  ctx: RequestContext,
  input: UpdateNotificationSettingsInput,
): Promise<UpdateNotificationSettingsPayload> {
  rejectIfInvalid(validateMailTiming(input))
  const { mail, digestHour, quietFrom, quietUntil } = input
  const choice = { memberId: ME, mail, digestHour, quietFrom, quietUntil }
  const [, [chosen]] = await ctx.unit.write([
    insertOf(NotificationChoice, choice, { onConflict: CHOSEN_BEFORE }),
    readSql<MailTiming>(CHOICE),
  ])
  return { settings: chosen ?? DEFAULT_MAIL_TIMING }
}
const CHOSEN_BEFORE = {
  of: ['organizationId', 'memberId'],
  set: ['mail', 'digestHour', 'quietFrom', 'quietUntil'],
} as const

interface Unseen {
  readonly unseen: number
}
const NOTIFICATION = columnsOf(Notification, '', ['id', 'kind', 'subjectId', 'createdAt', 'seenAt'])
/**
 * The other one of a supervision that is in force, or who led a session. What the reader may not see is not there for
 * the statement, so that nobody is named beyond it.
 */
const WHOM_FROM = /* sql */ `
  select m.display_name from membership m
   where m.organization_id = notification.organization_id and m.id = case
     when kind in ('AGENDA_ITEM_ADDED', 'FOLLOW_UP_ADDED', 'FOLLOW_UP_CLOSED', 'LEARNING_GOAL_ADDED') then (
       select case r.peer_id when notification.recipient_id then r.supervisor_id else r.peer_id end
         from supervision_relationship r
        where r.organization_id = notification.organization_id and r.id = notification.subject_id
          and (r.ends_on is null or r.ends_on >= (select access.today())))
     when kind in ('SESSION_LOGGED', 'SESSION_CORRECTED') then (
       select s.supervisor_id from supervision_session s
        where s.organization_id = notification.organization_id and s.id = notification.subject_id) end`
const CHOICE: SelectText = `select mail, digest_hour as "digestHour", to_char(quiet_from, 'HH24:MI') as "quietFrom",
    to_char(quiet_until, 'HH24:MI') as "quietUntil"
  from notification_choice
  where organization_id = (select access.organization_id()) and member_id = (select access.membership_id())`
const MINE =
  'organization_id = (select access.organization_id()) and recipient_id = (select access.membership_id())'
const COUNT_UNSEEN = `select count(*) as unseen from notification where ${MINE} and seen_at is null`
