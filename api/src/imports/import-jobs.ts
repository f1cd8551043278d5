import { runUnauthenticated } from '../database/unit-of-work.ts'
import type { Job } from '../server/jobs/job-runner.ts'

/** What imports do by the clock: rows of people that are a day old are erased, within the hour. */
export const IMPORT_JOBS: readonly Job[] = [
  {
    queue: 'import-rows',
    pollIntervalSeconds: 60,
    run: async ({ database, clock }) => {
      await runUnauthenticated(database, 'select access.erase_import_rows($1)', [clock().toISOString()])
    },
  },
]
