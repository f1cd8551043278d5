import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { aFlag, flagsSeenIn } from '../../support/builders/drift-builders.ts'
import { inDatabaseAs } from '../../support/builders/supervision-builders.ts'
import { NOW } from '../../support/fixed-today.ts'
import { type Answer, type Caller, TestApi } from '../../support/test-api.ts'

// T3, T4: a peer who raises a flag chooses which of their supervisors sees it, and can undo it before anybody has.

const RAISE = `mutation ($input: RaiseDriftFlagInput!) { raiseDriftFlag(input: $input) {
  driftFlag { id onlyChosenReaders seenBySupervisorsFrom readers { relationshipId canRead supervisor { id } } } } }`
const UNDO = `mutation ($id: UUID!) { undoDriftFlag(input: { driftFlagId: $id }) {
  draft { id evidence cause response supervisorIds } } }`
const DRAFTS = '{ myDriftFlagDrafts { edges { node { evidence cause response supervisorIds } } } }'
const MINUTE = 60_000

interface Raised {
  raiseDriftFlag: {
    driftFlag: {
      id: string
      onlyChosenReaders: boolean
      seenBySupervisorsFrom: string
      readers: { relationshipId: string; canRead: boolean; supervisor: { id: string } }[]
    }
  }
}

describe('the readers of a flag that its peer raised', () => {
  let api: TestApi
  let actors: Awaited<ReturnType<typeof cast>>['actors']
  let peer: Caller
  beforeAll(async () => {
    api = await TestApi.start()
  })
  beforeEach(async () => {
    api.at(NOW)
    ;({ actors } = await cast(api.build))
    peer = await api.as(actors.peer)
  })
  afterAll(() => api.close())

  const SAID = { evidence: 'Rides to court.', cause: 'ASSIGNED_WORK', response: 'I said no.' }
  const raise = async (more: object = {}) =>
    (await peer.data<Raised>(RAISE, { input: { ...SAID, ...more } })).raiseDriftFlag.driftFlag
  const later = (milliseconds = MINUTE) => api.at(new Date(NOW.getTime() + milliseconds))
  const seenBy = async (member: Member): Promise<string[] | null> =>
    flagsSeenIn(await api.as(member), 'teamDriftFlags')
  const codeOf = (answer: Answer) =>
    answer.errors?.[0]?.extensions.fact ?? answer.errors?.[0]?.extensions.code

  it('are by default all who teach or support the peer, a minute later and not before', async () => {
    const { id, onlyChosenReaders, seenBySupervisorsFrom } = await raise()
    expect([onlyChosenReaders, seenBySupervisorsFrom]).toEqual([
      false,
      new Date(NOW.getTime() + MINUTE).toISOString(),
    ])
    later(MINUTE - 1_000)
    for (const member of [actors.educational, actors.supportive]) expect(await seenBy(member)).toEqual([])
    later()
    for (const member of [actors.educational, actors.supportive]) expect(await seenBy(member)).toEqual([id])
    expect(await seenBy(actors.administrative)).toEqual([])
  })

  it('are only those whom the peer chose, in lists, in steps, in responses and in the database', async () => {
    const { id, onlyChosenReaders, readers } = await raise({ supervisorIds: [actors.supportive.id] })
    expect(onlyChosenReaders).toBe(true)
    expect(readers.map(({ canRead, supervisor }) => [supervisor.id, canRead]).sort()).toEqual(
      [
        [actors.educational.id, false],
        [actors.supportive.id, true],
      ].sort(),
    )
    later()
    expect([await seenBy(actors.supportive), await seenBy(actors.educational)]).toEqual([[id], []])
    const STEP = `mutation ($id: UUID!) {
      addDriftFlagStep(input: { driftFlagId: $id, expectedRevision: 0, to: DISCUSSED }) { __typename } }`
    const educational = await api.as(actors.educational)
    expect(await educational.ask(STEP, { id })).toEqual(await educational.ask(STEP, { id: randomUUID() }))
    // The walls are looked at from inside as of one moment, which is not later than when the flag was raised.
    await api.superuser.query(`begin; set local session_replication_role = replica;
      update drift_flag set opened_at = raised_at; update drift_flag_share set shared_at = '${NOW.toISOString()}'; commit`)
    for (const [member, found] of [
      [actors.peer, 1],
      [actors.supportive, 1],
      [actors.educational, 0],
      [actors.administrative, 0],
      [actors.manager, 0],
    ] as const) {
      for (const table of ['drift_flag', 'drift_flag_response', 'drift_flag_share'])
        expect([table, (await inDatabaseAs(api, member, `select from ${table}`)).length]).toEqual([
          table,
          found,
        ])
    }
    // Whoever was left out is let in later, by the peer alone.
    const [left] = readers.filter(({ canRead }) => !canRead)
    await peer.data(
      `mutation ($input: AddDriftFlagReaderInput!) { addDriftFlagReader(input: $input) { driftFlag { id } } }`,
      { input: { driftFlagId: id, relationshipId: left?.relationshipId } },
    )
    expect(await seenBy(actors.educational)).toEqual([id])
  })

  it('stay the chosen person when one of their two supervisions ends', async () => {
    const second = await api.build.relationship(actors.supportive, actors.peer, 'EDUCATIONAL')
    const { id } = await raise({ supervisorIds: [actors.supportive.id] })
    later()
    await api.superuser.query(
      `update supervision_relationship set ends_on = '2026-06-16' where supervisor_id = $1 and type = 'SUPPORTIVE'`,
      [actors.supportive.id],
    )
    expect(await seenBy(actors.supportive)).toEqual([id])
    await api.superuser.query(`update supervision_relationship set ends_on = '2026-06-16' where id = $1`, [
      second,
    ])
    expect(await seenBy(actors.supportive)).toEqual([])
  })

  it.each([
    ['administrative', 'record.not-found'],
    ['colleague', 'record.not-found'],
    ['stranger', 'record.not-found'],
    ['peer', 'record.not-found'],
  ] as const)('cannot be %s, and nothing is raised then', async (name, code) => {
    const supervisorIds = [actors.supportive.id, actors[name].id]
    expect(codeOf(await peer.ask(RAISE, { input: { ...SAID, supervisorIds } }))).toBe(code)
    expect(await flagsSeenIn(peer, 'myDriftFlags')).toEqual([])
  })

  it('are named, once each and 50 at most', async () => {
    const refused = async (supervisorIds: string[]) =>
      (await peer.ask(RAISE, { input: { ...SAID, supervisorIds } })).errors
    expect((await refused([]))?.[0]?.extensions.validationErrors).toMatchObject([
      { field: 'supervisorIds', problem: 'required' },
    ])
    expect((await refused(Array.from({ length: 51 }, () => randomUUID())))?.[0]?.extensions.code).toBe(
      'BAD_INPUT',
    )
    await raise({ supervisorIds: [actors.supportive.id, actors.supportive.id] })
  })

  it('never see a flag that is undone in time: it is a draft again, with what was chosen', async () => {
    const { id } = await raise({ supervisorIds: [actors.educational.id] })
    later(MINUTE - 1_000)
    const { undoDriftFlag } = await peer.data<{ undoDriftFlag: { draft: object } }>(UNDO, { id })
    expect(undoDriftFlag.draft).toMatchObject({ ...SAID, supervisorIds: [actors.educational.id] })
    later(8 * 86_400_000)
    expect(await seenBy(actors.educational)).toEqual([])
    expect(await flagsSeenIn(peer, 'myDriftFlags')).toEqual([])
    expect(await peer.data(DRAFTS)).toEqual({
      myDriftFlagDrafts: { edges: [{ node: { ...SAID, supervisorIds: [actors.educational.id] } }] },
    })
    const { rows } = await api.superuser.query(
      'select from drift_flag where peer_id = $1 union all select from drift_flag_response where peer_id = $1 union all select from drift_flag_share where peer_id = $1',
      [actors.peer.id],
    )
    expect(rows).toEqual([])
  })

  it('keep what they may have seen: after a minute, a step, a second view or sharing, nothing is undone', async () => {
    const late = await raise()
    later()
    expect(codeOf(await peer.ask(UNDO, { id: late.id }))).toBe('drift.seen-already')
    api.at(NOW)
    const acts: ((id: string) => Promise<unknown>)[] = [
      (id) =>
        peer.data(
          'mutation ($id: UUID!) { addDriftFlagStep(input: { driftFlagId: $id, expectedRevision: 0, to: DISCUSSED }) { __typename } }',
          { id },
        ),
      (id) =>
        peer.data(
          'mutation ($id: UUID!) { addDriftFlagResponse(input: { driftFlagId: $id, text: "More" }) { driftFlag { id } } }',
          { id },
        ),
      (id) =>
        peer.data(
          'mutation ($id: UUID!) { releaseDriftFlag(input: { driftFlagId: $id, as: STRUCTURE }) { driftFlag { id } } }',
          { id },
        ),
    ]
    for (const act of acts) {
      const { id } = await raise()
      await act(id)
      expect(codeOf(await peer.ask(UNDO, { id }))).toBe('drift.seen-already')
    }
    expect(await flagsSeenIn(peer, 'myDriftFlags')).toHaveLength(4)
    expect(await peer.data(DRAFTS)).toEqual({ myDriftFlagDrafts: { edges: [] } })
  })

  it("is not for flags of others: a signal's, a supervisor's and a colleague's answer like unknown ones or stay", async () => {
    const observed = await aFlag(api.build, actors.peer, { raisedBy: actors.educational })
    const signal = await aFlag(api.build, actors.peer)
    for (const id of [observed, signal])
      expect(codeOf(await peer.ask(UNDO, { id }))).toBe('drift.seen-already')
    const { id } = await raise()
    for (const other of [actors.colleague, actors.stranger]) {
      const caller = await api.as(other)
      expect(await caller.ask(UNDO, { id })).toEqual(await caller.ask(UNDO, { id: randomUUID() }))
    }
    // The function of the database says no by itself, also to a supervisor who reads the flag.
    for (const other of [actors.colleague, actors.educational, actors.stranger])
      expect(
        await inDatabaseAs(api, other, { text: 'select access.undo_flag($1) as count', values: [id] }),
      ).toEqual([{ count: 0 }])
    const supportive = await api.as(actors.supportive)
    expect(codeOf(await supportive.ask(UNDO, { id }))).toBe('FORBIDDEN')
    expect(await flagsSeenIn(peer, 'myDriftFlags')).toHaveLength(3)
  })
})
