import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { RECORD_JOBS } from '../../../api/src/supervision/record/record-jobs.ts'
import { createLogger } from '../../../api/src/server/logger.ts'
import { aSession } from '../../support/builders/supervision-builders.ts'
import { mailRounds, type MailRounds } from '../../support/builders/notification-builders.ts'
import { Mailbox } from '../../support/mailbox.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// Whoever alters a signed session past Alongside, in the database itself, is found.

const SIGN = `mutation ($input: SignSupervisionSessionsInput!) { signSupervisionSessions(input: $input) { signedCount } }`
const ACKNOWLEDGE = `mutation ($input: AcknowledgeSupervisionSessionInput!) {
  acknowledgeSupervisionSession(input: $input) { signedAt } }`
const CHECK = '{ recordChainCheck { links lastHash firstBroken { number problem } } }'

interface Check {
  links: number
  lastHash: string | null
  firstBroken: { number: number | null; problem: string } | null
}

describe('the record chain', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  let auditor: Caller
  let sessions: string[]
  let mailbox: Mailbox
  let rounds: MailRounds
  beforeAll(async () => {
    api = await TestApi.start()
    mailbox = await Mailbox.open()
    rounds = await mailRounds(api, mailbox)
  })
  afterAll(async () => {
    await rounds.close()
    await mailbox.close()
    await api.close()
  })
  beforeEach(async () => {
    people = await cast(api.build)
    const { supportive, peer } = people.actors
    auditor = await api.as(people.actors.auditor)
    const note = { type: 'SUPPORTIVE', aboutPeer: peer, note: 'A quiet Friday.' } as const
    sessions = [
      await aSession(api, supportive, [peer], { notes: [note] }),
      await aSession(api, supportive, [peer]),
    ]
    await (await api.as(supportive)).data(SIGN, { input: { sessionIds: sessions } })
    const comments = [{ type: 'SUPPORTIVE', comment: 'It helped.' }]
    await (await api.as(peer)).data(ACKNOWLEDGE, { input: { sessionId: sessions[0], comments } })
  })

  const check = async (by = auditor): Promise<Check> =>
    (await by.data<{ recordChainCheck: Check }>(CHECK)).recordChainCheck
  /** As somebody would who has the database: no trigger, no policy. */
  const alter = async (sql: string, values: unknown[] = []): Promise<void> => {
    await api.superuser.query('set session_replication_role = replica')
    await api.superuser.query(sql, values)
    await api.superuser.query('set session_replication_role = origin')
  }
  const org = () => people.organization.id

  it('is whole, and counts each signature', async () => {
    const whole = await check()
    expect(whole).toMatchObject({ links: 3, firstBroken: null })
    expect(whole.lastHash).toMatch(/^[0-9a-f]{64}$/)
  })

  it.each([
    [
      'the minutes of a session',
      'update supervision_session set minutes = 90 where id = $1',
      'SESSION_CHANGED',
    ],
    [
      'who was there, and how long',
      'update session_attendance set minutes = 9 where session_id = $1',
      'SESSION_CHANGED',
    ],
    [
      'the part of a type',
      "update session_segment set type = 'EDUCATIONAL' where session_id = $1",
      'SESSION_CHANGED',
    ],
    [
      'a supportive note',
      "update supportive_note set note = 'Nothing.' where session_id = $1",
      'SESSION_CHANGED',
    ],
    ['a note taken out', 'delete from supportive_note where session_id = $1', 'SESSION_CHANGED'],
    [
      'a comment',
      "update supportive_comment set comment = 'Fine.' where session_id = $1",
      'SIGNATURE_CHANGED',
    ],
    [
      'when it was signed',
      "update session_signature set signed_at = signed_at - interval '1 day' where session_id = $1",
      'SIGNATURE_CHANGED',
    ],
  ])('finds %s', async (_what, sql, problem) => {
    await alter(sql, [sessions[0]])
    const { firstBroken } = await check()
    expect(firstBroken?.problem).toBe(problem)
    const { rows } = await api.superuser.query<{ session_id: string }>(
      'select session_id from record_chain where organization_id = $1 and link_number = $2',
      [org(), firstBroken?.number],
    )
    expect(rows).toEqual([{ session_id: sessions[0] }])
  })

  it('finds a link that was altered, taken out, or never made', async () => {
    await alter(
      "update record_chain set at = at + interval '1 second' where organization_id = $1 and link_number = 2",
      [org()],
    )
    expect((await check()).firstBroken).toEqual({ number: 2, problem: 'LINK_CHANGED' })
    await alter('delete from record_chain where organization_id = $1 and link_number = 2', [org()])
    expect((await check()).firstBroken).toEqual({ number: 3, problem: 'LINK_MISSING' })
    await alter('delete from record_chain where organization_id = $1', [org()])
    expect((await check()).firstBroken).toEqual({ number: null, problem: 'LINK_MISSING' })
  })

  it("T8: is each organization's own; supervisors and peers do not ask for it", async () => {
    expect(await check(await api.as(people.actors.strangerManager))).toEqual({
      links: 0,
      lastHash: null,
      firstBroken: null,
    })
    for (const actor of [people.actors.peer, people.actors.supportive]) {
      const answer = await (await api.as(actor)).ask(CHECK)
      expect(answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    }
  })

  it('is checked every night, once a day of the clock, and a changed row is named by its number', async () => {
    const NIGHTLY = '{ nightlyRecordCheck { checkedAt links firstBroken { number problem } } }'
    const nightly = async (by = auditor) =>
      (await by.data<{ nightlyRecordCheck: Check | null }>(NIGHTLY)).nightlyRecordCheck
    const run = async (at: string): Promise<void> => {
      api.at(at)
      const logger = createLogger('silent', { write: () => undefined })
      for (const job of RECORD_JOBS) await job.run(rounds.services, new AbortController().signal, logger)
    }
    expect(await nightly()).toBeNull()
    await run('2026-06-17T18:00:00Z')
    expect(await nightly()).toMatchObject({ links: 3, firstBroken: null })
    await alter('update supervision_session set minutes = 90 where id = $1', [sessions[0]])
    await run('2026-06-18T02:00:00Z')
    expect(await nightly()).toMatchObject({ firstBroken: null })
    await run('2026-06-18T05:00:00Z')
    const { rows } = await api.superuser.query<{ number: number }>(
      'select min(link_number)::integer as number from record_chain where session_id = $1',
      [sessions[0]],
    )
    expect(await nightly()).toMatchObject({
      links: 3,
      firstBroken: { number: rows[0]?.number, problem: 'SESSION_CHANGED' },
    })
    const admin = await api.as(people.actors.admin)
    expect(await nightly(admin)).toEqual(await nightly())
    for (const actor of [people.actors.peer, people.actors.supportive, people.actors.manager]) {
      const { errors } = await (await api.as(actor)).ask(NIGHTLY)
      expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    }
  })
})
