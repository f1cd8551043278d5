import { notified } from '../../notifications/notify.ts'
import { runUnauthenticated } from '../../database/unit-of-work.ts'
import type { Job } from '../../server/jobs/job-runner.ts'

/** Tells supervisors whom an agreement named before their supervision began. */
export const AGREEMENT_JOBS: readonly Job[] = [
  {
    queue: 'agreements-to-sign',
    pollIntervalSeconds: 60,
    run: async ({ database, clock }) => {
      const [told] = await runUnauthenticated<{ count: number }>(
        database,
        'select access.tell_of_agreements_to_sign($1) as count',
        [clock().toISOString()],
      )
      if (told && told.count > 0) notified.publish(null)
    },
  },
]
