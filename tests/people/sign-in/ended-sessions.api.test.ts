import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDataSource } from '../../../api/src/database/data-source.ts'
import { ENDED_SESSIONS_KEPT_DAYS, SESSION_JOBS } from '../../../api/src/people/sign-in/session-jobs.ts'
import { createLogger } from '../../../api/src/server/logger.ts'
import { cast, type Member } from '../../support/builders/builders.ts'
import { inDatabaseAs } from '../../support/builders/supervision-builders.ts'
import { NOW } from '../../support/fixed-today.ts'
import { TEST_ENVIRONMENT, TestApi } from '../../support/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await TestApi.start()
})
afterAll(() => api.close())

const DAY_MS = 86_400_000
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * DAY_MS)

interface Kept {
  readonly member: Member
  readonly begunDaysAgo: number
  /** By whoever signed out; else by its own limits. */
  readonly endedDaysAgo?: number
  readonly lastSeenDaysAgo?: number
  readonly idleDays?: number
  readonly expiresInDays?: number
}

async function aSession({ member, begunDaysAgo, endedDaysAgo, ...limits }: Kept): Promise<string> {
  const { lastSeenDaysAgo = begunDaysAgo, idleDays = 3_650, expiresInDays = 3_650 } = limits
  const { rows } = await api.superuser.query<{ id: string }>(
    `insert into sign_in_session (organization_id, token_hash, account_id, membership_id, created_at, last_seen_at,
       confirmed_at, expires_at, idle_minutes, ended_at, user_agent, last_address)
     values ($1, sha256(gen_random_uuid()::text::bytea), $2, $3, $4, $5, $4, $6, $7, $8, 'A browser', '192.0.2.7')
     returning id`,
    [
      member.organizationId,
      member.accountId,
      member.id,
      daysAgo(begunDaysAgo),
      daysAgo(lastSeenDaysAgo),
      daysAgo(-expiresInDays),
      idleDays * 1_440,
      endedDaysAgo === undefined ? null : daysAgo(endedDaysAgo),
    ],
  )
  return rows[0]?.id ?? ''
}

it('erases a session 30 days after it ended; the newest of an account stays without address and browser', async () => {
  const { actors } = await cast(api.build)
  const [member, other] = [actors.peer, actors.supportive]
  const days = ENDED_SESSIONS_KEPT_DAYS
  const gone = await Promise.all([
    aSession({ member, begunDaysAgo: 90, endedDaysAgo: days + 1 }),
    aSession({ member, begunDaysAgo: 90, lastSeenDaysAgo: days + 8, idleDays: 7 }),
    aSession({ member, begunDaysAgo: 90, expiresInDays: -(days + 1) }),
    aSession({ member: other, begunDaysAgo: 400, endedDaysAgo: 399 }),
  ])
  const kept = await Promise.all([
    aSession({ member, begunDaysAgo: 90, endedDaysAgo: days - 1 }),
    aSession({ member, begunDaysAgo: 90, lastSeenDaysAgo: days + 6, idleDays: 7 }),
    aSession({ member, begunDaysAgo: 1 }),
  ])
  const newest = await aSession({ member: other, begunDaysAgo: 300, endedDaysAgo: 299 })

  const sentDaysAgo = (count: number) =>
    api.build.insert('submission', {
      organization_id: member.organizationId,
      member_id: member.id,
      mutation: `sent${count}`,
      idempotency_key: randomUUID(),
      record_id: randomUUID(),
      body_hash: Buffer.alloc(32),
      sent_at: new Date(NOW.getTime() - count * 86_400_000),
    })
  for (const count of [29, 31]) await sentDaysAgo(count)

  const database = await createDataSource(api.urls.appUrl, { poolSize: 1 }).initialize()
  const services = { database, mailer: null, clock: () => NOW, environment: TEST_ENVIRONMENT }
  const logger = createLogger('silent', { write: () => undefined })
  for (const job of SESSION_JOBS) await job.run(services, new AbortController().signal, logger)
  await database.destroy()

  const sent = await api.superuser.query('select mutation from submission where member_id = $1', [member.id])
  expect(sent.rows).toEqual([{ mutation: 'sent29' }])

  const { rows } = await api.superuser.query<{
    id: string
    user_agent: string | null
    last_address: string | null
  }>('select id, user_agent, last_address from sign_in_session where id = any ($1)', [
    [...gone, ...kept, newest],
  ])
  expect(rows.map(({ id }) => id).sort()).toEqual([...kept, newest].sort())
  for (const { id, user_agent, last_address } of rows)
    expect([user_agent, last_address]).toEqual(id === newest ? [null, null] : ['A browser', '192.0.2.7'])
})

it('erases nothing for somebody who is signed in', async () => {
  const { actors } = await cast(api.build)
  await aSession({ member: actors.peer, begunDaysAgo: 90, endedDaysAgo: 80 })
  await aSession({ member: actors.peer, begunDaysAgo: 1 })
  const count = await inDatabaseAs(
    api,
    actors.admin,
    'select access.erase_ended_sessions(now(), 0) as erased',
  )
  expect(count).toEqual([{ erased: 0 }])
})
