import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDataSource } from '../../../api/src/database/data-source.ts'
import { remindOfCheckIns } from '../../../api/src/wellness/reminders/check-in-reminder.service.ts'
import { cast, type Member } from '../../support/builders/builders.ts'
import { aCheckIn } from '../../support/builders/wellness-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// A reminder and paid time: both for oneself alone, and neither says whether there is a check-in.

const SET = `mutation ($input: UpdateCheckInReminderInput!) {
  updateCheckInReminder(input: $input) { reminder { isOn weekday hour } } }`
const LOG = `mutation ($input: LogReflectionTimeInput!) { logReflectionTime(input: $input) { reflectionTime { minutes } } }`
const TIMES = '{ myReflectionTime { totalCount edges { node { weekStart minutes } } } }'

describe('for oneself alone', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  let peer: Member
  let caller: Caller
  beforeAll(async () => {
    api = await TestApi.start()
  })
  afterAll(() => api.close())
  beforeEach(async () => {
    people = await cast(api.build)
    peer = people.actors.peer
    caller = await api.as(peer)
  })
  const told = async () => {
    const { rows } = await api.superuser.query<{ recipient_id: string; subject_id: string | null }>(
      "select recipient_id, subject_id from notification where kind = 'CHECK_IN_REMINDER' and organization_id = $1",
      [peer.organizationId],
    )
    return rows
  }
  const remindAt = async (...instants: string[]) => {
    const database = createDataSource(api.urls.appUrl, { poolSize: 2 })
    await database.initialize()
    for (const instant of instants) await remindOfCheckIns(database, new Date(instant))
    await database.destroy()
  }

  it('reminds on the chosen day from the chosen hour, once, with or without a check-in, and nobody else', async () => {
    expect(await caller.data('{ myCheckInReminder { isOn } }')).toEqual({
      myCheckInReminder: { isOn: false },
    })
    // Friday at 3 in the afternoon in New York is 19:00 UTC.
    await caller.data(SET, { input: { isOn: true, weekday: 5, hour: 15 } })
    await remindAt('2026-06-19T18:59:00Z', '2026-06-18T19:30:00Z')
    expect(await told()).toEqual([])
    await aCheckIn(api.build, peer)
    await remindAt('2026-06-19T19:00:00Z', '2026-06-19T19:01:00Z', '2026-06-19T23:00:00Z')
    expect(await told()).toEqual([{ recipient_id: peer.id, subject_id: null }])
    await caller.data(SET, { input: { isOn: false, weekday: 5, hour: 15 } })
    await remindAt('2026-06-26T19:00:00Z')
    expect(await told()).toHaveLength(1)
  })

  it('does not remind of an hour that has passed when it is set', async () => {
    // It is Wednesday, 9 in the morning.
    await caller.data(SET, { input: { isOn: true, weekday: 3, hour: 8 } })
    await remindAt('2026-06-17T13:05:00Z')
    expect(await told()).toEqual([])
    await remindAt('2026-06-24T13:05:00Z')
    expect(await told()).toHaveLength(1)
  })

  it('keeps one figure of paid time a week, and refuses a week or an amount beyond its limits', async () => {
    const log = (weekStart: string, minutes: number) => caller.ask(LOG, { input: { weekStart, minutes } })
    await log('2026-06-15', 30)
    await log('2026-06-15', 45)
    await log('2026-06-08', 20)
    await log('2026-06-08', 0)
    expect(await caller.data(TIMES)).toEqual({
      myReflectionTime: { totalCount: 1, edges: [{ node: { weekStart: '2026-06-15', minutes: 45 } }] },
    })
    const problem = async (weekStart: string, minutes: number) =>
      (await log(weekStart, minutes)).errors?.[0]?.extensions.validationErrors?.[0]
    expect(await problem('2026-06-15', 601)).toMatchObject({
      field: 'minutes',
      problem: 'too-large',
      limit: 600,
    })
    expect(await problem('2026-06-22', 30)).toMatchObject({ problem: 'in-the-future', limit: '2026-06-15' })
    expect(await problem('2026-05-11', 30)).toMatchObject({ problem: 'too-long-ago', limit: '2026-05-18' })
    expect(await problem('2026-06-16', 30)).toMatchObject({ field: 'weekStart' })
    for (const name of ['supportive', 'manager', 'admin', 'auditor'] as const) {
      const answer = await (await api.as(people.actors[name])).ask(TIMES)
      expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    }
  })
})
