import type { Pool } from 'pg'
import { PgBoss } from 'pg-boss'
import { APPLICATION_ROLE } from './roles.ts'

// Work that no request waits for is queued by pg-boss in a schema of its own, which it brings up to date itself.

export const JOB_SCHEMA = 'jobs'

/**
 * The queues, when each is asked to run, and how long a run may take. At most one run of each waits. Several may be
 * under way, so that a node that died holds nothing up: what must happen once is held by the rows that a run takes.
 * What is queued carries nothing: each run finds its work in the database.
 */
export const JOB_QUEUES = {
  'mail-due': { cron: '* * * * *', expireInSeconds: 120 },
  'renewal-reminders': { cron: '7 * * * *', expireInSeconds: 300 },
  'old-news': { cron: '37 3 * * *', expireInSeconds: 300 },
  statuses: { cron: '2 * * * *', expireInSeconds: 600 },
  'ended-sessions': { cron: '47 3 * * *', expireInSeconds: 300 },
  departures: { cron: '47 * * * *', expireInSeconds: 300 },
  'agreements-to-sign': { cron: '* * * * *', expireInSeconds: 60 },
  'import-rows': { cron: '17 * * * *', expireInSeconds: 300 },
} as const
export type JobQueue = keyof typeof JOB_QUEUES

const HOUR_IN_SECONDS = 3_600

/** As the owner, after the migrations: pg-boss's tables and our queues. The application role works with their rows. */
export async function prepareJobQueues(owner: Pool): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => owner.query<never>(text, values) },
    schema: JOB_SCHEMA,
    supervise: false,
    schedule: false,
  })
  await boss.start()
  try {
    for (const [name, { cron, expireInSeconds }] of Object.entries(JOB_QUEUES)) {
      // The next minute or hour tries again anyhow; what was done is of no interest for long.
      const ways = { expireInSeconds, retryLimit: 0, deleteAfterSeconds: HOUR_IN_SECONDS }
      await boss.createQueue(name, { policy: 'short', ...ways })
      await boss.updateQueue(name, ways)
      await boss.schedule(name, cron)
    }
  } finally {
    await boss.stop({ graceful: false })
  }
  await owner.query(`
    grant usage on schema ${JOB_SCHEMA} to ${APPLICATION_ROLE};
    grant select, insert, update, delete on all tables in schema ${JOB_SCHEMA} to ${APPLICATION_ROLE};`)
}
