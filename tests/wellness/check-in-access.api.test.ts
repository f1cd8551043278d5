import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../support/builders/builders.ts'
import { NOW, THIS_WEEK } from '../support/fixed-today.ts'
import { TestApi } from '../support/test-api.ts'
import { aCheckIn, mondayBefore } from '../support/builders/wellness-builders.ts'

// The access matrix of the check-in: actors × operations, at the API and in the database itself.

const SECRET = 'secret-line-of-one-peer'
const OPERATIONS = {
  myWeek: '{ myWeek { weekStart checkIn { line signs } } }',
  myCheckInHistory: '{ myCheckInHistory { answeredWeeks measures { values } signsNoticed { weeks } } }',
  submit: `mutation ($input: SubmitWeeklyCheckInInput!) { submitWeeklyCheckIn(input: $input) { __typename
    ... on WeeklyCheckInDiffers { kept { line } } } }`,
  replace:
    'mutation ($input: ReplaceWeeklyCheckInInput!) { replaceWeeklyCheckIn(input: $input) { checkIn { line } } }',
}
const KEY = randomUUID()

describe('who may do what with a check-in', () => {
  let api: TestApi
  let actors: Awaited<ReturnType<typeof cast>>['actors']
  let others: [string, Member][]
  beforeAll(async () => {
    api = await TestApi.start()
    const { actors: everybody, organization } = await cast(api.build)
    actors = everybody
    // Whoever holds every other role at once, of the same organization, gains nothing either.
    const everyOtherRole = await api.build.member(organization, ['SUPERVISOR', 'MANAGER', 'ADMIN', 'AUDITOR'])
    await api.build.relationship(everyOtherRole, actors.peer, 'SUPPORTIVE')
    others = Object.entries({ ...actors, everyOtherRole }).filter(([name]) => name !== 'peer')
    await aCheckIn(api.build, actors.peer, { line: SECRET, signs: ['ANGER'], key: KEY })
    await aCheckIn(api.build, actors.peer, { line: SECRET, weekStart: mondayBefore(1) })
    await aCheckIn(api.build, actors.peer, { line: SECRET, weekStart: mondayBefore(5) })
  })
  afterAll(() => api.close())

  const outcomesFor = async (member: Member | null): Promise<string[]> => {
    const caller = member ? await api.as(member) : api.signedOut()
    const outcomes: string[] = []
    for (const query of Object.values(OPERATIONS)) {
      const input = { idempotencyKey: randomUUID(), weekStart: mondayBefore(1), energy: 3 }
      const { errors } = await caller.ask(query, query.includes('$input') ? { input } : {})
      outcomes.push(errors?.[0]?.extensions.code ?? 'allowed')
    }
    return outcomes
  }

  /** Somebody's own database connection as the serving role, with the settings that `enter` makes. */
  const inDatabase = async <Found>(
    member: Member,
    sql: string,
    values: unknown[] = [],
    { confirmed = true } = {},
  ) => {
    const token = randomUUID()
    const tokenHash = createHash('sha256').update(token).digest()
    await api.superuser.query(
      `insert into sign_in_session (organization_id, token_hash, account_id, membership_id, created_at, last_seen_at,
         confirmed_at, expires_at, idle_minutes)
       values ($1, $2, $3, $4, $5, $5, $6, $5::timestamptz + interval '1 day', 1440)`,
      [
        member.organizationId,
        tokenHash,
        member.accountId,
        member.id,
        NOW,
        new Date(NOW.getTime() - (confirmed ? 0 : 1_860_000)),
      ],
    )
    const client = new pg.Client({ connectionString: api.urls.appUrl })
    await client.connect()
    try {
      await client.query('begin')
      await client.query('select from access.enter($1, $2, $3, null)', [tokenHash, NOW, []])
      return (await client.query(sql, values)).rows as Found[]
    } finally {
      await client.end()
    }
  }

  it('opens the door to peers and supervisors, each for their own, and to nobody else', async () => {
    const matrix: Record<string, string[]> = {
      signedOut: await outcomesFor(null),
      peer: await outcomesFor(actors.peer),
    }
    for (const [name, member] of others) matrix[name] = await outcomesFor(member)
    const [none, nothing] = [Array<string>(4).fill('FORBIDDEN'), Array<string>(4).fill('UNAUTHENTICATED')]
    const own = Array<string>(4).fill('allowed')
    expect(matrix).toEqual({
      signedOut: nothing,
      peer: own,
      // Other peers, and supervisors, have weeks of their own.
      colleague: own,
      stranger: own,
      administrative: own,
      educational: own,
      supportive: own,
      manager: none,
      admin: none,
      auditor: none,
      strangerManager: own,
      everyOtherRole: own,
    })
  })

  it('T1: gives nothing of a check-in to anybody else, whatever they ask', async () => {
    for (const [, member] of others) {
      const caller = await api.as(member)
      for (const query of Object.values(OPERATIONS)) {
        const input = { idempotencyKey: KEY, weekStart: THIS_WEEK, energy: 3 }
        const answer = await caller.ask(query, query.includes('$input') ? { input } : {})
        expect(JSON.stringify(answer)).not.toContain(SECRET)
      }
    }
    const kept = await api.superuser.query(
      'select line from weekly_check_in where peer_id = $1 and week_start = $2',
      [actors.peer.id, THIS_WEEK],
    )
    expect(kept.rows).toEqual([{ line: SECRET }])
  })

  it('T1: answers a colleague alike, whether the peer has checked in or not', async () => {
    const [withKey, withoutKey] = [await api.build.peer(await api.build.organization()), actors.stranger]
    const ask = async (member: Member, key: string) =>
      (await api.as(member)).ask(OPERATIONS.submit, {
        input: { idempotencyKey: key, weekStart: THIS_WEEK, rest: 5 },
      })
    await api.superuser.query('delete from weekly_check_in where peer_id = $1', [withoutKey.id])
    expect(await ask(withKey, KEY)).toEqual(await ask(withoutKey, randomUUID()))
  })

  it('T1: shows the database to nobody else either, not even a count', async () => {
    const counts: Record<string, number> = {}
    for (const [name, member] of others) {
      const [row] = await inDatabase<{ n: number }>(
        member,
        'select count(*)::integer as n from weekly_check_in where peer_id = $1',
        [actors.peer.id],
      )
      counts[name] = row?.n ?? -1
    }
    expect(new Set(Object.values(counts))).toEqual(new Set([0]))
    expect(Object.keys(counts)).toHaveLength(10)
    const [own] = await inDatabase<{ n: number }>(
      actors.peer,
      'select count(*)::integer as n from weekly_check_in',
    )
    expect(own?.n).toBe(3)
  })

  it('T1: lets nobody else write, and nobody at all delete', async () => {
    const values = [actors.peer.organizationId, actors.peer.id]
    const insert = `insert into weekly_check_in (organization_id, id, peer_id, week_start, energy, instrument_version, idempotency_key, body_hash, submitted_at)
      values ($1, gen_random_uuid(), $2, '2026-06-15', 3, 1, gen_random_uuid(), sha256('x'), access.now())`
    for (const [, member] of others) {
      await expect(inDatabase(member, insert, values)).rejects.toThrow(/row-level security/)
      const changed = await inDatabase(
        member,
        'update weekly_check_in set energy = 1 where peer_id = $1 returning id',
        [actors.peer.id],
      )
      expect(changed).toEqual([])
    }
    await expect(inDatabase(actors.peer, 'delete from weekly_check_in')).rejects.toThrow(/permission denied/)
    const moved = inDatabase(actors.peer, 'update weekly_check_in set peer_id = $1', [actors.colleague.id])
    await expect(moved).rejects.toThrow(/permission denied/)
  })

  it('keeps past weeks closed until the password was given again', async () => {
    const unsure = await api.as(actors.peer, { confirmed: false })
    const history = await unsure.ask(OPERATIONS.myCheckInHistory)
    expect(history.errors?.[0]?.extensions).toEqual({
      code: 'CONFIRM_PASSWORD',
      fact: 'people.sign-in.password-needed',
    })
    expect(history.data).toBeNull()
    expect(await unsure.data(OPERATIONS.myWeek)).toMatchObject({ myWeek: { checkIn: { line: SECRET } } })
    const readable = await inDatabase<{ week_start: string }>(
      actors.peer,
      'select week_start::text from weekly_check_in order by 1',
      [],
      { confirmed: false },
    )
    expect(readable.map((row) => row.week_start)).toEqual([mondayBefore(1), THIS_WEEK])
    const closed = `update weekly_check_in set energy = 1 where week_start = $1 returning id`
    expect(await inDatabase(actors.peer, closed, [mondayBefore(5)])).toEqual([])
  })
})
