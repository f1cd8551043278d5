import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { LOG_SESSION, sessionInput } from '../../support/builders/supervision-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// A lost connection makes a device send a session again; a large group must not make the database work longer.

type Logged = { logSupervisionSession: { id: string; replayed: boolean } }

describe('sending a session', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  let supportive: Caller
  beforeAll(async () => {
    api = await TestApi.start()
    people = await cast(api.build)
    supportive = await api.as(people.actors.supportive)
  })
  afterAll(() => api.close())

  const log = (caller: Caller, input: Record<string, unknown>) => caller.ask<Logged>(LOG_SESSION, { input })
  const sessionsKept = async (): Promise<number> => {
    const { rows } = await api.superuser.query<{ count: number }>(
      'select count(*)::integer as count from supervision_session',
    )
    return rows[0]?.count ?? -1
  }

  it('keeps one session for one key, however often it is sent, and refuses the key for another', async () => {
    const input = sessionInput([people.actors.peer], { heldOn: '2026-06-16' })
    const before = await sessionsKept()
    const answers = await Promise.all([
      log(supportive, input),
      log(supportive, input),
      log(supportive, input),
    ])
    const again = await log(supportive, input)
    const ids = [...answers, again].map(({ data }) => data?.logSupervisionSession.id)
    expect(new Set(ids).size).toBe(1)
    expect(again.data?.logSupervisionSession.replayed).toBe(true)
    expect(await sessionsKept()).toBe(before + 1)
    const other = await log(supportive, { ...input, modality: 'PHONE' })
    expect(other.errors?.[0]?.extensions).toEqual({ code: 'CONFLICT', fact: 'supervision.key-used' })
    expect(await sessionsKept()).toBe(before + 1)
  })

  it('takes two writes, whatever the number of peers', async () => {
    const { supportive: holder } = people.actors
    const sizes = async (count: number): Promise<number[]> => {
      const peers = await Promise.all(
        Array.from({ length: count }, () => api.build.peer(people.organization)),
      )
      for (const peer of peers) await api.build.relationship(holder, peer, 'SUPPORTIVE')
      const batches = await api.statementsOf(() =>
        supportive.data(LOG_SESSION, { input: sessionInput(peers) }),
      )
      return batches.map((batch) => batch.length)
    }
    expect(await sizes(2)).toEqual([3, 7])
    expect(await sizes(30)).toEqual([3, 7])
  })
})
