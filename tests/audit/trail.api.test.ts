import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashToken } from '../../api/src/server/request-context.ts'
import { buildWallsWorld } from '../authorization/walls-world.ts'
import { cast } from '../support/builders/builders.ts'
import { NOW, TODAY } from '../support/fixed-today.ts'
import { TestApi } from '../support/test-api.ts'
import { NEVER_AUDITED } from './never-audited.ts'

// The trail as the database keeps it: complete, in the same transaction, never changed, without content.

const AUDITED = /* sql */ `
  select t.tgrelid::regclass::text as name, p.proname = 'audit_account_change' as is_account from pg_trigger t
    join pg_proc p on p.oid = t.tgfoid where p.proname in ('audit_change', 'audit_account_change') order by 1`

describe('the audit trail', () => {
  let api: TestApi
  let world: Awaited<ReturnType<typeof cast>>
  beforeAll(async () => {
    api = await TestApi.start()
    world = await cast(api.build)
  })
  afterAll(() => api.close())

  const column = async (sql: string): Promise<string[]> =>
    (await api.superuser.query<{ name: string }>(sql)).rows.map(({ name }) => name)
  const entries = async (): Promise<number> =>
    (await api.superuser.query('select from audit_entry')).rowCount ?? 0

  /** In a transaction as that role, with the settings of a session or without; undone at the end. */
  const as = async <Answer>(
    role: string,
    token: string | null,
    work: (client: pg.Client) => Promise<Answer>,
  ): Promise<Answer> => {
    const client = new pg.Client({ connectionString: api.urls.superuserUrl })
    await client.connect()
    try {
      await client.query('begin')
      await client.query(`set local role ${role}`)
      if (token)
        await client.query('select from access.enter($1, $2, $3, null)', [
          hashToken(token),
          NOW.toISOString(),
          [],
        ])
      return await work(client)
    } finally {
      await client.end()
    }
  }

  it('knows of every table: either its changes leave entries, or the reason stands why not', async () => {
    const tables = await column(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
         and relname <> 'migration' order by 1`,
    )
    const audited = new Set(await column(AUDITED))
    expect(tables.filter((name) => !audited.has(name) && !(name in NEVER_AUDITED))).toEqual([])
    expect(tables.filter((name) => audited.has(name) && name in NEVER_AUDITED)).toEqual([])
    expect(Object.keys(NEVER_AUDITED).filter((name) => !tables.includes(name))).toEqual([])
  })

  it('hears of every way in which an audited table changes', async () => {
    expect(
      await column(
        `select event_object_table as name from information_schema.triggers
          where action_statement like 'EXECUTE FUNCTION access.audit_change(%' and action_timing = 'AFTER'
            and action_orientation = 'ROW'
          group by 1 having count(distinct event_manipulation) < 3`,
      ),
    ).toEqual([])
  })

  it('keeps exactly one entry a change, in the same transaction: undone with it', async () => {
    const { manager, peer } = world.actors
    const before = await entries()
    const inside = await as('alongside_app', await api.session(manager), async (client) => {
      const set = (size: number) =>
        client.query('update placement set caseload_size = $2 where peer_id = $1', [peer.id, size])
      await set(21)
      await set(21)
      const { rows } = await client.query<{ action: string; actor: string; person: string; facts: unknown }>(
        `select action, actor_id as actor, person_id as person, facts from audit_entry
          where actor_id = $1 order by entry_number`,
        [manager.id],
      )
      return rows
    })
    expect(inside).toEqual([
      {
        action: 'CHANGED',
        actor: manager.id,
        person: peer.id,
        facts: { caseload_size: { from: 24, to: 21 } },
      },
    ])
    expect(await entries()).toBe(before)
  })

  it.each(['alongside_app', 'alongside_definer', 'alongside_owner'])(
    'T9: lets %s neither change nor delete nor empty it',
    async (role) => {
      const token = await api.session(world.actors.auditor)
      for (const statement of [
        "update audit_entry set facts = '{}'",
        'delete from audit_entry',
        'truncate audit_entry',
      ]) {
        const tried = as(role, role === 'alongside_app' ? token : null, (client) => client.query(statement))
        await expect(tried, `${role}: ${statement}`).rejects.toMatchObject({
          code: expect.stringMatching(/^(42501|23514)$/) as string,
        })
      }
    },
  )

  it('lets the application write nothing into it but what append_audit_entry makes of the session', async () => {
    const { auditor, strangerManager } = world.actors
    const token = await api.session(auditor)
    const insertion = `insert into audit_entry (organization_id, at, area, action, subject)
      values ($1, now(), 'ACCOUNT', 'ADDED', 'made_up')`
    await expect(
      as('alongside_app', token, (client) => client.query(insertion, [world.organization.id])),
    ).rejects.toMatchObject({ code: '42501' })
    const append = "select access.append_audit_entry('EXPORT', 'DOWNLOADED', 'made_up', null, null, '{}')"
    await expect(as('alongside_app', null, (client) => client.query(append))).rejects.toMatchObject({
      code: 'AL401',
    })
    const found = await as('alongside_app', await api.session(strangerManager), async (client) => {
      await client.query(append)
      const { rows } = await client.query<{ organization: string; actor: string }>(
        "select organization_id as organization, actor_id as actor from audit_entry where subject = 'made_up'",
      )
      return rows
    })
    expect(found).toEqual([{ organization: world.elsewhere.id, actor: strangerManager.id }])
  })

  it('T1, T2: holds nothing of what anybody wrote in confidence', async () => {
    await api.superuser.query('begin')
    const walls = await buildWallsWorld(api.build)
    await api.superuser.query('commit')
    const { peer, educational } = walls.cast.actors
    await as('alongside_app', await api.session(peer), async (client) => {
      await client.query("update drift_flag set status = 'DISCUSSED' where peer_id = $1", [peer.id])
      await client.query('commit')
    })
    const { rows } = await api.superuser.query<{ text: string }>(
      'select to_jsonb(e)::text as text from audit_entry e',
    )
    expect(rows.length).toBeGreaterThan(30)
    // A certificate's number is kept on purpose: it is what the auditor compares.
    const leaks = rows.filter(
      ({ text }) => text.includes('marker') && !text.includes('marker certification of'),
    )
    expect(leaks).toEqual([])
    const subjects = new Set(await column('select distinct subject as name from audit_entry'))
    expect(Object.keys(NEVER_AUDITED).filter((table) => subjects.has(table))).toEqual([])
    expect(educational.id).not.toBe(peer.id)
  })

  it('tells each organization of an account when its password changes, and names the actor only at home', async () => {
    const member = await api.build.peer(world.organization)
    await api.build.insert('membership', {
      organization_id: world.elsewhere.id,
      account_id: member.accountId,
      display_name: 'Elsewhere',
      roles: ['PEER'],
      joined_on: TODAY,
    })
    await as('alongside_app', await api.session(member), async (client) => {
      await client.query("select access.replace_own_recovery_code('\\x00')")
      await client.query('commit')
    })
    const { rows } = await api.superuser.query<{ organization: string; actor: string | null }>(
      `select organization_id as organization, actor_id as actor from audit_entry
        where subject_id = $1 and action = 'RECOVERY_CODE_REPLACED'`,
      [member.accountId],
    )
    expect(new Set(rows.map(({ organization, actor }) => `${organization} ${actor}`))).toEqual(
      new Set([`${world.organization.id} ${member.id}`, `${world.elsewhere.id} null`]),
    )
  })
})
