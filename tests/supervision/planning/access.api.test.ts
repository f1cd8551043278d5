import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { NOW } from '../../support/fixed-today.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// The access matrix of planned sessions and requests: actors × operations.

describe('who may do what with planned sessions and requests', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  let actors: Record<string, Member> & Awaited<ReturnType<typeof cast>>['actors']
  beforeAll(async () => {
    api = await TestApi.start()
    people = await cast(api.build)
    actors = people.actors
  })
  afterAll(() => api.close())

  const outcomes = async (
    query: string,
    variables: () => Promise<object> | object,
    of = (_data: unknown) => 'allowed',
  ) => {
    const outcome = async (caller: Caller): Promise<string> => {
      const { data, errors } = await caller.ask(query, (await variables()) as Record<string, unknown>)
      const [error] = errors ?? []
      if (!error) return of(Object.values(data ?? {})[0])
      const [wrong] = error.extensions.validationErrors ?? []
      return wrong ? wrong.problem : (error.extensions.fact ?? error.extensions.code)
    }
    const found: Record<string, string> = { signedOut: await outcome(api.signedOut()) }
    for (const [name, member] of Object.entries(actors)) found[name] = await outcome(await api.as(member))
    return found
  }
  const codes = async (query: string, variables: () => Promise<object> | object) => {
    const found: Record<string, string> = {}
    for (const [name, member] of [['signedOut', null], ...Object.entries(actors)] as [
      string,
      Member | null,
    ][]) {
      const caller = member ? await api.as(member) : api.signedOut()
      const { errors } = await caller.ask(query, (await variables()) as Record<string, unknown>)
      found[name] = errors?.[0]?.extensions.code ?? 'allowed'
    }
    return found
  }
  const allBut = (usual: string, others: Record<string, string>): Record<string, string> => ({
    signedOut: 'UNAUTHENTICATED',
    ...Object.fromEntries(Object.keys(actors).map((name) => [name, usual])),
    ...others,
  })
  /** Planned by the educational supervisor with the peer, anew for each actor. */
  const planned = async (over: object = {}): Promise<string> => {
    const [id, organization_id] = [randomUUID(), people.organization.id]
    const { educational, peer } = actors
    await api.build.insert('planned_session', {
      ...{ organization_id, id, supervisor_id: educational.id, starts_on: '2026-06-24', start_time: '14:00' },
      ...{
        minutes: 45,
        format: 'INDIVIDUAL',
        modality: 'VIDEO',
        status: 'SCHEDULED',
        planned_by: educational.id,
      },
      ...{ planned_at: NOW, changed_by: educational.id, changed_at: NOW, ...over },
    })
    await api.build.insert('planned_attendance', {
      ...{
        organization_id,
        planned_session_id: id,
        peer_id: peer.id,
        type: 'EDUCATIONAL',
        supervisor_id: educational.id,
      },
    })
    return id
  }
  const either = { peer: 'allowed', educational: 'allowed' }
  const noRole = { admin: 'FORBIDDEN', auditor: 'FORBIDDEN' }

  it('shows dates and types of a peer to whom a held session is shown, and an admin nothing', async () => {
    await planned()
    const query = `query ($peerId: UUID!) { plannedSessionsOf(peerId: $peerId) { totalCount edges { node { types } } } }`
    const count = (data: unknown) => `${(data as { totalCount: number }).totalCount} planned`
    expect(await outcomes(query, () => ({ peerId: actors.peer.id }), count)).toEqual({
      ...allBut('0 planned', { admin: 'FORBIDDEN' }),
      ...{
        signedOut: 'UNAUTHENTICATED',
        peer: '1 planned',
        administrative: '1 planned',
        educational: '1 planned',
      },
      ...{ supportive: '1 planned', manager: '1 planned', auditor: '1 planned' },
      admin: 'FORBIDDEN',
    })
  })

  it.each([
    [
      'updatePlannedSession',
      'startsOn: "2026-06-25", startTime: "09:00", minutes: 45, modality: PHONE',
      'PlannedSessionUpdated',
    ],
    ['cancelPlannedSession', 'reason: MOVED', 'PlannedSessionCancelled'],
  ])('%s is for the two of them', async (name, fields, member) => {
    const query = `mutation ($id: UUID!) { ${name}(input: { plannedSessionId: $id, expectedRevision: 1, ${fields} }) {
      ... on ${member} { plannedSession { id } } } }`
    expect(await codes(query, async () => ({ id: await planned() }))).toEqual(
      allBut('NOT_FOUND', { ...noRole, ...either }),
    )
  })

  it('marking one as missed and restoring it is for the two of them', async () => {
    const miss = `mutation ($id: UUID!) { markPlannedSessionMissed(
      input: { plannedSessionId: $id, expectedRevision: 1, reason: PEER_AWAY }) { ... on PlannedSessionMissed { plannedSession { id } } } }`
    expect(await codes(miss, async () => ({ id: await planned({ starts_on: '2026-06-10' }) }))).toEqual(
      allBut('NOT_FOUND', { ...noRole, ...either }),
    )
    const restore = `mutation ($id: UUID!) { restorePlannedSession(
      input: { plannedSessionId: $id, expectedRevision: 1 }) { ... on PlannedSessionRestored { plannedSession { id } } } }`
    const cancelled = () => planned({ status: 'CANCELLED', reason: 'MOVED' })
    expect(await codes(restore, async () => ({ id: await cancelled() }))).toEqual(
      allBut('NOT_FOUND', { ...noRole, ...either }),
    )
  })

  it('planning is for who supervises the peer in that type today', async () => {
    const query = `mutation ($peerId: UUID!) { createPlannedSession(input: { peerIds: [$peerId], types: [EDUCATIONAL],
      startsOn: "2026-06-24", startTime: "14:00", minutes: 45, modality: VIDEO }) { plannedCount } }`
    expect(await outcomes(query, () => ({ peerId: actors.peer.id }))).toMatchObject({
      ...{ educational: 'allowed', administrative: 'not-in-caseload', supportive: 'not-in-caseload' },
      ...{ strangerManager: 'not-in-caseload' },
    })
    expect(await codes(query, () => ({ peerId: actors.peer.id }))).toMatchObject({
      ...noRole,
      peer: 'FORBIDDEN',
    })
    const suggested = `query ($peerId: UUID!) { suggestedSession(peerId: $peerId) { startsOn } }`
    expect(await codes(suggested, () => ({ peerId: actors.peer.id }))).toEqual(
      allBut('FORBIDDEN', {
        ...{
          administrative: 'allowed',
          educational: 'allowed',
          supportive: 'allowed',
          strangerManager: 'NOT_FOUND',
        },
      }),
    )
  })

  it('a request for a time is between the peer and that supervisor, also to the other supervisors', async () => {
    const ask = `mutation ($id: UUID!) { createTimeRequest(
      input: { supervisorId: $id, type: SUPPORTIVE, weekdays: [MONDAY], timesOfDay: [] }) { timeRequest { id } } }`
    expect(await codes(ask, () => ({ id: actors.supportive.id }))).toEqual(
      allBut('NOT_FOUND', { peer: 'allowed', ...noRole }),
    )
    const list = '{ timeRequests { totalCount } }'
    const count = (data: unknown) => String((data as { totalCount: number }).totalCount)
    const seen = await outcomes(list, () => ({}), count)
    expect(seen).toMatchObject({
      ...{ peer: '1', supportive: '1', educational: '0', administrative: '0', colleague: '0', stranger: '0' },
      ...{ strangerManager: '0' },
    })
    const { timeRequests } = await (
      await api.as(actors.peer)
    ).data<{ timeRequests: { edges: { node: { id: string } }[] } }>(
      '{ timeRequests { edges { node { id } } } }',
    )
    const id = timeRequests.edges[0]?.node.id
    const decline = `mutation ($id: UUID!) { declineTimeRequest(input: { timeRequestId: $id, answer: AWAY }) { timeRequest { status } } }`
    expect(await codes(decline, () => ({ id }))).toEqual(
      allBut('FORBIDDEN', {
        ...{
          supportive: 'allowed',
          educational: 'NOT_FOUND',
          administrative: 'NOT_FOUND',
          strangerManager: 'NOT_FOUND',
        },
      }),
    )
  })

  it('T2: a request for more, or other, supervision tells managers that there is one, and nobody what', async () => {
    const ask = `mutation { createSupervisionRequest(input: { wish: OTHER, type: SUPPORTIVE }) { supervisionRequest { id wish } } }`
    expect(await codes(ask, () => ({}))).toEqual(allBut('allowed', noRole))
    const list =
      '{ supervisionRequests { totalCount edges { node { id peer { id } waitingDays canAnswer } } } }'
    expect(await codes(list, () => ({}))).toEqual(
      allBut('FORBIDDEN', { manager: 'allowed', strangerManager: 'allowed' }),
    )
    const { supervisionRequests } = await (
      await api.as(actors.manager)
    ).data<{
      supervisionRequests: { totalCount: number; edges: { node: { id: string; peer: { id: string } } }[] }
    }>(list)
    expect(supervisionRequests.edges.map(({ node }) => node.peer.id).sort()).toEqual(
      ['peer', 'colleague', 'administrative', 'educational', 'supportive', 'manager']
        .map((name) => actors[name]?.id)
        .sort(),
    )
    const counts = '{ supervisionRequestCounts { waiting answered medianHours } }'
    expect(await codes(counts, () => ({}))).toEqual(
      allBut('FORBIDDEN', { manager: 'allowed', auditor: 'allowed', strangerManager: 'allowed' }),
    )
    expect(await (await api.as(actors.auditor)).data(counts)).toEqual({
      supervisionRequestCounts: { waiting: 6, answered: 0, medianHours: null },
    })
    const id = supervisionRequests.edges.find(({ node }) => node.peer.id === actors.peer.id)?.node.id
    const settle = `mutation ($id: UUID!) { settleSupervisionRequest(
      input: { supervisionRequestId: $id, answer: WE_WILL_TALK }) { supervisionRequestId } }`
    expect(await codes(settle, () => ({ id }))).toEqual(
      allBut('FORBIDDEN', { manager: 'allowed', strangerManager: 'NOT_FOUND' }),
    )
    const own = '{ mySupervisionRequests { edges { node { status answer wish type } } } }'
    expect(await (await api.as(actors.peer)).data(own)).toEqual({
      mySupervisionRequests: {
        edges: [{ node: { status: 'ANSWERED', answer: 'WE_WILL_TALK', wish: 'OTHER', type: 'SUPPORTIVE' } }],
      },
    })
  })

  it('lets no manager answer themselves', async () => {
    const both = await api.build.member(people.organization, ['PEER', 'MANAGER'])
    const caller = await api.as(both)
    const { createSupervisionRequest } = await caller.data<{
      createSupervisionRequest: { supervisionRequest: { id: string } }
    }>(
      'mutation { createSupervisionRequest(input: { wish: MORE, type: EDUCATIONAL }) { supervisionRequest { id } } }',
    )
    const { id } = createSupervisionRequest.supervisionRequest
    const settle = `mutation ($id: UUID!) { settleSupervisionRequest(
      input: { supervisionRequestId: $id, answer: NOT_NOW }) { supervisionRequestId } }`
    expect((await caller.ask(settle, { id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    const again = await caller.ask(
      'mutation { createSupervisionRequest(input: { wish: MORE, type: EDUCATIONAL }) { supervisionRequest { id } } }',
    )
    expect(again.errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      fact: 'supervision.requests.waits',
    })
    const withdraw = `mutation ($id: UUID!) { withdrawSupervisionRequest(
      input: { supervisionRequestId: $id }) { supervisionRequest { status } } }`
    expect(await caller.data(withdraw, { id })).toEqual({
      withdrawSupervisionRequest: { supervisionRequest: { status: 'WITHDRAWN' } },
    })
  })

  it('answers a request for a time by planning a session of that type with that peer, and no other', async () => {
    const { peer, educational } = actors
    const { createTimeRequest } = await (
      await api.as(peer)
    ).data<{ createTimeRequest: { timeRequest: { id: string } } }>(
      `mutation ($id: UUID!) { createTimeRequest(
         input: { supervisorId: $id, type: EDUCATIONAL, weekdays: [], timesOfDay: [EVENING] }) { timeRequest { id } } }`,
      { id: educational.id },
    )
    const timeRequestId = createTimeRequest.timeRequest.id
    const plan = (types: string) =>
      `mutation ($peerId: UUID!, $timeRequestId: UUID!) { createPlannedSession(input: { peerIds: [$peerId], types: [${types}],
         startsOn: "2026-06-24", startTime: "18:00", minutes: 45, modality: VIDEO, timeRequestId: $timeRequestId }) { plannedCount } }`
    const colleague = await api.build.peer(people.organization)
    await api.build.relationship(educational, colleague, 'EDUCATIONAL')
    const caller = await api.as(educational)
    const wrong = await caller.ask(plan('EDUCATIONAL'), { peerId: colleague.id, timeRequestId })
    expect(wrong.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    await caller.data(plan('EDUCATIONAL'), { peerId: peer.id, timeRequestId })
    const { timeRequests } = await (
      await api.as(peer)
    ).data<{ timeRequests: { edges: { node: { id: string; status: string } }[] } }>(
      '{ timeRequests { edges { node { id status } } } }',
    )
    expect(timeRequests.edges.find(({ node }) => node.id === timeRequestId)?.node.status).toBe('PLANNED')
  })
})
