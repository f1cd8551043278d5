import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../support/builders/builders.ts'
import { aFlag, flagsSeenIn } from '../support/builders/drift-builders.ts'
import { NOW } from '../support/fixed-today.ts'
import { type Caller, TestApi } from '../support/test-api.ts'

// Who sees a flag, and from when, through the API. The same walls are looked at from inside in `wall.api.test.ts`.

const OPEN = 'mutation ($id: UUID!) { openDriftFlag(input: { driftFlagId: $id }) { driftFlag { openedAt } } }'
const WEEK = 7 * 86_400_000

type People = Awaited<ReturnType<typeof cast>>
type Name = keyof People['actors']

describe('who sees a drift flag', () => {
  let api: TestApi
  let people: People
  const callers = {} as Record<Name, Caller>
  beforeAll(async () => {
    api = await TestApi.start()
    people = await cast(api.build)
    for (const [name, member] of Object.entries(people.actors)) callers[name as Name] = await api.as(member)
  })
  beforeEach(() => api.at(NOW))
  afterAll(() => api.close())

  /** The names of all who find the flag in any of the three lists. */
  const seenBy = async (id: string): Promise<string[]> => {
    const names: string[] = []
    for (const [name, caller] of Object.entries(callers)) {
      const lists = await Promise.all([
        flagsSeenIn(caller, 'myDriftFlags'),
        flagsSeenIn(caller, 'teamDriftFlags'),
        flagsSeenIn(caller, 'releasedDriftFlags'),
      ])
      if (lists.some((list) => list?.includes(id))) names.push(name)
    }
    return names
  }

  it('T4: nobody but the peer before they open it, their educational and supportive supervisors after', async () => {
    const id = await aFlag(api.build, people.actors.peer)
    expect(await seenBy(id)).toEqual(['peer'])
    await callers.peer.data(OPEN, { id })
    expect(await seenBy(id)).toEqual(['peer', 'educational', 'supportive'])
  })

  it('T4: the supervisor who raised it waits like the others, and is told until when', async () => {
    const input = {
      peerId: people.actors.peer.id,
      evidence: 'Asked to search a cell.',
      cause: 'ASSIGNED_WORK',
    }
    const { raiseObservedDriftFlag } = await callers.educational.data<{
      raiseObservedDriftFlag: { driftFlagId: string; seenBySupervisorsFrom: string }
    }>(
      `mutation ($input: RaiseObservedDriftFlagInput!) { raiseObservedDriftFlag(input: $input) { driftFlagId seenBySupervisorsFrom } }`,
      { input },
    )
    expect(raiseObservedDriftFlag.seenBySupervisorsFrom).toBe(new Date(NOW.getTime() + WEEK).toISOString())
    expect(await seenBy(raiseObservedDriftFlag.driftFlagId)).toEqual(['peer'])
    await callers.peer.data(OPEN, { id: raiseObservedDriftFlag.driftFlagId })
    expect(await seenBy(raiseObservedDriftFlag.driftFlagId)).toEqual(['peer', 'educational', 'supportive'])
  })

  it('T4: unopened, supervisors see it seven days after the peer was told, to the minute', async () => {
    const id = await aFlag(api.build, people.actors.peer, { raisedBy: people.actors.supportive })
    api.at(new Date(NOW.getTime() + WEEK - 60_000))
    expect(await seenBy(id)).toEqual(['peer'])
    api.at(new Date(NOW.getTime() + WEEK))
    expect(await seenBy(id)).toEqual(['peer', 'educational', 'supportive'])
  })

  it('T4: managers see it once the peer releases it, with their response, without steps and figure', async () => {
    const id = await aFlag(api.build, people.actors.peer, { openedAt: NOW, raisedBy: people.actors.peer })
    expect(await seenBy(id)).not.toContain('manager')
    await callers.peer.data(
      'mutation ($id: UUID!) { releaseDriftFlag(input: { driftFlagId: $id, as: AGENCY_POLICY }) { driftFlag { releasedAs } } }',
      { id },
    )
    expect(await seenBy(id)).toEqual(['peer', 'educational', 'supportive', 'manager'])
    const { releasedDriftFlags } = await callers.manager.data<{
      releasedDriftFlags: { edges: { node: object }[] }
    }>(
      `{ releasedDriftFlags { edges { node { id peer { displayName } evidence cause releasedAs responses { text } } } } }`,
    )
    expect(releasedDriftFlags.edges.map(({ node }) => node)).toEqual([
      {
        id,
        peer: { displayName: people.actors.peer.displayName },
        evidence: 'Evidence in words',
        cause: 'ASSIGNED_WORK',
        releasedAs: 'AGENCY_POLICY',
        responses: [{ text: 'How I see it' }],
      },
    ])
  })

  it('T4: a relationship that has ended shows nothing any more', async () => {
    const former = await api.build.supervisor(people.organization)
    await api.build.relationship(former, people.actors.peer, 'SUPPORTIVE', { endsOn: '2026-06-16' })
    await aFlag(api.build, people.actors.peer, { openedAt: NOW, raisedBy: former })
    expect(await flagsSeenIn(await api.as(former), 'teamDriftFlags')).toEqual([])
  })

  it('answers an unknown, a foreign and a not yet visible flag with one and the same body', async () => {
    const id = await aFlag(api.build, people.actors.peer, { raisedBy: people.actors.educational })
    const foreign = await aFlag(api.build, people.actors.stranger)
    const step = `mutation ($id: UUID!) {
      addDriftFlagStep(input: { driftFlagId: $id, expectedRevision: 0, to: DISCUSSED }) { __typename } }`
    const bodies = [
      await callers.supportive.ask(step, { id }),
      await callers.supportive.ask(step, { id: foreign }),
      await callers.supportive.ask(step, { id: randomUUID() }),
      await callers.administrative.ask(step, { id }),
      await callers.colleague.ask(step, { id }),
    ]
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1)
    expect(bodies[0]?.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })

  it('T8: a cursor from elsewhere leads nowhere', async () => {
    const foreign = await aFlag(api.build, people.actors.stranger, { raisedBy: people.actors.stranger })
    const after = Buffer.from(JSON.stringify([foreign])).toString('base64url')
    const { myDriftFlags } = await callers.peer.data<{ myDriftFlags: { edges: object[] } }>(
      'query ($after: String) { myDriftFlags(after: $after) { edges { cursor } } }',
      { after },
    )
    expect(myDriftFlags.edges).toEqual([])
  })
})
