import type { Pool } from 'pg'
import { PgBoss } from 'pg-boss'
import { APPLICATION_ROLE } from './roles.ts'

// pg-boss queues work that no request waits for. It has its own schema and migrates it itself.

export const JOB_SCHEMA = 'jobs'

/**
 * The queues with their schedules and time limits. At most one run of each is waiting. Several can be active, so that
 * a dead node blocks nothing: rows that a run locks make sure that work happens once. Jobs carry no data: each run
 * finds its work in the database.
 */
export const JOB_QUEUES = {
  'mail-due': { cron: '* * * * *', expireInSeconds: 120 },
  'renewal-reminders': { cron: '7 * * * *', expireInSeconds: 300 },
  'old-news': { cron: '37 3 * * *', expireInSeconds: 300 },
  statuses: { cron: '2 * * * *', expireInSeconds: 600 },
  'ended-sessions': { cron: '47 3 * * *', expireInSeconds: 300 },
  'drift-signals': { cron: '41 * * * *', expireInSeconds: 300 },
  'crowd-figures': { cron: '27 * * * *', expireInSeconds: 300 },
  'own-reminders': { cron: '* * * * *', expireInSeconds: 300 },
  departures: { cron: '47 * * * *', expireInSeconds: 300 },
  'agreements-to-sign': { cron: '* * * * *', expireInSeconds: 60 },
  'supervision-reminders': { cron: '12 * * * *', expireInSeconds: 300 },
  'signatures-that-wait': { cron: '27 * * * *', expireInSeconds: 300 },
  'record-chains': { cron: '52 * * * *', expireInSeconds: 600 },
  'import-rows': { cron: '17 * * * *', expireInSeconds: 300 },
  evidence: { cron: '27 * * * *', expireInSeconds: 300 },
} as const
export type JobQueue = keyof typeof JOB_QUEUES

const HOUR_IN_SECONDS = 3_600

/** Creates pg-boss's tables and our queues as the owner, after the migrations. The application role uses their rows. */
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
      // The next scheduled run tries again anyway, and finished jobs are not kept for long.
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
