import { runUnauthenticated } from '../../database/unit-of-work.ts'
import type { Job } from '../../server/jobs/job-runner.ts'

/** Checks each organization's record chain once a day, soon after its midnight. */
export const RECORD_JOBS: readonly Job[] = [
  {
    queue: 'record-chains',
    pollIntervalSeconds: 600,
    run: async ({ database, clock }) => {
      await runUnauthenticated(database, 'select access.check_record_chains($1)', [clock().toISOString()])
    },
  },
]
