import { notified } from '../../notifications/notify.ts'
import type { Job } from '../../server/jobs/job-runner.ts'
import { remindOfCheckIns } from './check-in-reminder.service.ts'

/** What people asked to be reminded of. */
export const REMINDER_JOBS: readonly Job[] = [
  {
    queue: 'own-reminders',
    pollIntervalSeconds: 60,
    run: async ({ database, clock }) => {
      await remindOfCheckIns(database, clock())
      notified.publish(null)
    },
  },
]
