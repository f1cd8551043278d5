import { runUnauthenticated } from '../../database/unit-of-work.ts'
import type { Job } from '../../server/jobs/job-runner.ts'

/** Files that never went to a course are deleted a day after they were sent, within the hour. */
export const EVIDENCE_JOBS: readonly Job[] = [
  {
    queue: 'evidence',
    pollIntervalSeconds: 60,
    run: async ({ database, clock }) => {
      await runUnauthenticated(database, 'select access.erase_unattached_evidence($1)', [
        clock().toISOString(),
      ])
    },
  },
]
