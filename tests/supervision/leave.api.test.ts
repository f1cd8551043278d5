import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../shared/src/calendar/plain-date.ts'
import { supervisionDue } from '../../shared/src/supervision/relationships/cadence.ts'
import type { BuiltOrganization, Member } from '../support/builders/builders.ts'
import { PeopleBuilders } from '../support/builders/people-builders.ts'
import { aSession } from '../support/builders/supervision-builders.ts'
import { type Caller, TestApi } from '../support/test-api.ts'

// A leave pauses what is due: the order and the counts of SQL, and the words of the rule, say the same day.

const TODAY = '2026-06-17'
const TEAM = `query ($first: Int!) { caseload(first: $first) { facets { overdue dueThisWeek onTrack paused pausedAhead withoutCadence }
  edges { node { isPaused pausedUntil pausedFrom peer { id } due { kind dueOn overdueDays } } } } }`
interface Team {
  caseload: {
    facets: Record<string, number>
    edges: {
      node: {
        isPaused: boolean
        pausedUntil: string | null
        pausedFrom: string | null
        peer: { id: string }
        due: { kind: string; dueOn: string; overdueDays: number } | null
      }
    }[]
  }
}

describe('supervision of a peer who is away', () => {
  let api: TestApi
  let people: PeopleBuilders
  let organization: BuiltOrganization
  let supervisor: Member
  let caller: Caller
  beforeAll(async () => {
    api = await TestApi.start()
    people = new PeopleBuilders(api.build)
    organization = await api.build.organization()
    supervisor = await api.build.supervisor(organization)
    caller = await api.as(supervisor)
  })
  afterAll(() => api.close())

  async function supervised(startsOn: string, cadenceDays = 14): Promise<Member> {
    const peer = await api.build.peer(organization)
    await api.build.relationship(supervisor, peer, 'SUPPORTIVE', { startsOn })
    await api.build.agreement(peer, { SUPPORTIVE: cadenceDays })
    return peer
  }
  const team = async () => (await caller.data<Team>(TEAM, { first: 100 })).caseload
  const rowOf = async (peer: Member) =>
    (await team()).edges.find(({ node }) => node.peer.id === peer.id)?.node

  it('is not due while the leave lasts, and due later by as many days when it is over', async () => {
    const peer = await supervised('2026-05-20')
    expect((await rowOf(peer))?.due).toMatchObject({ kind: 'OVERDUE', dueOn: '2026-06-03', overdueDays: 14 })
    const manager = await api.as(await api.build.member(organization, ['MANAGER']))
    const record =
      'mutation ($input: RecordLeaveInput!) { recordLeave(input: $input) { leavePeriod { id } } }'
    const change =
      'mutation ($input: UpdateLeaveInput!) { updateLeave(input: $input) { leavePeriod { id } } }'
    const { recordLeave } = await manager.data<{ recordLeave: { leavePeriod: { id: string } } }>(record, {
      input: { peerId: peer.id, startsOn: '2026-06-01' },
    })
    const leavePeriodId = recordLeave.leavePeriod.id
    const until = (endsOn: string) => ({ input: { leavePeriodId, startsOn: '2026-06-01', endsOn } })
    expect(await rowOf(peer)).toMatchObject({ isPaused: true, pausedUntil: null, due: null })
    const own = await api.as(peer)
    await own.data(change, until('2026-06-20'))
    expect(await rowOf(peer)).toMatchObject({ isPaused: true, pausedUntil: '2026-06-20', due: null })
    expect((await team()).facets).toMatchObject({ paused: 1, overdue: 0, withoutCadence: 0 })
    await own.data(change, until('2026-06-15'))
    // Twelve days were counted before the leave; two remain after it.
    expect(await rowOf(peer)).toMatchObject({
      isPaused: false,
      due: { kind: 'DUE_THIS_WEEK', dueOn: '2026-06-18', overdueDays: 0 },
    })
    const undone =
      'mutation ($id: UUID!) { voidLeave(input: { leavePeriodId: $id }) { leavePeriod { endsOn } } }'
    expect(await own.data(undone, { id: leavePeriodId })).toEqual({
      voidLeave: { leavePeriod: { endsOn: '2026-06-15' } },
    })
    expect((await rowOf(peer))?.due).toMatchObject({ kind: 'OVERDUE', overdueDays: 14 })
  })

  it('has no end while a leave without one follows the one that began, and ends with the last of several', async () => {
    const open = await supervised('2026-05-20')
    await people.leave(open, '2026-06-10', '2026-06-15')
    await people.leave(open, '2026-06-16', null)
    expect(await rowOf(open)).toMatchObject({ isPaused: true, pausedUntil: null })
    const twice = await supervised('2026-05-20')
    await people.leave(twice, '2026-06-10', '2026-06-18')
    await people.leave(twice, '2026-06-19', '2026-06-25')
    expect(await rowOf(twice)).toMatchObject({ isPaused: true, pausedUntil: '2026-06-25' })
  })

  it('that begins without an end before a session is due is counted apart, with its first day', async () => {
    const before = (await team()).facets
    const peer = await supervised('2026-06-10')
    await people.leave(peer, '2026-06-18', null)
    expect(await rowOf(peer)).toMatchObject({ isPaused: false, pausedFrom: '2026-06-18', due: null })
    expect((await team()).facets).toMatchObject({
      pausedAhead: (before['pausedAhead'] ?? 0) + 1,
      withoutCadence: before['withoutCadence'],
    })
  })

  it('counts from the start of a relationship, and not from a session before it', async () => {
    const peer = await supervised('2026-06-17')
    const other = await api.build.supervisor(organization)
    await aSession(api, other, [peer], { heldOn: '2026-04-01' })
    expect((await rowOf(peer))?.due).toMatchObject({ kind: 'ON_TRACK', dueOn: '2026-07-01' })
  })

  it('counts and sorts by the very day that the rule says, for any leaves', async () => {
    const leave = fc.record({
      from: fc.integer({ min: -60, max: 30 }),
      length: fc.integer({ min: 0, max: 20 }),
    })
    const lives = fc.sample(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.array(leave, { maxLength: 3 })), {
      numRuns: 60,
      seed: 20_260,
    })
    const expected = new Map<string, string | null>()
    for (const [cadenceDays, leaves] of lives) {
      const peer = await supervised('2026-04-20', cadenceDays)
      // Two leaves of one person never overlap: the database refuses the second.
      const pauses = leaves
        .map(({ from, length }) => ({
          startsOn: addDays(TODAY, from),
          endsOn: addDays(TODAY, from + length),
        }))
        .filter(({ startsOn, endsOn }, index, all) =>
          all.slice(0, index).every((other) => endsOn < other.startsOn || startsOn > other.endsOn),
        )
      for (const { startsOn, endsOn } of pauses) await people.leave(peer, startsOn, endsOn)
      const rhythm = { cadenceDays, startedOn: '2026-04-20', lastHeldOn: null, pauses }
      const isAway = pauses.some(({ startsOn, endsOn }) => startsOn <= TODAY && TODAY <= endsOn)
      expected.set(peer.id, isAway ? null : supervisionDue(rhythm, TODAY).dueOn)
    }
    const { edges, facets } = await team()
    const rows = edges.map(({ node }) => node).filter(({ peer }) => expected.has(peer.id))
    for (const { peer, due } of rows) expect(due?.dueOn ?? null).toBe(expected.get(peer.id))
    const days = edges.map(({ node }) => node.due?.dueOn ?? '9999-12-31')
    expect(days).toEqual([...days].sort())
    const kinds = edges.map(({ node }) => (node.isPaused ? 'paused' : node.due?.kind))
    const count = (kind: string) => kinds.filter((each) => each === kind).length
    expect(facets).toMatchObject({
      overdue: count('OVERDUE'),
      dueThisWeek: count('DUE_THIS_WEEK'),
      onTrack: count('ON_TRACK'),
      paused: count('paused'),
    })
    expect(count('paused')).toBeGreaterThan(3)
  })

  it('is fed in the same write: two statements, with leaves or without', async () => {
    const batches = await api.statementsOf(() => caller.data(TEAM, { first: 100 }))
    expect(batches.map((batch) => batch.length)).toEqual([2])
  })
})
