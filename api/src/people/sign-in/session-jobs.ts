import { runUnauthenticated } from '../../database/unit-of-work.ts'
import type { Job } from '../../server/jobs/job-runner.ts'

/** How long an ended session is kept, so that somebody can still say what was theirs. */
export const ENDED_SESSIONS_KEPT_DAYS = 30
/** How long the key of what was sent is kept: a tab can stand open over a vacation, and send again. */
const SUBMISSIONS_KEPT_DAYS = 30

/** What sessions do by the clock. */
export const SESSION_JOBS: readonly Job[] = [
  {
    queue: 'ended-sessions',
    pollIntervalSeconds: 60,
    run: async ({ database, clock }) => {
      await runUnauthenticated(database, 'select access.erase_ended_sessions($1, $2)', [
        clock().toISOString(),
        ENDED_SESSIONS_KEPT_DAYS,
      ])
      await runUnauthenticated(database, 'select access.erase_old_submissions($1, $2)', [
        clock().toISOString(),
        SUBMISSIONS_KEPT_DAYS,
      ])
    },
  },
]
