import { afterAll, beforeAll, expect, it } from 'vitest'
import { withClient } from '../../api/src/database/connections.ts'
import { createDataSource } from '../../api/src/database/data-source.ts'
import { type Job, keepJobsRunning } from '../../api/src/server/jobs/job-runner.ts'
import { createLogger } from '../../api/src/server/logger.ts'
import { TEST_ENVIRONMENT, TestApi } from '../support/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await TestApi.start()
})
afterAll(() => api.close())

it('start as soon as the database lets them, however long that took, and stop when asked', async () => {
  const lines: string[] = []
  const logger = createLogger('info', { write: (line: string) => void lines.push(line) })
  const database = await createDataSource(api.urls.appUrl, { poolSize: 1 }).initialize()
  let runs = 0
  const job: Job = { queue: 'old-news', pollIntervalSeconds: 1, run: async () => void (runs += 1) }
  await api.superuser.query('alter schema jobs rename to jobs_elsewhere')
  const services = { database, mailer: null, clock: () => api.now, environment: TEST_ENVIRONMENT }
  const running = keepJobsRunning(services, [job], logger)
  const failures = () => lines.filter((line) => line.includes('jobs do not run')).map((line) => line)
  await expect.poll(() => failures().length).toBeGreaterThanOrEqual(2)
  const pauses = failures().map((line) => (JSON.parse(line) as { nextTryInMs: number }).nextTryInMs)
  expect(pauses.slice(0, 2)).toEqual([1_000, 2_000])

  await api.superuser.query('alter schema jobs_elsewhere rename to jobs')
  await withClient(api.urls.superuserUrl, (client) =>
    client.query("insert into jobs.job (name, policy) values ('old-news', 'short')"),
  )
  await expect.poll(() => runs).toBeGreaterThanOrEqual(1)
  await running.stop()
  const connections = async () =>
    (
      await api.superuser.query(
        "select from pg_stat_activity where application_name = 'alongside-jobs' and datname = current_database()",
      )
    ).rowCount
  await expect.poll(connections).toBe(0)
  await database.destroy()
})

it('stop at once while they still try to start', async () => {
  const database = await createDataSource(api.urls.appUrl, { poolSize: 1 }).initialize()
  await api.superuser.query('alter schema jobs rename to jobs_elsewhere')
  const services = { database, mailer: null, clock: () => api.now, environment: TEST_ENVIRONMENT }
  const lines: string[] = []
  const logger = createLogger('info', { write: (line: string) => void lines.push(line) })
  const running = keepJobsRunning(services, [], logger)
  await expect.poll(() => lines.length).toBeGreaterThanOrEqual(2)
  const started = Date.now()
  await running.stop()
  expect(Date.now() - started).toBeLessThan(2_000)
  await api.superuser.query('alter schema jobs_elsewhere rename to jobs')
  await database.destroy()
})
