import type { Logger } from 'pino'
import {
  DEFAULT_MAIL_TIMING,
  type MailChoice,
  mailDueAt,
  reminderDueAt,
} from '@alongside/shared/notifications/mail-timing'
import { DIGEST_KINDS, type NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import type { Language } from '@alongside/shared/people/account/languages'
import { runUnauthenticated } from '../database/unit-of-work.ts'
import type { AppServices } from '../server/request-context.ts'
import { sendMails } from '../server/mail/send-mails.ts'
import { notificationMail } from './notification-mail.ts'

// News by mail. First it is decided when each notification's mail is due, then what is due goes out. The database gives
// out each mail under a lease, so that of several nodes one sends it; a node that dies leaves it to the next.

const PLANNED_AT_ONCE = 500

interface Unplanned {
  readonly organization_id: string
  readonly id: string
  readonly mail: MailChoice | null
  readonly digest_hour: number | null
  readonly quiet_from: string | null
  readonly quiet_until: string | null
  readonly time_zone: string
  readonly kind: NotificationKind
}

interface DueMail {
  readonly organization_id: string
  readonly mail_id: string
  readonly email: string
  readonly locale: Language
  readonly organization_name: string
  readonly kinds: readonly NotificationKind[]
}

export async function sendDueMails(
  services: AppServices,
  stopping: AbortSignal,
  logger: Logger,
): Promise<void> {
  const { database, mailer, environment, clock } = services
  if (!mailer) return
  await planMails(services, stopping)
  await sendMails<DueMail>({
    stopping,
    logger,
    take: (most) =>
      runUnauthenticated<DueMail>(database, 'select * from access.take_due_mails($1, $2)', [
        clock().toISOString(),
        most,
      ]),
    send: (due) =>
      mailer(
        notificationMail({
          id: due.mail_id,
          to: due.email,
          locale: due.locale,
          organizationId: due.organization_id,
          organizationName: due.organization_name,
          kinds: due.kinds,
          publicUrl: environment.publicUrl,
        }),
      ),
    fail: (due, isReturned) => (isReturned ? giveUp(services, due) : Promise.resolve()),
    mark: (due) =>
      runUnauthenticated(database, 'select access.mark_mailed($1, $2, $3)', [
        due.organization_id,
        due.mail_id,
        clock().toISOString(),
      ]),
  })
}

/** What it was about still stands in the application. */
function giveUp({ database }: AppServices, due: DueMail): Promise<unknown> {
  return runUnauthenticated(database, 'select access.mark_mail_returned($1, $2)', [
    due.organization_id,
    due.mail_id,
  ])
}

/** Decided once for each, by the choice that holds now: a later change of mind is about what comes later. */
async function planMails({ database, clock }: AppServices, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const now = clock()
    const unplanned = await runUnauthenticated<Unplanned>(
      database,
      'select * from access.mails_to_plan($1)',
      [PLANNED_AT_ONCE],
    )
    if (unplanned.length === 0) return
    await runUnauthenticated(database, 'select access.plan_mails($1, $2, $3)', [
      unplanned.map((one) => one.organization_id),
      unplanned.map((one) => one.id),
      unplanned.map((one) => dueAt(now, one)?.toISOString() ?? null),
    ])
  }
}

function dueAt(now: Date, one: Unplanned): Date | null {
  const timing = {
    mail: one.mail ?? DEFAULT_MAIL_TIMING.mail,
    digestHour: one.digest_hour ?? DEFAULT_MAIL_TIMING.digestHour,
    quietFrom: one.quiet_from ?? DEFAULT_MAIL_TIMING.quietFrom,
    quietUntil: one.quiet_until ?? DEFAULT_MAIL_TIMING.quietUntil,
  }
  const due = DIGEST_KINDS.has(one.kind) ? reminderDueAt : mailDueAt
  return due(now, timing, one.time_zone)
}
