import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SUPERVISION_TYPES, type SupervisionType } from '../../../shared/src/supervision/supervision-types.ts'
import { cast, type Member } from '../../support/builders/builders.ts'
import { aSession, inDatabaseAs } from '../../support/builders/supervision-builders.ts'
import { TestApi } from '../../support/test-api.ts'

// T2 and T3, at the API and in the database: who reads what was written about whom.

const NOTES = `segments { type notes { note } }`
const SESSIONS_OF = `query ($peerId: UUID!) { sessionsOf(peerId: $peerId, first: 25) { edges { node { id ${NOTES} } } } }`
const MY_SESSIONS = `{ mySessions(first: 25) { edges { node { id ${NOTES} } } } }`
type Page = { edges: { node: { id: string; segments: { notes: { note: string }[] }[] } }[] }

describe('the walls between notes', () => {
  let api: TestApi
  let actors: Awaited<ReturnType<typeof cast>>['actors']
  let people: Awaited<ReturnType<typeof cast>>
  beforeAll(async () => {
    api = await TestApi.start()
    people = await cast(api.build)
    actors = people.actors
    for (const type of SUPERVISION_TYPES) {
      await aSession(api, holderOf(type), [actors.peer], {
        segments: { [type]: 30 },
        notes: [{ type, aboutPeer: actors.peer, note: `${type} secret` }],
      })
    }
  })
  afterAll(() => api.close())

  const holderOf = (type: SupervisionType): Member =>
    ({
      ADMINISTRATIVE: actors.administrative,
      EDUCATIONAL: actors.educational,
      SUPPORTIVE: actors.supportive,
    })[type]
  const notesIn = (page: Page | undefined): string[] =>
    (page?.edges ?? [])
      .flatMap(({ node }) => node.segments.flatMap(({ notes }) => notes.map(({ note }) => note)))
      .sort()
  const readThroughApi = async (reader: Member, peer: Member): Promise<string[]> => {
    const caller = await api.as(reader)
    const { data } = await caller.ask<{ sessionsOf: Page }>(SESSIONS_OF, { peerId: peer.id })
    const own = await caller.ask<{ mySessions: Page }>(MY_SESSIONS)
    return [...new Set([...notesIn(data?.sessionsOf), ...notesIn(own.data?.mySessions)])].sort()
  }
  const inDatabase = <Found extends object>(reader: Member, sql: string): Promise<Found[]> =>
    inDatabaseAs<Found>(api, reader, sql)
  const readInDatabase = async (reader: Member): Promise<string[]> => {
    const select = SUPERVISION_TYPES.map((type) => `select note from ${type.toLowerCase()}_note`).join(
      ' union all ',
    )
    return (await inDatabase<{ note: string }>(reader, select)).map(({ note }) => note).sort()
  }
  const everybodyReads = async (
    read: (reader: Member) => Promise<string[]>,
  ): Promise<Record<string, string[]>> => {
    const found: Record<string, string[]> = {}
    for (const [name, reader] of Object.entries(actors))
      found[name] = (await read(reader)).filter((note) => note.endsWith('secret'))
    return found
  }
  const AS_THE_WALL_SAYS = {
    peer: ['ADMINISTRATIVE secret', 'EDUCATIONAL secret', 'SUPPORTIVE secret'],
    colleague: [],
    administrative: ['ADMINISTRATIVE secret'],
    educational: ['EDUCATIONAL secret'],
    supportive: ['SUPPORTIVE secret'],
    manager: [],
    admin: [],
    auditor: [],
    stranger: [],
    strangerManager: [],
  }

  it('T2, T3: through the API a note reaches its peer and its holder, and nobody else whatever the role', async () => {
    expect(await everybodyReads((reader) => readThroughApi(reader, actors.peer))).toEqual(AS_THE_WALL_SAYS)
  })

  it('T2, T3: the database itself shows a note to its peer and its holder only', async () => {
    expect(await everybodyReads(readInDatabase)).toEqual(AS_THE_WALL_SAYS)
  })

  it('T2: another supervisor of the same type does not read what the holder wrote', async () => {
    const second = await api.build.supervisor(people.organization)
    await api.build.relationship(second, actors.peer, 'SUPPORTIVE')
    expect([await readThroughApi(second, actors.peer), await readInDatabase(second)]).toEqual([[], []])
  })

  it('T2: a note and no note look the same to who may not read it', async () => {
    const { peer, supportive } = actors
    const silent = await aSession(api, supportive, [peer], { heldOn: '2026-06-01' })
    const { sessionsOf } = await (
      await api.as(actors.manager)
    ).data<{ sessionsOf: Page }>(SESSIONS_OF, { peerId: peer.id })
    const shapes = sessionsOf.edges.map(({ node }) => JSON.stringify(node.segments.map(({ notes }) => notes)))
    expect(sessionsOf.edges.map(({ node }) => node.id)).toContain(silent)
    expect(new Set(shapes)).toEqual(new Set(['[[]]']))
  })

  it('T2: what was sent is no way around the wall: only its sender reads the hash of a submission', async () => {
    const { rows } = await api.superuser.query<{ id: string }>('select id from supervision_session limit 1')
    await api.build.insert('session_submission', {
      organization_id: people.organization.id,
      supervisor_id: actors.supportive.id,
      session_id: rows[0]?.id,
      idempotency_key: '00000000-0000-4000-8000-000000000000',
      body_hash: randomBytes(32),
    })
    const seen: Record<string, number> = {}
    for (const [name, reader] of Object.entries(actors))
      seen[name] = (await inDatabase(reader, 'select from session_submission')).length
    expect(Object.entries(seen).filter(([, count]) => count > 0)).toEqual([['supportive', 1]])
  })

  it('T3: a note about the group is for every attendee; one about a peer for that peer', async () => {
    const [one, other, absent] = [
      await api.build.peer(people.organization),
      await api.build.peer(people.organization),
      actors.peer,
    ]
    const holder = await api.build.supervisor(people.organization)
    for (const peer of [one, other]) await api.build.relationship(holder, peer, 'SUPPORTIVE')
    await aSession(api, holder, [one, other], {
      notes: [
        { type: 'SUPPORTIVE', note: 'all' },
        { type: 'SUPPORTIVE', aboutPeer: one, note: 'one' },
      ],
    })
    expect(await readInDatabase(one)).toEqual(['all', 'one'])
    expect(await readInDatabase(other)).toEqual(['all'])
    expect(await readInDatabase(absent)).not.toContain('all')
    expect(await readThroughApi(one, one)).toEqual(['all', 'one'])
    expect(await readThroughApi(other, other)).toEqual(['all'])
    expect(await readThroughApi(holder, other)).toEqual(['all'])
    await api.superuser.query(
      "update supervision_relationship set ends_on = '2026-06-16' where supervisor_id = $1 and peer_id = $2",
      [holder.id, one.id],
    )
    expect([await readInDatabase(holder), await readThroughApi(holder, other)]).toEqual([['all'], ['all']])
    expect(await readThroughApi(holder, one)).toEqual([])
  })

  it('in a group each peer sees their own attendance and no other', async () => {
    const [one, other, holder] = [
      await api.build.peer(people.organization),
      await api.build.peer(people.organization),
      await api.build.supervisor(people.organization),
    ]
    const session = await aSession(api, holder, [one, other])
    const attendees = (reader: Member) =>
      inDatabase<{ peer_id: string }>(
        reader,
        `select peer_id from session_attendance where session_id = '${session}'`,
      )
    expect(await attendees(one)).toEqual([{ peer_id: one.id }])
    expect((await attendees(holder)).length).toBe(2)
    expect((await attendees(actors.auditor)).length).toBe(2)
    expect(await attendees(actors.admin)).toEqual([])
  })

  it('T2: a holder reads only while the relationship is in force, a substitute between their days', async () => {
    const { supportive } = actors
    const peer = await api.build.peer(people.organization)
    await api.build.relationship(supportive, peer, 'SUPPORTIVE', {
      startsOn: '2026-06-01',
      endsOn: '2026-06-17',
    })
    await aSession(api, supportive, [peer], {
      heldOn: '2026-06-10',
      notes: [{ type: 'SUPPORTIVE', aboutPeer: peer, note: 'stand-in' }],
    })
    expect(await readInDatabase(supportive)).toContain('stand-in')
    await api.superuser.query(
      "update supervision_relationship set ends_on = '2026-06-16' where peer_id = $1",
      [peer.id],
    )
    expect(await readInDatabase(supportive)).not.toContain('stand-in')
    expect(await readThroughApi(supportive, peer)).not.toContain('stand-in')
    await api.superuser.query(
      "update supervision_relationship set starts_on = '2026-06-01', ends_on = '2026-06-02' where peer_id = $1",
      [peer.id],
    )
    await api.build.relationship(supportive, peer, 'SUPPORTIVE', { startsOn: '2026-06-18' })
    expect(await readInDatabase(supportive)).not.toContain('stand-in')
    expect(await readThroughApi(peer, peer)).toEqual(['stand-in'])
  })

  it('T2: an unaccepted supportive relationship opens nothing', async () => {
    const [peer, hopeful] = [
      await api.build.peer(people.organization),
      await api.build.supervisor(people.organization),
    ]
    await api.build.relationship(hopeful, peer, 'SUPPORTIVE', { accepted: false })
    await aSession(api, hopeful, [peer], { notes: [{ type: 'SUPPORTIVE', aboutPeer: peer, note: 'early' }] })
    expect([await readInDatabase(hopeful), await readThroughApi(hopeful, peer)]).toEqual([[], []])
  })
})
