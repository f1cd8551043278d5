import { runUnauthenticated } from '../../database/unit-of-work.ts'
import { notified } from '../../notifications/notify.ts'
import type { Job } from '../../server/jobs/job-runner.ts'

/** Tells whoever has not signed a session, once after 7 and once after 30 days. */
export const SIGNATURE_JOBS: readonly Job[] = [
  {
    queue: 'signatures-that-wait',
    pollIntervalSeconds: 600,
    run: async ({ database, clock }) => {
      const [told] = await runUnauthenticated<{ count: number }>(
        database,
        'select access.remind_of_signatures($1) as count',
        [clock().toISOString()],
      )
      if (told && told.count > 0) notified.publish(null)
    },
  },
]
