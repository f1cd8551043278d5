import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestApi } from '../support/test-api.ts'
import { WallProbe } from './wall-probe.ts'
import { type ActorName, buildWallsWorld } from './walls-world.ts'

interface Policy {
  readonly name: string
  readonly table: string
  readonly command: '*' | 'r' | 'a' | 'w' | 'd'
}

describe('every policy, broken one at a time', () => {
  let api: TestApi
  let probe: WallProbe

  beforeAll(async () => {
    api = await TestApi.start()
    // In one transaction: a session's segments may add up as late as its end.
    await api.superuser.query('begin')
    const world = await buildWallsWorld(api.build)
    await api.superuser.query('commit')
    const tokens = {} as Record<ActorName, string>
    const lockedTokens = {} as Record<ActorName, string>
    for (const [name, member] of Object.entries(world.cast.actors)) {
      tokens[name as ActorName] = await api.session(member)
      lockedTokens[name as ActorName] = await api.session(member, { shared: true, confirmed: false })
    }
    probe = new WallProbe(api.superuser, world, tokens, lockedTokens)
  })
  afterAll(() => api.close())

  const inUndoneTransaction = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    await api.superuser.query('begin')
    try {
      return await work()
    } finally {
      await api.superuser.query('rollback')
    }
  }

  it('lets each actor see and do what the trust rules say, and nothing else', async () => {
    expect(await inUndoneTransaction(() => probe.breaches())).toEqual([])
    expect(probe.checks).toBeGreaterThan(500)
  })

  it('is noticed when it is dropped or made true', async () => {
    const { rows: policies } = await api.superuser.query<Policy>(
      `select polname as name, polrelid::regclass::text as table, polcmd as command from pg_policy
        where polroles = array['alongside_app'::regrole::oid] order by 2, 1`,
    )
    const survivors: string[] = []
    let mutants = 0
    const survives = async (table: string, ddl: string): Promise<void> => {
      mutants++
      const found = await inUndoneTransaction(async () => {
        await api.superuser.query(ddl)
        return probe.breaches(table)
      })
      if (found.length === 0) survivors.push(ddl)
    }
    for (const { name, table, command } of policies.filter((one) => !OUT_OF_REACH.has(one.table))) {
      const behind = RESTRICTIVE.has(name) ? WALLS_BEHIND[table] : undefined
      const first = behind ? `drop policy ${name} on ${behind}; ` : ''
      await survives(table, `${first}drop policy ${name} on ${table}`)
      const reads = command === 'r' || command === 'w' || command === '*' ? 'using (true)' : ''
      const writes = command === 'a' || command === 'w' || command === '*' ? 'with check (true)' : ''
      if (!ALREADY_TRUE.has(name))
        await survives(table, `${first}alter policy ${name} on ${table} ${reads} ${writes}`)
    }
    console.log(`policies broken: ${mutants}, noticed: ${mutants - survivors.length}`)
    expect(survivors).toEqual([])
    expect(mutants).toBeGreaterThan(80)
  }, 600_000)
})

/** Walls that stand before what the other policies open. */
const RESTRICTIVE = new Set(['tenant_isolation', 'unlocked_on_shared_device'])
/** `true` by design: every member reads the organization's contacts and agencies. */
const ALREADY_TRUE = new Set(['everyone_reads'])
/** The application role has no grant on them at all; the catalogue test holds that. */
const OUT_OF_REACH = new Set(['sign_in_session', 'leaver_pass', 'crowd_roster', 'drift_signal_check'])
/** These look through another table, whose wall stands before theirs: to see their own, that one goes first. */
const WALLS_BEHIND: Readonly<Record<string, string>> = {
  drift_flag_response: 'drift_flag',
  drift_flag_step: 'drift_flag',
  session_segment: 'session_attendance',
  task_answer: 'task_request',
}
