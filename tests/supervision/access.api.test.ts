import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../support/builders/builders.ts'
import { aSession, LOG_SESSION, sessionInput } from '../support/builders/supervision-builders.ts'
import { type Caller, TestApi } from '../support/test-api.ts'

// The access matrix of supervision: actors × operations.

const SESSIONS_OF =
  'query ($peerId: UUID!) { sessionsOf(peerId: $peerId) { totalCount edges { node { id minutes } } } }'
const PROPOSE = `mutation ($input: ProposeSupervisionRelationshipInput!) {
  proposeSupervisionRelationship(input: $input) { relationship { id } } }`
const ACCEPT = `mutation ($id: UUID!) {
  acceptSupportiveRelationship(input: { relationshipId: $id }) { relationship { id accepted } } }`
const END = `mutation ($id: UUID!) {
  endSupervisionRelationship(input: { relationshipId: $id }) { relationship { id endsOn } } }`

describe('who may do what with supervision', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  let actors: Record<string, Member> & Awaited<ReturnType<typeof cast>>['actors']
  beforeAll(async () => {
    api = await TestApi.start()
    people = await cast(api.build)
    actors = people.actors
    await aSession(api, actors.supportive, [actors.peer])
  })
  afterAll(() => api.close())

  const everybody = async (
    ask: (caller: Caller) => Promise<{ errors?: { extensions: { code: string } }[] }>,
  ) => {
    const outcome = async (caller: Caller): Promise<string> =>
      (await ask(caller)).errors?.[0]?.extensions.code ?? 'allowed'
    const outcomes: Record<string, string> = { signedOut: await outcome(api.signedOut()) }
    for (const [name, member] of Object.entries(actors)) outcomes[name] = await outcome(await api.as(member))
    return outcomes
  }
  const allBut = (usual: string, others: Record<string, string>): Record<string, string> => ({
    signedOut: 'UNAUTHENTICATED',
    ...Object.fromEntries(Object.keys(actors).map((name) => [name, usual])),
    ...others,
  })
  const proposal = (over: Record<string, unknown> = {}) => ({
    supervisorId: actors.supportive.id,
    peerId: actors.colleague.id,
    type: 'SUPPORTIVE',
    startsOn: '2026-06-17',
    ...over,
  })
  const propose = async (over: Record<string, unknown> = {}): Promise<string> => {
    const answer = await (
      await api.as(actors.manager)
    ).data<{ proposeSupervisionRelationship: { relationship: { id: string } } }>(PROPOSE, {
      input: proposal(over),
    })
    return answer.proposeSupervisionRelationship.relationship.id
  }

  it('lets supervisors see their caseload, and peers their sessions and supervisors', async () => {
    const supervisors = {
      administrative: 'allowed',
      educational: 'allowed',
      supportive: 'allowed',
      strangerManager: 'allowed',
    }
    expect(await everybody((caller) => caller.ask('{ caseload { totalCount } }'))).toEqual(
      allBut('FORBIDDEN', supervisors),
    )
    const nobodysOwn = { admin: 'FORBIDDEN', auditor: 'FORBIDDEN' }
    expect(await everybody((caller) => caller.ask('{ mySupervisors { totalCount } }'))).toEqual(
      allBut('allowed', nobodysOwn),
    )
    expect(await everybody((caller) => caller.ask('{ mySessions { totalCount } }'))).toEqual(
      allBut('allowed', nobodysOwn),
    )
  })

  it("shows a peer's sessions to the peer, their supervisors, manager and auditor; never to an admin", async () => {
    const ask = (caller: Caller) => caller.ask(SESSIONS_OF, { peerId: actors.peer.id })
    expect(await everybody(ask)).toEqual(
      allBut('allowed', {
        colleague: 'NOT_FOUND',
        stranger: 'NOT_FOUND',
        strangerManager: 'NOT_FOUND',
        admin: 'FORBIDDEN',
      }),
    )
    const { sessionsOf } = await (
      await api.as(actors.auditor)
    ).data<{ sessionsOf: unknown }>(SESSIONS_OF, { peerId: actors.peer.id })
    expect(sessionsOf).toMatchObject({ totalCount: 1, edges: [{ node: { minutes: 45 } }] })
  })

  it('answers for a peer one may not know of exactly as for one who is not there', async () => {
    for (const reader of [actors.colleague, actors.strangerManager, actors.administrative]) {
      const caller = await api.as(reader)
      const foreign = await caller.ask(SESSIONS_OF, {
        peerId: actors.stranger.id === reader.id ? actors.peer.id : people.actors.stranger.id,
      })
      const unknown = await caller.ask(SESSIONS_OF, { peerId: randomUUID() })
      if (reader !== actors.strangerManager) expect(foreign).toEqual(unknown)
      expect(unknown.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    }
  })

  it('lets a supervisor log for their own peers and type, and nobody else', async () => {
    const ask = (caller: Caller) => caller.ask(LOG_SESSION, { input: sessionInput([actors.peer]) })
    expect(await everybody(ask)).toEqual(
      allBut('FORBIDDEN', {
        supportive: 'allowed',
        administrative: 'BAD_INPUT',
        educational: 'BAD_INPUT',
        strangerManager: 'BAD_INPUT',
      }),
    )
  })

  it('lets only a manager of the organization propose', async () => {
    const ask = (caller: Caller) => caller.ask(PROPOSE, { input: proposal() })
    const outcomes = await everybody(ask)
    expect(outcomes).toEqual(allBut('FORBIDDEN', { manager: 'allowed', strangerManager: 'BAD_INPUT' }))
  })

  it('refuses a proposal that is twice, of unknown people, or more than administrative for host agency staff', async () => {
    const manager = await api.as(actors.manager)
    const validationErrors = async (over: Record<string, unknown>) =>
      (await manager.ask(PROPOSE, { input: proposal(over) })).errors?.[0]?.extensions.validationErrors
    expect(await validationErrors({})).toEqual([{ field: 'supervisorId', problem: 'already-there' }])
    const foreign = await validationErrors({ peerId: actors.stranger.id })
    expect(foreign).toEqual([{ field: 'peerId', problem: 'not-found' }])
    expect(await validationErrors({ peerId: randomUUID() })).toEqual(foreign)
    expect(await validationErrors({ supervisorId: actors.administrative.id })).toEqual([
      { field: 'supervisorId', problem: 'unavailable' },
    ])
    expect(await validationErrors({ startsOn: '2020-01-01' })).toEqual([
      { field: 'startsOn', problem: 'too-long-ago', limit: '2026-06-17' },
    ])
    expect(await validationErrors({ endsOn: '2026-06-16' })).toEqual([
      { field: 'endsOn', problem: 'before-its-start', limit: '2026-06-17' },
    ])
  })

  it('gives a supportive supervisor no right before the peer accepts, and lets only that peer accept', async () => {
    const hopeful = await api.build.supervisor(people.organization)
    const id = await propose({ supervisorId: hopeful.id, endsOn: '2026-07-01' })
    const reads = async () =>
      (await (await api.as(hopeful)).ask(SESSIONS_OF, { peerId: actors.colleague.id })).errors?.[0]
        ?.extensions.code
    expect(await reads()).toBe('NOT_FOUND')
    const accept = async (member: Member) =>
      (await (await api.as(member)).ask(ACCEPT, { id })).errors?.[0]?.extensions.code
    expect([await accept(actors.peer), await accept(actors.stranger), await accept(hopeful)]).toEqual([
      'NOT_FOUND',
      'NOT_FOUND',
      'NOT_FOUND',
    ])
    expect([await accept(actors.colleague), await reads()]).toEqual([undefined, undefined])
  })

  it('ends a relationship at the next request, even on the day it began', async () => {
    const [supervisor, peer] = [await api.build.supervisor(people.organization), actors.colleague]
    const startsOn = '2026-06-17'
    const id = await api.build.relationship(supervisor, peer, 'EDUCATIONAL', { startsOn })
    const reads = async () =>
      (await (await api.as(supervisor)).ask(SESSIONS_OF, { peerId: peer.id })).errors?.[0]?.extensions.code
    const end = async (member: Member) =>
      (await (await api.as(member)).ask(END, { id })).errors?.[0]?.extensions.code
    expect(await reads()).toBeUndefined()
    expect([await end(supervisor), await end(peer), await end(actors.strangerManager)]).toEqual([
      'NOT_FOUND',
      'NOT_FOUND',
      'NOT_FOUND',
    ])
    expect([await end(actors.manager), await reads()]).toEqual([undefined, 'NOT_FOUND'])
    expect(await end(actors.manager)).toBe('NOT_FOUND')
  })

  it('lets a peer decline or end a supportive supervisor of their own', async () => {
    const hopeful = await api.build.supervisor(people.organization)
    const id = await propose({ supervisorId: hopeful.id })
    const colleague = await api.as(actors.colleague)
    expect((await colleague.ask(END, { id })).errors).toBeUndefined()
    expect((await colleague.ask(ACCEPT, { id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })

  it('reads sessions in one write of four statements', async () => {
    const caller = await api.as(actors.auditor)
    const batches = await api.statementsOf(() => caller.data(SESSIONS_OF, { peerId: actors.peer.id }))
    const own = await api.as(actors.peer)
    const mine = await api.statementsOf(() => own.data('{ mySessions { totalCount } }'))
    expect([...batches, ...mine].map((batch) => batch.length)).toEqual([4, 4])
  })
})
