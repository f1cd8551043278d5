import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { LOG_AND_READ_SESSION, sessionInput } from '../../support/builders/supervision-builders.ts'
import { NOW } from '../../support/fixed-today.ts'
import { TestApi } from '../../support/test-api.ts'

// Planning, moving, cancelling and holding a session: with dates, at the same moment, and told to the other one.

const SHOWN = `id startsOn startTime shownTime startsAt minutes status reason revision canChange types
  series { id everyWeeks lastStartsOn isEnding }`
const PLAN = `mutation ($input: CreatePlannedSessionInput!) {
  createPlannedSession(input: $input) { plannedCount plannedSession { ${SHOWN} } } }`
const MOVE = `mutation ($input: UpdatePlannedSessionInput!) { updatePlannedSession(input: $input) {
  ... on PlannedSessionUpdated { plannedSession { ${SHOWN} } } ... on StaleRevision { currentRevision } } }`
const CANCEL = `mutation ($input: CancelPlannedSessionInput!) { cancelPlannedSession(input: $input) {
  ... on PlannedSessionCancelled { plannedSession { ${SHOWN} } } ... on StaleRevision { currentRevision } } }`
const MISS = `mutation ($input: MarkPlannedSessionMissedInput!) { markPlannedSessionMissed(input: $input) {
  ... on PlannedSessionMissed { plannedSession { ${SHOWN} } } ... on StaleRevision { currentRevision } } }`
const RESTORE = `mutation ($input: RestorePlannedSessionInput!) { restorePlannedSession(input: $input) {
  ... on PlannedSessionRestored { plannedSession { ${SHOWN} } } ... on StaleRevision { currentRevision } } }`
const MINE = `query ($view: PlannedSessionView!, $peerId: UUID, $first: Int, $after: String) {
  myPlannedSessions(view: $view, peerId: $peerId, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { ${SHOWN} peers { id } supervisor { id } } } } }`

interface Planned {
  id: string
  startsOn: string
  startTime: string
  shownTime: string
  startsAt: string
  status: string
  reason: string | null
  revision: number
  series: { id: string; lastStartsOn: string; isEnding: boolean } | null
}

describe('planned sessions', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let supervisor: Member
  let peer: Member
  beforeAll(async () => {
    api = await TestApi.start()
  })
  beforeEach(async () => {
    api.at(NOW)
    organization = await api.build.organization()
    supervisor = await api.build.supervisor(organization)
    peer = await api.build.peer(organization)
    await api.build.relationship(supervisor, peer, 'SUPPORTIVE')
  })
  afterAll(() => api.close())

  const input = (over: object = {}) => ({
    ...{ peerIds: [peer.id], types: ['SUPPORTIVE'], startsOn: '2026-06-24', startTime: '14:00', minutes: 45 },
    ...{ modality: 'VIDEO', ...over },
  })
  const send = async (member: Member, operation: string, sent: object) => {
    const { data, errors } = await (
      await api.as(member)
    ).ask<Record<string, unknown>>(operation, { input: sent })
    const payload = Object.values(data ?? {})[0] as
      { plannedSession?: Planned; currentRevision?: number; plannedCount?: number } | undefined
    return {
      session: payload?.plannedSession,
      current: payload?.currentRevision,
      count: payload?.plannedCount,
      code: errors?.[0]?.extensions.code,
      fact: errors?.[0]?.extensions.fact,
      wrong: errors?.[0]?.extensions.validationErrors,
    }
  }
  const plan = async (over: object = {}): Promise<Planned> => {
    const { session, wrong } = await send(supervisor, PLAN, input(over))
    expect(wrong).toBeUndefined()
    return session!
  }
  const change = (session: Planned, over: object = {}) => ({
    ...{ plannedSessionId: session.id, expectedRevision: session.revision, ...over },
  })
  const time = (over: object = {}) => ({
    ...{ startsOn: '2026-06-25', startTime: '09:30', minutes: 45, modality: 'PHONE', ...over },
  })
  const mine = async (member: Member, variables: object = {}) => {
    const { myPlannedSessions } = await (
      await api.as(member)
    ).data<{
      myPlannedSessions: { totalCount: number; pageInfo: { endCursor: string }; edges: { node: Planned }[] }
    }>(MINE, { view: 'UPCOMING', ...variables })
    return { ...myPlannedSessions, nodes: myPlannedSessions.edges.map(({ node }) => node) }
  }
  const told = async (member: Member): Promise<string[]> => {
    const { rows } = await api.superuser.query<{ kind: string }>(
      'select kind from notification where recipient_id = $1 order by created_at, kind',
      [member.id],
    )
    return rows.map(({ kind }) => kind)
  }

  it('plans a session that both find, and tells the peer', async () => {
    const session = await plan()
    expect(session).toMatchObject({
      ...{
        startsOn: '2026-06-24',
        startTime: '14:00',
        startsAt: '2026-06-24T18:00:00.000Z',
        status: 'SCHEDULED',
      },
      ...{ types: ['SUPPORTIVE'], series: null, canChange: true },
    })
    for (const member of [peer, supervisor])
      expect((await mine(member)).nodes.map(({ id }) => id)).toEqual([session.id])
    expect(await told(peer)).toEqual(['SESSION_PLANNED'])
    expect(await told(supervisor)).toEqual([])
  })

  it('plans a series that keeps its hour over a change of the clocks, and says when it ends', async () => {
    const { session, count } = await send(
      supervisor,
      PLAN,
      input({ startsOn: '2026-10-21', repeat: { everyWeeks: 1, times: 4 } }),
    )
    expect([count, session?.series?.lastStartsOn, session?.series?.isEnding]).toEqual([
      4,
      '2026-11-11',
      false,
    ])
    const { nodes } = await mine(peer)
    expect(nodes.map(({ startsOn, startsAt }) => [startsOn, startsAt.slice(11, 16)])).toEqual([
      ['2026-10-21', '18:00'],
      ['2026-10-28', '18:00'],
      ['2026-11-04', '19:00'],
      ['2026-11-11', '19:00'],
    ])
    expect(await told(peer)).toEqual(['SESSION_PLANNED'])
    api.at('2026-10-29T13:00:00Z')
    expect((await mine(peer)).nodes[0]?.series?.isEnding).toBe(true)
  })

  it('shows what the clocks show where the planned time is skipped', async () => {
    api.at('2027-03-01T13:00:00Z')
    expect(await plan({ startsOn: '2027-03-14', startTime: '02:30' })).toMatchObject({
      ...{ startTime: '02:30', shownTime: '03:30', startsAt: '2027-03-14T07:30:00.000Z' },
    })
  })

  it.each([
    [
      'a time that has passed today',
      { startsOn: '2026-06-17', startTime: '08:59' },
      'startTime',
      'too-long-ago',
    ],
    ['yesterday', { startsOn: '2026-06-16' }, 'startsOn', 'too-long-ago'],
    ['a type that is not given', { types: ['EDUCATIONAL'] }, 'peerIds.0', 'not-in-caseload'],
    ['a minute and a half', { minutes: 1 }, 'minutes', 'too-small'],
    ['half past twenty-five', { startTime: '25:30' }, 'startTime', 'not-an-option'],
    ['more than a year of weeks', { repeat: { everyWeeks: 13, times: 9 } }, 'repeat.times', 'too-large'],
  ])('refuses %s', async (_what, over, field, problem) => {
    expect((await send(supervisor, PLAN, input(over))).wrong).toMatchObject([{ field, problem }])
    expect((await mine(supervisor)).totalCount).toBe(0)
  })

  it('refuses oneself, a stranger and a peer of a colleague alike', async () => {
    const elsewhere = await api.build.peer(await api.build.organization())
    const colleagues = await api.build.peer(organization)
    for (const peerId of [supervisor.id, elsewhere.id, colleagues.id, '00000000-0000-4000-8000-000000000000'])
      expect((await send(supervisor, PLAN, input({ peerIds: [peerId] }))).wrong).toEqual([
        { field: 'peerIds.0', problem: 'not-in-caseload' },
      ])
  })

  it('plans nothing after the supervision ends, in a series either', async () => {
    const other = await api.build.peer(organization)
    await api.build.relationship(supervisor, other, 'SUPPORTIVE', { endsOn: '2026-07-01' })
    const ends = [{ field: 'startsOn', problem: 'too-far-ahead', limit: '2026-07-01' }]
    const peerIds = [other.id]
    expect((await send(supervisor, PLAN, input({ peerIds, startsOn: '2026-07-02' }))).wrong).toEqual(ends)
    const repeat = { everyWeeks: 1, times: 3 }
    expect((await send(supervisor, PLAN, input({ peerIds, repeat }))).wrong).toEqual(ends)
    expect((await send(supervisor, PLAN, input({ peerIds, startsOn: '2026-07-01' }))).session?.startsOn).toBe(
      '2026-07-01',
    )
  })

  it('lets either of the two move it, and tells the other one', async () => {
    const session = await plan()
    const moved = await send(peer, MOVE, change(session, time()))
    expect(moved.session).toMatchObject({ startsOn: '2026-06-25', startTime: '09:30', revision: 2 })
    expect(await told(supervisor)).toEqual(['SESSION_MOVED'])
    const back = await send(supervisor, MOVE, change(moved.session!, time({ startsOn: '2026-06-26' })))
    expect(back.session?.revision).toBe(3)
    expect(await told(peer)).toEqual(['SESSION_MOVED', 'SESSION_PLANNED'])
  })

  it('takes one of two changes at the same moment, and tells the other one to look again', async () => {
    const session = await plan()
    const changes = await Promise.all([
      send(peer, MOVE, change(session, time({ startsOn: '2026-06-26' }))),
      send(supervisor, MOVE, change(session, time({ startsOn: '2026-06-30' }))),
    ])
    expect(changes.map(({ current }) => current).filter(Boolean)).toEqual([2])
    expect(changes.filter((one) => one.session)).toHaveLength(1)
  })

  it('moves one out of its series, and the rest from one on without it', async () => {
    await plan({ repeat: { everyWeeks: 2, times: 4 } })
    const [first, second, third] = (await mine(supervisor)).nodes as [Planned, Planned, Planned]
    const out = await send(supervisor, MOVE, change(third, time({ startsOn: '2026-07-23' })))
    expect(out.session?.series).toBeNull()
    await send(supervisor, MOVE, change(second, time({ startsOn: '2026-07-10', scope: 'FROM_HERE' })))
    expect((await mine(peer)).nodes.map(({ startsOn, startTime }) => [startsOn, startTime])).toEqual([
      [first.startsOn, '14:00'],
      ['2026-07-10', '09:30'],
      ['2026-07-23', '09:30'],
      ['2026-08-07', '09:30'],
    ])
  })

  it('cancels in time with a reason of the list, and restores', async () => {
    const session = await plan()
    const cancelled = await send(peer, CANCEL, change(session, { reason: 'FACILITY_CLOSED' }))
    expect(cancelled.session).toMatchObject({ status: 'CANCELLED', reason: 'FACILITY_CLOSED' })
    expect(await told(supervisor)).toEqual(['SESSION_CANCELLED'])
    expect((await send(supervisor, MOVE, change(cancelled.session!, time()))).fact).toBe(
      'supervision.planning.not-scheduled',
    )
    const restored = await send(peer, RESTORE, change(cancelled.session!))
    expect(restored.session).toMatchObject({ status: 'SCHEDULED', reason: null })
    expect(
      (await send(peer, CANCEL, change(restored.session!, { reason: 'SUPERVISION_ENDED' }))).wrong,
    ).toEqual([{ field: 'reason', problem: 'not-an-option' }])
  })

  it('is missed once it has begun, and cancelled only before', async () => {
    const session = await plan()
    expect((await send(supervisor, MISS, change(session, { reason: 'PEER_AWAY' }))).fact).toBe(
      'supervision.planning.has-not-begun',
    )
    api.at('2026-06-24T18:00:00Z')
    expect((await send(supervisor, CANCEL, change(session, { reason: 'PEER_AWAY' }))).fact).toBe(
      'supervision.planning.has-begun',
    )
    expect(
      (await send(supervisor, MISS, change(session, { reason: 'SUPERVISOR_AWAY' }))).session,
    ).toMatchObject({
      status: 'MISSED',
      reason: 'SUPERVISOR_AWAY',
    })
  })

  it('is never answered by the clock: weeks later it waits to be asked about', async () => {
    const session = await plan()
    api.at('2026-08-24T18:00:00Z')
    expect((await mine(supervisor)).totalCount).toBe(0)
    const { nodes } = await mine(supervisor, { view: 'UNANSWERED' })
    expect(nodes.map(({ id, status }) => [id, status])).toEqual([[session.id, 'SCHEDULED']])
  })

  it('is held by logging it, and waits again where that was voided', async () => {
    const session = await plan({ startsOn: '2026-06-17', startTime: '10:00' })
    const caller = await api.as(supervisor)
    const logged = await caller.data<{ logSupervisionSession: { session: { id: string } } }>(
      LOG_AND_READ_SESSION,
      {
        input: sessionInput([peer], { plannedSessionId: session.id }),
      },
    )
    const statusNow = async () => {
      const { rows } = await api.superuser.query<{ status: string }>(
        'select status from planned_session where id = $1',
        [session.id],
      )
      return rows[0]?.status
    }
    expect(await statusNow()).toBe('HELD')
    expect(
      (await send(supervisor, CANCEL, change({ ...session, revision: 2 }, { reason: 'MOVED' }))).fact,
    ).toBe('supervision.planning.not-scheduled')
    const sessionId = logged.logSupervisionSession.session.id
    const undo = (verb: string) =>
      caller.data(
        `mutation ($id: UUID!) { ${verb}SupervisionSession(input: { sessionId: $id }) { session { id } } }`,
        { id: sessionId },
      )
    await undo('void')
    expect(await statusNow()).toBe('SCHEDULED')
    await undo('restore')
    expect(await statusNow()).toBe('HELD')
    const again = await caller.ask(LOG_AND_READ_SESSION, {
      input: sessionInput([peer], { plannedSessionId: session.id }),
    })
    expect(again.errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'plannedSessionId', problem: 'not-found' },
    ])
  })

  it('is cancelled by itself where the supervision ends before its day, and stays where it does not', async () => {
    const [near, far] = [await plan({ startsOn: '2026-06-24' }), await plan({ startsOn: '2026-07-24' })]
    await api.superuser.query(
      "update supervision_relationship set ends_on = '2026-06-30' where peer_id = $1",
      [peer.id],
    )
    const found = Object.fromEntries(
      (await mine(peer)).nodes.map(({ id, status, reason }) => [id, [status, reason]]),
    )
    expect(found).toEqual({ [near.id]: ['SCHEDULED', null], [far.id]: ['CANCELLED', 'SUPERVISION_ENDED'] })
    const late = await send(supervisor, MOVE, change(near, time({ startsOn: '2026-07-01' })))
    expect(late.wrong).toEqual([{ field: 'startsOn', problem: 'too-far-ahead', limit: '2026-06-30' }])
  })

  it('in a group shows each peer only themselves, and is moved by the supervisor alone', async () => {
    const other = await api.build.peer(organization)
    await api.build.relationship(supervisor, other, 'SUPPORTIVE')
    const session = await plan({ peerIds: [peer.id, other.id] })
    const [own] = (await mine(peer)).nodes as unknown as { peers: { id: string }[]; canChange: boolean }[]
    expect([own?.peers, own?.canChange]).toEqual([[{ id: peer.id }], false])
    expect((await send(peer, MOVE, change(session, time()))).code).toBe('NOT_FOUND')
    expect((await send(supervisor, MOVE, change(session, time()))).session?.startsOn).toBe('2026-06-25')
    expect(await told(other)).toEqual(['SESSION_MOVED', 'SESSION_PLANNED'])
  })

  it('comes in pages, the nearest first', async () => {
    await plan({ repeat: { everyWeeks: 1, times: 5 } })
    const days: string[] = []
    let after: string | null = null
    for (let page = 0; page < 3; page++) {
      const { nodes, pageInfo, totalCount } = await mine(peer, { first: 2, after })
      days.push(...nodes.map(({ startsOn }) => startsOn))
      after = pageInfo.endCursor
      expect(totalCount).toBe(5)
    }
    expect(days).toEqual(['2026-06-24', '2026-07-01', '2026-07-08', '2026-07-15', '2026-07-22'])
  })
})
