import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import {
  LOG_AND_READ_SESSION,
  LOG_SESSION,
  sessionInput,
} from '../../support/builders/supervision-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// A lost connection makes a device send a session again; a large group must not make the database work longer.

type Logged = { logSupervisionSession: { replayed: boolean; session: { id: string } } }

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

  const log = (caller: Caller, input: Record<string, unknown>) =>
    caller.ask<Logged>(LOG_AND_READ_SESSION, { input })
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
    const ids = [...answers, again].map(({ data }) => data?.logSupervisionSession.session.id)
    expect(new Set(ids).size).toBe(1)
    expect(again.data?.logSupervisionSession.replayed).toBe(true)
    expect(await sessionsKept()).toBe(before + 1)
    const other = await log(supportive, { ...input, modality: 'PHONE' })
    expect(other.errors?.[0]?.extensions).toEqual({ code: 'CONFLICT', fact: 'supervision.sessions.key-used' })
    expect(await sessionsKept()).toBe(before + 1)
  })

  it('answers with the session and its notes, and without the notes once nobody is supervised any more', async () => {
    const [one, other] = [
      await api.build.peer(people.organization),
      await api.build.peer(people.organization),
    ]
    const { supportive: holder } = people.actors
    const relationships = [one, other].map((peer) => api.build.relationship(holder, peer, 'SUPPORTIVE'))
    const input = sessionInput([one, other], {
      segments: [
        {
          ...{ type: 'SUPPORTIVE', minutes: 45, activities: [], note: 'All of us.' },
          peerNotes: [{ peerId: one.id, note: 'One of us.' }],
        },
      ],
    })
    await Promise.all(relationships)
    const notes = async () => {
      const { logSupervisionSession: logged } = await supportive.data<{
        logSupervisionSession: { session: { attendees: object[]; segments: { notes: { note: string }[] }[] } }
      }>(LOG_AND_READ_SESSION, { input })
      expect(logged.session.attendees).toHaveLength(2)
      return logged.session.segments.flatMap((each) => each.notes.map(({ note }) => note)).sort()
    }
    expect(await notes()).toEqual(['All of us.', 'One of us.'])
    const end = (peer: { id: string }) =>
      api.superuser.query(
        "update supervision_relationship set ends_on = '2026-06-16' where peer_id = $1 and supervisor_id = $2",
        [peer.id, holder.id],
      )
    await end(one)
    expect(await notes()).toEqual(['All of us.'])
    await end(other)
    expect(await notes()).toEqual([])
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
    expect(await sizes(2)).toEqual([4, 7])
    expect(await sizes(30)).toEqual([4, 7])
  })
})
