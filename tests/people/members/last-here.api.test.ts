import { getNamedType, isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAlongsideSchema } from '../../../api/src/app/schema.ts'
import { LIST_EXPORTS } from '../../../api/src/app/file-endpoints.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'
import { PLAIN_TYPES } from '../../authorization/plain-types.ts'
import { answersTo } from '../../authorization/paths/path-answers.ts'
import { queryPaths, type SchemaPath } from '../../authorization/paths/schema-paths.ts'
import { type ActorName, buildWallsWorld, type WallsWorld } from '../../authorization/walls-world.ts'

// T1: when a peer was last here, or did something for themselves, is a time of theirs. Each such time in the database
// is a minute that stands nowhere else, so that an answer says for itself whether it holds one.

/** What the peer does here for themselves, as `table.column` and whose row it is. */
const TIMES = [
  ['sign_in_session', 'membership_id', ['created_at', 'last_seen_at', 'confirmed_at']],
  ['weekly_check_in', 'peer_id', ['submitted_at']],
  ['drift_flag', 'peer_id', ['opened_at']],
  ['notification', 'recipient_id', ['seen_at']],
  ['leave_period', 'peer_id', ['entered_at']],
  ['caseload_count', 'peer_id', ['entered_at']],
  ['exclusion_preference', 'made_by', ['made_at']],
  ['saved_view', 'member_id', ['saved_at']],
] as const
const MINUTE = '2026-06-16T03:14'
/** What a table of a spreadsheet or a list for people would show of it. */
const TRACES = [MINUTE, '2026-06-16', 'Jun 16', '03:14']

describe('T1: when a peer was here', () => {
  let api: TestApi
  let world: WallsWorld
  let paths: SchemaPath[]
  let admin: Caller

  beforeAll(async () => {
    api = await TestApi.start()
    await api.superuser.query('begin')
    world = await buildWallsWorld(api.build)
    await api.superuser.query('commit')
    api.at(`${MINUTE}:15.926Z`)
    await api.session(world.cast.actors.peer)
    api.at('2026-06-17T13:00:00Z')
    // Without triggers: some of them let nobody but the peer do it.
    await api.superuser.query("set session_replication_role = 'replica'")
    for (const [table, whose, columns] of TIMES)
      for (const column of columns)
        await api.superuser.query(
          `update ${table} set ${column} = '${MINUTE}:15.926Z' where organization_id = $1 and ${whose} = $2`,
          [world.cast.organization.id, world.cast.actors.peer.id],
        )
    await api.superuser.query('reset session_replication_role')
    const schema = await buildAlongsideSchema()
    const timed = new Set(
      Object.values(schema.getTypeMap())
        .filter(isObjectType)
        .flatMap((type) => Object.values(type.getFields()))
        .filter(({ type }) => ['DateTime', 'LocalDate'].includes(getNamedType(type).name))
        .map(({ name }) => name),
    )
    expect(timed.size).toBeGreaterThan(40)
    paths = queryPaths(schema, world.ids.slice(0, 2), (type) => type in PLAIN_TYPES).filter(({ leaves }) =>
      leaves.some((leaf) => timed.has(leaf)),
    )
    admin = await api.as(world.cast.actors.admin)
  })
  afterAll(() => api.close())

  const othersOf = (): ActorName[] =>
    (Object.keys(world.cast.actors) as ActorName[]).filter((name) => name !== 'peer')

  it('stands in no field with a time in it, for any other role', async () => {
    const leaks: string[] = []
    let asked = 0
    for (const actor of othersOf()) {
      const caller = await api.as(world.cast.actors[actor])
      for await (const { names, leaves, answer } of answersTo(caller, paths)) {
        asked += leaves
        const said = JSON.stringify(answer)
        if (TRACES.some((trace) => said.includes(trace))) leaks.push(`${actor} by ${names}`)
      }
    }
    console.log(`last here: ${paths.length} paths, ${asked} leaves asked for, leaks ${leaks.length}`)
    expect(leaks).toEqual([])
  }, 240_000)

  it('is told to the peer themselves, so that the paths are not blind', async () => {
    const peer = await api.as(world.cast.actors.peer)
    const found: string[] = []
    for await (const { names, answer } of answersTo(peer, paths))
      if (JSON.stringify(answer).includes(MINUTE)) found.push(...names.split(' or '))
    expect(found).toContain('myAccount.devices')
    expect(found).toContain('myDriftFlags.edges.node')
    expect(found).toContain('notifications.edges.node')
  }, 120_000)

  it('stands in no file that anybody else can save', async () => {
    for (const actor of othersOf()) {
      const caller = await api.as(world.cast.actors[actor])
      for (const { name } of LIST_EXPORTS) {
        const { text } = await caller.file(name, name === 'import-rows' ? { importId: world.ids[0] } : {})
        for (const trace of TRACES) expect(text, `${name} for ${actor}`).not.toContain(trace)
      }
    }
  })

  it('decides no order: two peers stand the same whoever was here last', async () => {
    const namesBy = async (descending: boolean): Promise<string[]> => {
      const { members } = await admin.data<{ members: { edges: { node: { id: string } }[] } }>(
        `query ($descending: Boolean!) { members(first: 100, sort: { by: LAST_SEEN, descending: $descending }) {
           edges { node { id } } } }`,
        { descending },
      )
      return members.edges.map(({ node }) => node.id)
    }
    const before = [await namesBy(false), await namesBy(true)]
    for (const member of [world.cast.actors.colleague, world.cast.actors.peer]) {
      api.at(member === world.cast.actors.peer ? '2026-04-01T12:00:00Z' : '2026-05-01T12:00:00Z')
      await api.session(member)
    }
    api.at('2026-06-17T13:00:00Z')
    await api.superuser.query('delete from sign_in_session where membership_id = $1 and created_at > $2', [
      world.cast.actors.peer.id,
      '2026-05-15T00:00:00Z',
    ])
    expect([await namesBy(false), await namesBy(true)]).toEqual(before)
  })
})
