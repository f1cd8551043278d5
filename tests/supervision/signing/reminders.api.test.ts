import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { aSession } from '../../support/builders/supervision-builders.ts'
import { TestApi } from '../../support/test-api.ts'
import pg from 'pg'

// Whoever has not signed is told once after 7 days and once after 30, without a word of what it is about, and never again.

const SIGN = `mutation ($input: SignSupervisionSessionsInput!) { signSupervisionSessions(input: $input) { signedCount } }`

describe('signatures that wait', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  beforeAll(async () => void (api = await TestApi.start()))
  afterAll(() => api.close())
  beforeEach(async () => void (people = await cast(api.build)))

  /** As the job asks, where nobody is signed in; each on a connection of its own, as two nodes would. */
  const remind = async (at: string): Promise<number> => {
    const client = new pg.Client({ connectionString: api.urls.appUrl })
    await client.connect()
    try {
      const { rows } = await client.query<{ count: number }>(
        'select access.remind_of_signatures($1) as count',
        [at],
      )
      return rows[0]?.count ?? 0
    } finally {
      await client.end()
    }
  }
  const told = async () => {
    const { rows } = await api.superuser.query<{
      recipient_id: string
      key: string
      subject_id: string | null
    }>(
      `select recipient_id, key, subject_id from notification
        where kind = 'SIGNATURES_WAIT' and organization_id = $1 order by created_at, key`,
      [people.organization.id],
    )
    const names = Object.entries(people.actors)
    return rows.map(({ recipient_id: id, key, subject_id: subject }) => {
      expect(subject).toBeNull()
      return `${names.find(([, one]) => one.id === id)?.[0]} ${key.split(':')[1]}`
    })
  }
  // Logged on June 17, 2026, in New York.
  const held = () => aSession(api, people.actors.supportive, [people.actors.peer])

  it('are told of after 7 and after 30 days, to each who has not signed, once', async () => {
    await held()
    await held()
    for (const early of ['2026-06-18T12:00:00Z', '2026-06-24T03:30:00Z']) await remind(early)
    expect(await told()).toEqual([])
    // Two sessions of one day are one notification, and two nodes at once give it once.
    await Promise.all([remind('2026-06-24T12:00:00Z'), remind('2026-06-24T12:00:00Z')])
    expect((await told()).sort()).toEqual(['peer 7', 'supportive 7'])
    for (const later of ['2026-06-25T12:00:00Z', '2026-06-30T12:00:00Z', '2026-07-10T12:00:00Z'])
      await remind(later)
    expect(await told()).toHaveLength(2)
    await remind('2026-07-17T12:00:00Z')
    await remind('2026-07-18T12:00:00Z')
    expect((await told()).sort()).toEqual(['peer 30', 'peer 7', 'supportive 30', 'supportive 7'])
    await remind('2026-09-30T12:00:00Z')
    expect(await told()).toHaveLength(4)
  })

  it('are not told of to who has signed, nor of a session that was voided, nor long after the supervision ended', async () => {
    const [signed, voided, ended] = [await held(), await held(), await held()]
    await (await api.as(people.actors.supportive)).data(SIGN, { input: { sessionIds: [signed, ended] } })
    await api.superuser.query(
      'update supervision_session set voided_by = supervisor_id, voided_at = logged_at where id = $1',
      [voided],
    )
    await remind('2026-06-24T12:00:00Z')
    expect(await told()).toEqual(['peer 7'])
  })

  it('are of no use to a signed-in member: the function tells nobody then', async () => {
    await held()
    const client = new pg.Client({ connectionString: api.urls.appUrl })
    await client.connect()
    await client.query("select set_config('app.organization_id', $1, false)", [people.organization.id])
    await client.query("select access.remind_of_signatures('2026-06-24T12:00:00Z')")
    await client.end()
    expect(await told()).toEqual([])
  })
})
