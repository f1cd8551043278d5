import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashToken } from '../../api/src/server/request-context.ts'
import { cast, type Member } from '../support/builders/builders.ts'
import { aFlag } from '../support/builders/drift-builders.ts'
import { NOW } from '../support/fixed-today.ts'
import { TestApi } from '../support/test-api.ts'

// The wall of drift in the database itself: as the application role, with the settings that `access.enter` makes.

const WEEK = 7 * 86_400_000
const BEFORE_SEVEN_DAYS = new Date(NOW.getTime() + WEEK - 1)
const TABLES = ['drift_flag', 'drift_flag_response', 'drift_flag_step', 'drift_signal_figure'] as const

describe('the wall of drift, in the database', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  let flags: Record<'fresh' | 'opened' | 'released', string>
  const sessions = new Map<Member, string>()
  beforeAll(async () => {
    api = await TestApi.start()
    people = await cast(api.build)
    for (const member of Object.values(people.actors)) sessions.set(member, await api.session(member))
    const { peer, educational } = people.actors
    flags = {
      fresh: await aFlag(api.build, peer),
      opened: await aFlag(api.build, peer, { openedAt: NOW, raisedBy: educational }),
      released: await aFlag(api.build, peer, { openedAt: NOW, raisedBy: peer, releasedAs: 'STRUCTURE' }),
    }
    for (const flagId of Object.values(flags)) await aStep(flagId)
  })
  afterAll(() => api.close())

  const aStep = (flagId: string) =>
    api.build.insert('drift_flag_step', {
      ...{
        organization_id: people.organization.id,
        id: randomUUID(),
        flag_id: flagId,
        peer_id: people.actors.peer.id,
      },
      ...{ number: 1, from_status: 'OPEN', to_status: 'DISCUSSED' },
      ...{ taken_by: people.actors.peer.id, taken_at: NOW },
    })

  /** Runs and undoes one statement as that member at that time. */
  async function asMember(
    member: Member,
    sql: string,
    values: unknown[] = [],
    now = NOW,
  ): Promise<pg.QueryResult<{ id: string }>> {
    const client = new pg.Client({ connectionString: api.urls.appUrl })
    await client.connect()
    try {
      await client.query('begin')
      await client.query('select from access.enter($1, $2, $3, null)', [
        hashToken(sessions.get(member) ?? ''),
        now.toISOString(),
        [],
      ])
      return await client.query<{ id: string }>(sql, values)
    } finally {
      await client.end()
    }
  }

  async function everybodySees(table: (typeof TABLES)[number], now = NOW): Promise<Record<string, string[]>> {
    const column = table === 'drift_flag' ? 'id' : 'flag_id'
    const nameOf = (id: string): string =>
      Object.entries(flags).find(([, flagId]) => flagId === id)?.[0] ?? id
    const seen: Record<string, string[]> = {}
    for (const [name, member] of Object.entries(people.actors)) {
      const { rows } = await asMember(member, `select ${column} as id from ${table}`, [], now)
      if (rows.length > 0) seen[name] = rows.map(({ id }) => nameOf(id)).sort()
    }
    return seen
  }

  const ALL = ['fresh', 'opened', 'released']
  const OPENED = ['opened', 'released']

  it('T4: flags and responses: the peer first, supervisors once opened, managers only what is released', async () => {
    const expected = { peer: ALL, educational: OPENED, supportive: OPENED, manager: ['released'] }
    expect(await everybodySees('drift_flag')).toEqual(expected)
    expect(await everybodySees('drift_flag_response')).toEqual(expected)
  })

  it('T4: steps: as the flag, but not for managers', async () => {
    expect(await everybodySees('drift_flag_step')).toEqual({
      peer: ALL,
      educational: OPENED,
      supportive: OPENED,
    })
  })

  it("T4: a signal's figure: nobody but the peer, opened, released or old", async () => {
    const later = new Date(NOW.getTime() + 5 * WEEK)
    const opened = await aFlag(api.build, people.actors.colleague, { openedAt: NOW, releasedAs: 'STRUCTURE' })
    expect(await everybodySees('drift_signal_figure', later)).toEqual({
      peer: ['fresh'],
      colleague: [opened],
    })
  })

  it('T4: unopened, supervisors see it at seven days and not a moment before', async () => {
    expect((await everybodySees('drift_flag', BEFORE_SEVEN_DAYS)).supportive).toEqual(OPENED)
    const atSevenDays = await everybodySees('drift_flag', new Date(NOW.getTime() + WEEK))
    expect([atSevenDays.educational, atSevenDays.supportive]).toEqual([ALL, ALL])
    expect(atSevenDays.manager).not.toContain('fresh')
    expect(atSevenDays).not.toHaveProperty('administrative')
  })

  it('nobody but the peer opens or releases a flag, not even a supervisor who sees it', async () => {
    const { supportive, manager, peer } = people.actors
    const release = "update drift_flag set released_at = now(), released_as = 'STRUCTURE' where id = $1"
    await expect(asMember(supportive, release, [flags.opened])).rejects.toThrow('only the peer')
    expect(
      (
        await asMember(manager, 'update drift_flag set status = $2 where id = $1', [
          flags.released,
          'DISCUSSED',
        ])
      ).rowCount,
    ).toBe(0)
    expect(
      (await asMember(supportive, 'update drift_flag set opened_at = now() where id = $1', [flags.fresh]))
        .rowCount,
    ).toBe(0)
    expect((await asMember(peer, release, [flags.opened])).rowCount).toBe(1)
  })

  it('what was written stays: evidence, views, steps and figures can be neither changed nor deleted', async () => {
    const { peer } = people.actors
    for (const table of TABLES)
      await expect(asMember(peer, `delete from ${table}`)).rejects.toThrow('permission denied')
    const changes = [
      "update drift_flag set evidence = 'other'",
      "update drift_flag_response set text = 'other'",
      "update drift_flag_step set reason = 'other'",
      'update drift_signal_figure set figure = 1',
    ]
    for (const change of changes) await expect(asMember(peer, change)).rejects.toThrow('permission denied')
  })

  it('nobody raises a flag in the name of another, or about a peer who is not theirs', async () => {
    const { administrative, educational, manager, colleague, peer } = people.actors
    const raise = `insert into drift_flag (organization_id, id, peer_id, raised_by_kind, raised_by_id, evidence, cause, raised_at)
      values (access.organization_id(), gen_random_uuid(), $1, 'SUPERVISOR', $2, 'x', 'STRUCTURE', access.now())`
    for (const member of [administrative, manager, colleague]) {
      await expect(asMember(member, raise, [peer.id, member.id])).rejects.toThrow('row-level security')
    }
    await expect(asMember(educational, raise, [peer.id, administrative.id])).rejects.toThrow(
      'row-level security',
    )
    expect((await asMember(educational, raise, [peer.id, educational.id])).rowCount).toBe(1)
  })

  it('nobody responds for the peer, or a step in the name of another', async () => {
    const { supportive, administrative, peer } = people.actors
    const response = `insert into drift_flag_response (organization_id, id, flag_id, peer_id, text, written_at)
      values (access.organization_id(), gen_random_uuid(), $1, $2, 'x', access.now())`
    await expect(asMember(supportive, response, [flags.opened, peer.id])).rejects.toThrow(
      'row-level security',
    )
    const step = `insert into drift_flag_step (organization_id, id, flag_id, peer_id, from_status, to_status, taken_by, taken_at)
      values (access.organization_id(), gen_random_uuid(), $1, $2, 'OPEN', 'DISCUSSED', $3, access.now())`
    await expect(asMember(supportive, step, [flags.opened, peer.id, peer.id])).rejects.toThrow(
      'row-level security',
    )
    await expect(asMember(supportive, step, [flags.fresh, peer.id, supportive.id])).rejects.toThrow(
      'row-level security',
    )
    await expect(asMember(administrative, step, [flags.opened, peer.id, administrative.id])).rejects.toThrow(
      'row-level security',
    )
  })
})
