import type { DataSource } from 'typeorm'
import { NEWS_KEPT_DAYS } from '@alongside/shared/notifications/notification-retention'
import { CERTIFICATION_REMINDER_DAYS } from '@alongside/shared/notifications/notification-kinds'
import { runUnauthenticated } from '../database/unit-of-work.ts'
import { sendLinkMails } from '../people/invitations/link-mails.service.ts'
import type { Job } from '../server/jobs/job-runner.ts'
import { sendDueMails } from './due-mails.service.ts'
import { notified } from './notify.ts'

/** Nobody needs to know for ever that something was new. */
export async function deleteOldNotifications(database: DataSource, now: Date): Promise<void> {
  await runUnauthenticated(database, 'select access.erase_old_notifications($1, $2, $3)', [
    now.toISOString(),
    NEWS_KEPT_DAYS.seen,
    NEWS_KEPT_DAYS.all,
  ])
}

/** What notifications do by the clock. */
export const NOTIFICATION_JOBS: readonly Job[] = [
  {
    queue: 'mail-due',
    trigger: notified,
    pollIntervalSeconds: 2,
    run: async (services, stopping, logger) => {
      await sendLinkMails(services, stopping, logger)
      await sendDueMails(services, stopping, logger)
    },
  },
  {
    queue: 'renewal-reminders',
    pollIntervalSeconds: 60,
    run: async ({ database, clock }) => {
      await runUnauthenticated(database, 'select access.remind_of_expiry($1, $2)', [
        clock().toISOString(),
        CERTIFICATION_REMINDER_DAYS,
      ])
      await runUnauthenticated(database, 'select access.notify_weekly_digest($1)', [clock().toISOString()])
      notified.publish(null)
    },
  },
  {
    queue: 'old-news',
    pollIntervalSeconds: 60,
    run: ({ database, clock }) => deleteOldNotifications(database, clock()),
  },
]
