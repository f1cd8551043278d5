import { runUnauthenticated } from '../../database/unit-of-work.ts'
import type { Job } from '../../server/jobs/job-runner.ts'

/** Freezes who counts in a period when it begins, and publishes it when it is closed: once, over all nodes. */
export const CROWD_FIGURE_JOBS: readonly Job[] = [
  {
    queue: 'crowd-figures',
    pollIntervalSeconds: 60,
    run: async ({ database, clock }) => {
      await runUnauthenticated(database, 'select access.freeze_crowds($1)', [clock().toISOString()])
    },
  },
]
