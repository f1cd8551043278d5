import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { inDatabaseAs, LOG_SESSION, sessionInput } from '../../support/builders/supervision-builders.ts'
import { TestApi } from '../../support/test-api.ts'

// What two people want to talk about: either adds, both read, nobody else, and what was not reached carries over.

const ADD = `mutation ($input: CreateAgendaItemInput!) { createAgendaItem(input: $input) {
  agendaItem { id type text isPrivate canRemove isCurrent writtenBy { id } } } }`
const REMOVE = `mutation ($input: RemoveAgendaItemInput!) { removeAgendaItem(input: $input) { agendaItem { id } } }`
const MINE = `{ myAgenda { totalCount edges { node { text isPrivate isCurrent } } } }`
const OF = `query ($peerId: UUID!) { agendaOf(peerId: $peerId) { totalCount edges { node { id text } } } }`
type Page = { totalCount: number; edges: { node: { id: string; text: string } }[] }

describe('the agenda', () => {
  let api: TestApi
  let actors: Awaited<ReturnType<typeof cast>>['actors']
  let people: Awaited<ReturnType<typeof cast>>
  let relationshipId: string
  beforeAll(async () => {
    api = await TestApi.start()
    people = await cast(api.build)
    actors = people.actors
    relationshipId = await api.build.relationship(actors.supportive, await joined(), 'SUPPORTIVE')
  })
  afterAll(() => api.close())

  let peer: Member
  async function joined(): Promise<Member> {
    peer = await api.build.peer(people.organization)
    return peer
  }
  const add = async (as: Member, text: string, over: object = {}) => {
    api.at(new Date(api.now.getTime() + 1_000))
    return (await api.as(as)).ask<{ createAgendaItem: { agendaItem: { id: string } } }>(ADD, {
      input: { relationshipId, text, ...over },
    })
  }
  const texts = (page: Page | undefined) => page?.edges.map(({ node }) => node.text)
  const mine = async () => texts((await (await api.as(peer)).data<{ myAgenda: Page }>(MINE)).myAgenda)
  const readBy = async (as: Member) =>
    texts((await (await api.as(as)).data<{ agendaOf: Page }>(OF, { peerId: peer.id })).agendaOf)

  it('takes what either of the two puts there, and tells the other one without a word of it', async () => {
    expect((await add(peer, 'The night shifts')).errors).toBeUndefined()
    expect((await add(actors.supportive, 'Your first month')).errors).toBeUndefined()
    expect(await mine()).toEqual(['The night shifts', 'Your first month'])
    expect(await readBy(actors.supportive)).toEqual(['The night shifts', 'Your first month'])
    const { rows } = await api.superuser.query<{ recipient_id: string; kind: string }>(
      "select recipient_id, kind from notification where kind = 'AGENDA_ITEM_ADDED'",
    )
    expect(rows.map((row) => row.recipient_id).sort()).toEqual([peer.id, actors.supportive.id].sort())
  })

  it('T3: leaves a peer their own talking points, and a supervisor none', async () => {
    expect((await add(peer, 'How do I say no?', { isPrivate: true })).errors).toBeUndefined()
    expect(await mine()).toContain('How do I say no?')
    expect(await readBy(actors.supportive)).not.toContain('How do I say no?')
    const { errors } = await add(actors.supportive, 'Looks tired', { isPrivate: true })
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_INPUT',
      validationErrors: [{ field: 'isPrivate', problem: 'not-an-option' }],
    })
    const inDatabase = await inDatabaseAs<{ text: string }>(
      api,
      actors.supportive,
      'select text from supportive_agenda_item',
    )
    expect(inDatabase.map(({ text }) => text)).not.toContain('How do I say no?')
  })

  it('T2: is empty for everybody else, as if nothing were there', async () => {
    for (const other of [actors.administrative, actors.educational]) expect(await readBy(other)).toEqual([])
    const nobody = (await (
      await api.as(actors.educational)
    ).ask(OF, {
      peerId: '00000000-0000-4000-8000-000000000000',
    })) as object
    expect(nobody).toEqual(await (await api.as(actors.educational)).ask(OF, { peerId: peer.id }))
  })

  it('refuses what is not theirs to add to, and texts that are empty or too long', async () => {
    for (const other of [actors.peer, actors.colleague, actors.educational])
      expect((await add(other, 'words')).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect((await add(peer, '  ')).errors?.[0]?.extensions).toMatchObject({
      validationErrors: [{ field: 'text', problem: 'required' }],
    })
    expect((await add(peer, 'x'.repeat(301))).errors?.[0]?.extensions).toMatchObject({
      validationErrors: [{ field: 'text', problem: 'too-long', limit: 300 }],
    })
  })

  it('carries over what a session did not reach, and what was written while it was being logged', async () => {
    const { agendaOf } = await (
      await api.as(actors.supportive)
    ).data<{ agendaOf: Page }>(OF, { peerId: peer.id })
    const [reached] = agendaOf.edges
    // The form is open; the peer thinks of one more thing.
    await add(peer, 'One more thing')
    const input = sessionInput([peer], { progress: { reachedAgendaItemIds: [reached?.node.id] } })
    const logged = await (await api.as(actors.supportive)).ask(LOG_SESSION, { input })
    expect(logged.errors).toBeUndefined()
    expect(await readBy(actors.supportive)).toEqual(['Your first month', 'One more thing'])
    // The same form sent again, though the item is not open any more.
    expect((await (await api.as(actors.supportive)).ask(LOG_SESSION, { input })).data).toMatchObject({
      logSupervisionSession: { replayed: true },
    })
    const changed = { ...input, progress: { reachedAgendaItemIds: [] } }
    const other = await (await api.as(actors.supportive)).ask(LOG_SESSION, { input: changed })
    expect(other.errors?.[0]?.extensions.code).toBe('CONFLICT')
  })

  it('brings an item back where the session that reached it is voided', async () => {
    const { rows } = await api.superuser.query<{ id: string }>(
      'select id from supervision_session where voided_at is null order by logged_at desc limit 1',
    )
    const undo =
      'mutation ($input: VoidSupervisionSessionInput!) { voidSupervisionSession(input: $input) { session { id } } }'
    await (await api.as(actors.supportive)).data(undo, { input: { sessionId: rows[0]?.id } })
    expect(await readBy(actors.supportive)).toEqual([
      'The night shifts',
      'Your first month',
      'One more thing',
    ])
  })

  it('lets an author remove what they wrote, and nobody else', async () => {
    const { agendaOf } = await (
      await api.as(actors.supportive)
    ).data<{ agendaOf: Page }>(OF, { peerId: peer.id })
    const [ofPeer] = agendaOf.edges
    const remove = async (as: Member) =>
      (await api.as(as)).ask(REMOVE, { input: { agendaItemId: ofPeer?.node.id } })
    expect((await remove(actors.supportive)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect((await remove(peer)).errors).toBeUndefined()
    expect(await mine()).not.toContain('The night shifts')
    expect((await remove(peer)).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })

  it('T3: loses the own talking points of somebody who has left, when what was only theirs is erased', async () => {
    const left = await api.build.peer(people.organization)
    const relationship_id = await api.build.relationship(actors.educational, left, 'EDUCATIONAL')
    for (const is_private of [true, false])
      await api.build.insert('educational_agenda_item', {
        ...{
          organization_id: left.organizationId,
          id: crypto.randomUUID(),
          relationship_id,
          peer_id: left.id,
        },
        ...{ text: 'words', is_private, written_by: left.id, written_at: api.now },
      })
    await api.build.insert('erasure', {
      ...{
        organization_id: left.organizationId,
        member_id: left.id,
        left_on: '2026-05-01',
        erased_at: api.now,
      },
    })
    const { rows } = await api.superuser.query<{ is_private: boolean }>(
      'select is_private from educational_agenda_item where peer_id = $1',
      [left.id],
    )
    expect(rows).toEqual([{ is_private: false }])
  })

  it('does not reach the next supervisor, who begins with an empty one', async () => {
    await api.superuser.query('update supervision_relationship set ends_on = starts_on where id = $1', [
      relationshipId,
    ])
    const next = await api.build.supervisor(people.organization)
    await api.build.relationship(next, peer, 'SUPPORTIVE')
    expect(await readBy(next)).toEqual([])
    expect(await readBy(actors.supportive)).toEqual([])
    expect(await mine()).toContain('Your first month')
  })
})
