import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { aSession, inDatabaseAs } from '../../support/builders/supervision-builders.ts'
import { TestApi } from '../../support/test-api.ts'

// T9 and who may write: what the database itself refuses, past every check of the API.

describe('what is kept of a session', () => {
  let api: TestApi
  let actors: Awaited<ReturnType<typeof cast>>['actors']
  let logged: string
  beforeAll(async () => {
    api = await TestApi.start()
    actors = (await cast(api.build)).actors
    await api.build.relationship(actors.supportive, actors.colleague, 'EDUCATIONAL')
    logged = await aSession(api, actors.supportive, [actors.peer], {
      heldOn: '2026-06-10',
      notes: [{ type: 'SUPPORTIVE', aboutPeer: actors.peer, note: 'as it was' }],
    })
  })
  afterAll(() => api.close())

  const session = (id: string, over: Record<string, string> = {}) => {
    const row = {
      organization_id: 'access.organization_id()',
      id: `'${id}'`,
      supervisor_id: 'access.membership_id()',
      held_on: "'2026-06-17'",
      minutes: '30',
      status: "'HELD'",
      format: "'INDIVIDUAL'",
      modality: "'VIDEO'",
      logged_at: 'access.now()',
      ...over,
    }
    return `insert into supervision_session (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`
  }
  const attendance = (id: string, peer: Member, heldOn = '2026-06-17', loggedAt = 'access.now()') =>
    `insert into session_attendance values (access.organization_id(), '${id}', '${peer.id}', 30, access.membership_id(), '${heldOn}', ${loggedAt})`
  const segment = (id: string, type = 'SUPPORTIVE', minutes = 30) =>
    `insert into session_segment values (access.organization_id(), '${id}', '${type}', ${minutes})`
  const note = (id: string, about: Member | null, type = 'supportive', writer = 'access.membership_id()') =>
    `insert into ${type}_note (organization_id, id, session_id, about_peer_id, supervisor_id, activities, note, written_at)
     values (access.organization_id(), '${randomUUID()}', '${id}', ${about ? `'${about.id}'` : 'null'}, ${writer}, '{}', 'x', access.now())`
  const attempt = async (writer: Member, ...statements: string[]): Promise<string> =>
    inDatabaseAs(api, writer, ...statements).then(
      () => 'kept',
      ({ code, constraint }: { code: string; constraint?: string }) => constraint ?? code,
    )
  const REFUSED = '42501'

  it('lets a holder write a session of their own peer', async () => {
    const id = randomUUID()
    expect(
      await attempt(
        actors.supportive,
        session(id),
        attendance(id, actors.peer),
        segment(id),
        note(id, actors.peer),
      ),
    ).toBe('kept')
  })

  it.each([
    'supervision_session',
    'session_attendance',
    'session_segment',
    'session_submission',
    'supportive_note',
    'educational_note',
    'administrative_note',
  ])('T9: lets nobody change or delete a row of %s', async (table) => {
    for (const writer of [actors.supportive, actors.manager, actors.peer]) {
      expect(await attempt(writer, `update ${table} set organization_id = organization_id`)).toBe(REFUSED)
      expect(await attempt(writer, `delete from ${table}`)).toBe(REFUSED)
    }
  })

  it('T9: lets nothing join a session once it is logged', async () => {
    const past = await olderSession()
    expect(
      await attempt(
        actors.supportive,
        attendance(past, actors.colleague, '2026-06-10', "'2026-06-10T13:00:00Z'"),
      ),
    ).toBe(REFUSED)
    expect(await attempt(actors.supportive, segment(past, 'EDUCATIONAL'))).toBe(REFUSED)
    expect(await attempt(actors.supportive, note(past, actors.peer))).toBe(REFUSED)
  })
  const olderSession = async (): Promise<string> => {
    const id = randomUUID()
    await api.superuser.query('begin')
    const row = {
      organization_id: actors.peer.organizationId,
      id,
      supervisor_id: actors.supportive.id,
      held_on: '2026-06-10',
      logged_at: '2026-06-10T13:00:00Z',
    }
    await api.build.insert('supervision_session', {
      ...row,
      minutes: 30,
      status: 'HELD',
      format: 'INDIVIDUAL',
      modality: 'VIDEO',
    })
    const { id: session_id, ...copied } = row
    await api.build.insert('session_attendance', {
      ...copied,
      session_id,
      peer_id: actors.peer.id,
      minutes: 30,
    })
    await api.build.insert('session_segment', {
      organization_id: row.organization_id,
      session_id,
      type: 'SUPPORTIVE',
      minutes: 30,
    })
    await api.superuser.query('commit')
    return id
  }

  it('keeps no session whose segments do not add up, or that has none', async () => {
    const [id, bare] = [randomUUID(), randomUUID()]
    expect(
      await attempt(
        actors.supportive,
        session(id),
        attendance(id, actors.peer),
        segment(id, 'SUPPORTIVE', 29),
      ),
    ).toBe('session_segments_add_up')
    expect(await attempt(actors.supportive, session(bare), attendance(bare, actors.peer))).toBe(
      'session_segments_add_up',
    )
  })

  it('keeps no session in the name of somebody else, to come, or by a peer', async () => {
    expect(
      await attempt(
        actors.educational,
        session(randomUUID(), { supervisor_id: `'${actors.supportive.id}'` }),
      ),
    ).toBe(REFUSED)
    expect(await attempt(actors.supportive, session(randomUUID(), { held_on: "'2026-06-18'" }))).toBe(REFUSED)
    expect(await attempt(actors.peer, session(randomUUID()))).toBe(REFUSED)
  })

  it('T2: keeps no segment and no note of a type that is not the relationship of every attendee', async () => {
    const [id, group, stranger] = [randomUUID(), randomUUID(), randomUUID()]
    expect(
      await attempt(actors.supportive, session(id), attendance(id, actors.peer), segment(id, 'EDUCATIONAL')),
    ).toBe(REFUSED)
    expect(
      await attempt(
        actors.supportive,
        session(group),
        attendance(group, actors.peer),
        attendance(group, actors.colleague),
        segment(group),
      ),
    ).toBe(REFUSED)
    expect(await attempt(actors.supportive, session(stranger), attendance(stranger, actors.manager))).toBe(
      REFUSED,
    )
    const own = randomUUID()
    const whole = [session(own), attendance(own, actors.peer), segment(own)]
    expect(await attempt(actors.supportive, ...whole, note(own, actors.colleague))).toBe(
      'supportive_note_about_attendee',
    )
    expect(await attempt(actors.supportive, ...whole, note(own, actors.peer, 'educational'))).toBe(REFUSED)
    expect(
      await attempt(
        actors.supportive,
        ...whole,
        note(own, actors.peer, 'supportive', `'${actors.educational.id}'`),
      ),
    ).toBe(REFUSED)
    expect(await attempt(actors.educational, note(logged, actors.peer, 'educational'))).toBe(REFUSED)
  })

  it('T2: keeps no segment of a day before the relationship began', async () => {
    const newcomer = await api.build.peer({ id: actors.peer.organizationId, name: '' })
    await api.build.relationship(actors.supportive, newcomer, 'SUPPORTIVE', { startsOn: '2026-06-10' })
    const id = randomUUID()
    const day = '2026-06-09'
    expect(
      await attempt(
        actors.supportive,
        session(id, { held_on: `'${day}'` }),
        attendance(id, newcomer, day),
        segment(id),
      ),
    ).toBe(REFUSED)
  })
})
