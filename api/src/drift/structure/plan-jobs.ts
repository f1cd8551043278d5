import { runUnauthenticated } from '../../database/unit-of-work.ts'
import { notified } from '../../notifications/notify.ts'
import type { Job } from '../../server/jobs/job-runner.ts'

/** Tells the owner of a plan about an agency that its day has come. */
export const PLAN_JOBS: readonly Job[] = [
  {
    queue: 'plans-due',
    pollIntervalSeconds: 600,
    run: async ({ database, clock }) => {
      const [told] = await runUnauthenticated<{ count: number }>(
        database,
        'select access.remind_of_plans($1) as count',
        [clock().toISOString()],
      )
      if (told && told.count > 0) notified.publish(null)
    },
  },
]
