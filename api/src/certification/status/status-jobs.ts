import type { Job } from '../../server/jobs/job-runner.ts'
import { judgeStale } from './assess-certifications.service.ts'

/** Each organization's day begins at another hour: what the new day changes is judged soon after, so that nobody waits for it. */
export const STANDING_JOBS: readonly Job[] = [
  {
    queue: 'standings',
    lookEverySeconds: 60,
    run: async ({ database, clock }, stopping) => {
      await judgeStale(database, clock(), null, stopping)
    },
  },
]
