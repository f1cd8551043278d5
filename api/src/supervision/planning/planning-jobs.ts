import { runUnauthenticated } from '../../database/unit-of-work.ts'
import { notified } from '../../notifications/notify.ts'
import type { Job } from '../../server/jobs/job-runner.ts'

/** Tells of tomorrow's sessions, of what is due this week, of what nobody has answered, and of series that end. */
export const PLANNING_JOBS: readonly Job[] = [
  {
    queue: 'supervision-reminders',
    pollIntervalSeconds: 60,
    run: async ({ database, clock }) => {
      const [told] = await runUnauthenticated<{ count: number }>(
        database,
        'select access.remind_of_supervision($1) as count',
        [clock().toISOString()],
      )
      if (told && told.count > 0) notified.publish(null)
    },
  },
]
