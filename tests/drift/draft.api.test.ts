import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../support/builders/builders.ts'
import { inDatabaseAs } from '../support/builders/supervision-builders.ts'
import { NOW } from '../support/fixed-today.ts'
import { type Caller, TestApi } from '../support/test-api.ts'

// T4: a flag that its peer has not raised is theirs alone; nobody else can learn that there is one.

const SECRET = 'They ask me to sit in on drug tests.'
const KEEP = `mutation ($input: CreateDriftFlagDraftInput!) {
  createDriftFlagDraft(input: $input) { draft { id evidence cause response } } }`
const REMOVE = `mutation ($input: RemoveDriftFlagDraftInput!) {
  removeDriftFlagDraft(input: $input) { draft { id } } }`
const RAISE = `mutation ($input: RaiseDriftFlagInput!) {
  raiseDriftFlag(input: $input) { driftFlag { evidence } } }`
const MINE = '{ myDriftFlagDrafts { totalCount edges { node { id evidence } } } }'
interface Mine {
  myDriftFlagDrafts: { totalCount: number; edges: { node: { id: string; evidence: string } }[] }
}

describe('a draft of a flag', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  let peer: Member
  let caller: Caller
  beforeAll(async () => {
    api = await TestApi.start()
    people = await cast(api.build)
    peer = people.actors.peer
    caller = await api.as(peer)
  })
  afterAll(() => api.close())

  const kept = async (input: object): Promise<string> =>
    (await caller.data<{ createDriftFlagDraft: { draft: { id: string } } }>(KEEP, { input }))
      .createDriftFlagDraft.draft.id
  const mine = async () => (await caller.data<Mine>(MINE)).myDriftFlagDrafts
  /** What each reader of flags finds, and how many entries and notifications there are. */
  const elsewhere = async () => {
    const { supportive, educational, manager, auditor } = people.actors
    const lists = {
      team: '{ teamDriftFlags { totalCount edges { node { id } } } }',
      released: '{ releasedDriftFlags { totalCount edges { node { id } } } }',
      trail: '{ auditTrail(first: 100) { totalCount edges { node { number } } } }',
    }
    const { rows } = await api.superuser.query('select count(*) from notification')
    return [
      await (await api.as(supportive)).ask(lists.team),
      await (await api.as(educational)).ask(lists.team),
      await (await api.as(manager)).ask(lists.released),
      await (await api.as(auditor)).ask(lists.trail),
      rows,
    ]
  }

  it('changes nothing that anybody else can see, neither when it is kept nor when it is removed', async () => {
    const before = await elsewhere()
    const id = await kept({ evidence: ` ${SECRET} ` })
    expect(await elsewhere()).toEqual(before)
    expect(await mine()).toMatchObject({ totalCount: 1, edges: [{ node: { id, evidence: SECRET } }] })
    for (const [name, member] of Object.entries(people.actors)) {
      const found = await inDatabaseAs(api, member, 'select from drift_flag_draft')
      expect([name, found.length]).toEqual([name, name === 'peer' ? 1 : 0])
    }
    expect(await caller.data(REMOVE, { input: { draftId: id } })).toEqual({
      removeDriftFlagDraft: { draft: { id } },
    })
    expect(await elsewhere()).toEqual(before)
    const { rows } = await api.superuser.query('select from drift_flag_draft')
    expect(rows).toEqual([])
  })

  it('is replaced by the next one, becomes a flag when it is raised, and is then gone', async () => {
    const first = await kept({ evidence: SECRET })
    const second = await kept({
      evidence: SECRET,
      cause: 'ASSIGNED_WORK',
      response: 'I said no.',
      replacesId: first,
    })
    expect((await mine()).edges.map(({ node }) => node.id)).toEqual([second])
    const input = { evidence: SECRET, cause: 'ASSIGNED_WORK', response: 'I said no.', draftId: second }
    expect(await caller.data(RAISE, { input })).toEqual({
      raiseDriftFlag: { driftFlag: { evidence: SECRET } },
    })
    expect((await mine()).totalCount).toBe(0)
    api.at(new Date(NOW.getTime() + 60_000))
    const team = await (
      await api.as(people.actors.supportive)
    ).data<{ teamDriftFlags: unknown }>('{ teamDriftFlags { edges { node { evidence } } } }')
    expect(team).toEqual({ teamDriftFlags: { edges: [{ node: { evidence: SECRET } }] } })
    api.at(NOW)
  })

  it("is not touched by anybody else: another's id answers like an unknown one", async () => {
    const id = await kept({ evidence: SECRET })
    const colleague = await api.as(people.actors.colleague)
    const foreign = await colleague.ask(REMOVE, { input: { draftId: id } })
    expect(foreign).toEqual(await colleague.ask(REMOVE, { input: { draftId: randomUUID() } }))
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    await colleague.data(KEEP, { input: { evidence: 'x', replacesId: id } })
    await colleague.data(RAISE, { input: { evidence: 'x', cause: 'STRUCTURE', draftId: id } })
    expect((await mine()).edges.map(({ node }) => node.id)).toEqual([id])
  })

  it('names what is too long or missing, and needs no cause', async () => {
    const refused = async (input: object) =>
      (await caller.ask(KEEP, { input })).errors?.[0]?.extensions.validationErrors?.[0]
    expect(await refused({ evidence: '  ' })).toMatchObject({ field: 'evidence', problem: 'required' })
    expect(await refused({ evidence: 'x'.repeat(2001) })).toMatchObject({
      field: 'evidence',
      problem: 'too-long',
    })
    expect(await refused({ evidence: 'x', response: 'x'.repeat(2001) })).toMatchObject({ field: 'response' })
  })

  it('asks for the password on a shared device', async () => {
    const shared = await api.as(peer, { confirmed: false, shared: true })
    expect((await shared.ask(MINE)).errors?.[0]?.extensions.code).toBe('CONFIRM_PASSWORD')
  })
})
