import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SupervisionType } from '../../../shared/src/supervision/supervision-types.ts'
import { cast, type Member } from '../../support/builders/builders.ts'
import { LOG_SESSION, sessionInput } from '../../support/builders/supervision-builders.ts'
import { TestApi } from '../../support/test-api.ts'

// What came out of supervision to be done: carried until done, and passed on by type.

const ADD = `mutation ($input: CreateFollowUpInput!) { createFollowUp(input: $input) {
  followUp { id type text owner isMine dueOn state } } }`
const UPDATE = `mutation ($input: UpdateFollowUpInput!) { updateFollowUp(input: $input) {
  followUp { state closedOn closedBy { id } } } }`
const PASS_ON = `mutation ($input: AddFollowUpReaderInput!) { addFollowUpReader(input: $input) {
  followUp { id canPassOnTo } } }`
const MINE = `{ myFollowUps { totalCount edges { node { id text state isMine canPassOnTo } } } }`
const OF = `query ($peerId: UUID!) { followUpsOf(peerId: $peerId, onlyOpen: true) { edges { node { id text state } } } }`
const COUNT = `query ($dueBy: LocalDate!) { myDueFollowUpCount(dueBy: $dueBy) }`
type Node = { id: string; text: string; state: string; canPassOnTo: string | null }
type Page = { edges: { node: Node }[] }

describe('a follow-up', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  let [peer, supervisor]: Member[] = []
  const relationships = {} as Record<SupervisionType, string>
  beforeAll(async () => {
    api = await TestApi.start()
    people = await cast(api.build)
  })
  beforeEach(async () => {
    peer = await api.build.peer(people.organization)
    supervisor = await api.build.supervisor(people.organization)
    for (const type of ['ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE'] as const)
      relationships[type] = await api.build.relationship(supervisor, peer, type)
  })
  afterAll(() => api.close())

  const add = async (as: Member | undefined, type: SupervisionType, over: object = {}) =>
    (await api.as(as as Member)).ask<{ createFollowUp: { followUp: Node } }>(ADD, {
      input: {
        relationshipId: relationships[type],
        ...{ text: 'Call the nurse', owner: 'PEER', dueOn: '2026-06-30', ...over },
      },
    })
  const idOf = async (as: Member | undefined, type: SupervisionType, over: object = {}): Promise<string> =>
    (await add(as, type, over)).data?.createFollowUp.followUp.id ?? ''
  const set = async (as: Member | undefined, followUpId: string, state: string) =>
    (await api.as(as as Member)).ask(UPDATE, { input: { followUpId, state } })
  const open = async (as: Member | undefined): Promise<string[]> => {
    const { followUpsOf } = await (
      await api.as(as as Member)
    ).data<{ followUpsOf: Page }>(OF, { peerId: peer?.id })
    return followUpsOf.edges.map(({ node }) => node.text)
  }
  const mine = async (): Promise<Node[]> => {
    const { myFollowUps } = await (await api.as(peer as Member)).data<{ myFollowUps: Page }>(MINE)
    return myFollowUps.edges.map(({ node }) => node)
  }
  const handOver = async (type: SupervisionType): Promise<Member> => {
    await api.superuser.query("update supervision_relationship set ends_on = '2026-06-16' where id = $1", [
      relationships[type],
    ])
    const next = await api.build.supervisor(people.organization)
    relationships[type] = await api.build.relationship(next, peer as Member, type, { startsOn: '2026-06-17' })
    return next
  }

  it('is done, dropped and opened again by its owner, and dropped by who made it', async () => {
    const id = await idOf(supervisor, 'SUPPORTIVE')
    expect((await set(supervisor, id, 'DONE')).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect((await set(peer, id, 'DONE')).data).toMatchObject({
      updateFollowUp: { followUp: { state: 'DONE', closedOn: '2026-06-17', closedBy: { id: peer?.id } } },
    })
    expect((await set(supervisor, id, 'OPEN')).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect((await set(peer, id, 'OPEN')).errors).toBeUndefined()
    expect((await set(supervisor, id, 'DROPPED')).errors).toBeUndefined()
    expect((await set(supervisor, id, 'OPEN')).errors).toBeUndefined()
    const { rows } = await api.superuser.query<{ recipient_id: string }>(
      "select recipient_id from notification where kind = 'FOLLOW_UP_CLOSED' and key = $1",
      [`follow-up-closed:${id}`],
    )
    expect(rows.map((row) => row.recipient_id).sort()).toEqual([peer?.id, supervisor?.id].sort())
  })

  it('T2: belongs to its type, and answers everybody else like one that is not there', async () => {
    const id = await idOf(peer, 'SUPPORTIVE')
    const { administrative, manager, colleague } = people.actors
    expect(await open(administrative)).toEqual([])
    for (const other of [colleague, administrative, people.actors.supportive])
      expect((await set(other, id, 'DONE')).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect((await set(manager, id, 'DONE')).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })

  it('refuses a day that is past, none, or more than a year ahead, and a long text', async () => {
    const problems = async (over: object) =>
      (await add(peer, 'EDUCATIONAL', over)).errors?.[0]?.extensions['validationErrors']
    expect(await problems({ dueOn: '2026-06-16' })).toEqual([
      { field: 'dueOn', problem: 'too-long-ago', limit: '2026-06-17' },
    ])
    expect(await problems({ dueOn: '2027-06-19' })).toEqual([
      { field: 'dueOn', problem: 'too-far-ahead', limit: '2027-06-18' },
    ])
    expect(await problems({ text: 'x'.repeat(201) })).toEqual([
      { field: 'text', problem: 'too-long', limit: 200 },
    ])
  })

  it('starts the next session, where it is checked off whoever owns it, and new ones are agreed on', async () => {
    const id = await idOf(peer, 'SUPPORTIVE')
    const followUps = [
      {
        peerId: peer?.id,
        type: 'SUPPORTIVE',
        text: 'Ask for a quiet room',
        owner: 'SUPERVISOR',
        dueOn: '2026-06-24',
      },
    ]
    const input = sessionInput([peer as Member], { progress: { doneFollowUpIds: [id], followUps } })
    expect((await (await api.as(supervisor as Member)).ask(LOG_SESSION, { input })).errors).toBeUndefined()
    expect((await mine()).map(({ text, state }) => [text, state])).toEqual([
      ['Ask for a quiet room', 'OPEN'],
      ['Call the nurse', 'DONE'],
    ])
    const { rows } = await api.superuser.query<{ id: string }>(
      'select s.id from supervision_session s where s.supervisor_id = $1',
      [supervisor?.id],
    )
    const undo = `mutation ($input: VoidSupervisionSessionInput!) { voidSupervisionSession(input: $input) { session { id } } }`
    await (await api.as(supervisor as Member)).data(undo, { input: { sessionId: rows[0]?.id } })
    expect((await mine()).map(({ text, state }) => [text, state])).toEqual([['Call the nurse', 'OPEN']])
  })

  it('refuses new ones in a session about a peer or type of no part of it', async () => {
    const wrong = {
      peerId: people.actors.peer.id,
      type: 'EDUCATIONAL',
      text: 'x',
      owner: 'PEER',
      dueOn: '2026-06-24',
    }
    const input = sessionInput([peer as Member], { progress: { followUps: [wrong] } })
    const { errors } = await (await api.as(supervisor as Member)).ask(LOG_SESSION, { input })
    expect(errors?.[0]?.extensions['validationErrors']).toEqual([
      { field: 'progress.followUps.0.peerId', problem: 'not-an-option' },
      { field: 'progress.followUps.0.type', problem: 'not-an-option' },
    ])
  })

  it.each(['ADMINISTRATIVE', 'EDUCATIONAL'] as const)(
    'passes to the next %s supervisor while it is open',
    async (type) => {
      await idOf(peer, type)
      await set(peer, await idOf(peer, type, { text: 'Long done' }), 'DONE')
      await api.superuser.query(
        `update ${type.toLowerCase()}_follow_up set closed_on = '2026-06-01' where state = 'DONE'`,
      )
      const next = await handOver(type)
      expect([await open(next), await open(supervisor)]).toEqual([['Call the nurse'], []])
    },
  )

  it('T2: of supportive ones, the next supervisor sees those that the peer passes on', async () => {
    await idOf(peer, 'SUPPORTIVE', { text: 'Keep this between us' })
    await idOf(peer, 'SUPPORTIVE')
    const next = await handOver('SUPPORTIVE')
    expect(await open(next)).toEqual([])
    const picked = (await mine()).find(({ text }) => text === 'Call the nurse')
    expect(picked?.canPassOnTo).toBe(relationships.SUPPORTIVE)
    const passOn = async (as: Member) =>
      (await api.as(as)).ask(PASS_ON, {
        input: { followUpId: picked?.id, relationshipId: relationships.SUPPORTIVE },
      })
    expect((await passOn(people.actors.colleague)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    for (const _twice of [1, 2])
      expect((await passOn(peer as Member)).data).toMatchObject({
        addFollowUpReader: { followUp: { canPassOnTo: null } },
      })
    expect(await open(next)).toEqual(['Call the nurse'])
  })

  it('is counted for the first page of a peer: their own, open, due by a day', async () => {
    await idOf(peer, 'SUPPORTIVE', { dueOn: '2026-06-20' })
    await idOf(peer, 'EDUCATIONAL', { dueOn: '2026-06-28' })
    await idOf(peer, 'EDUCATIONAL', { dueOn: '2026-06-18', owner: 'SUPERVISOR' })
    const count = await (await api.as(peer as Member)).data(COUNT, { dueBy: '2026-06-21' })
    expect(count).toEqual({ myDueFollowUpCount: 1 })
  })

  it('says in the app who it came from, to whoever may know them', async () => {
    await idOf(supervisor, 'SUPPORTIVE')
    const { notifications } = await (
      await api.as(peer as Member)
    ).data<{ notifications: { edges: { node: object }[] } }>(
      '{ notifications { edges { node { kind fromName } } } }',
    )
    expect(notifications.edges.map(({ node }) => node)).toContainEqual({
      kind: 'FOLLOW_UP_ADDED',
      fromName: supervisor?.displayName,
    })
  })
})
