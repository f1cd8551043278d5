import type { Job } from '../../server/jobs/job-runner.ts'
import { assessStale } from './assess-certifications.service.ts'

/** Each organization's day begins at another hour: what the new day changes is assessed soon after, so that nobody waits for it. */
export const STANDING_JOBS: readonly Job[] = [
  {
    queue: 'statuses',
    pollIntervalSeconds: 60,
    run: async ({ database, clock }, stopping) => {
      await assessStale(database, clock(), null, stopping)
    },
  },
]
