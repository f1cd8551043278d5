import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAlongsideSchema } from '../../api/src/app/schema.ts'
import { type Caller, TestApi } from '../support/test-api.ts'
import { PLAIN_TYPES } from './plain-types.ts'
import { queryPaths, type SchemaPath } from './schema-paths.ts'
import { VISIBLE } from './walls-expected.ts'
import { secretOf } from './rows/row-placing.ts'
import { type ActorName, buildWallsWorld, type WallsWorld } from './walls-world.ts'

// The oracle: every path of the schema, asked as everybody, compared with who may see what. Each private
// text in the database is a marker, so that an answer says for itself whose it is.

/** Figures and codes only, so that no marker stands in them. */
const WITHOUT_TEXT = new Set(['assessment of a certification', 'status of a certification'])
const SECRET_LABELS = Object.keys(VISIBLE).filter(
  (label) =>
    /note|check-in|flag|figure|certification|course|agreement term/.test(label) && !WITHOUT_TEXT.has(label),
)

describe('the oracle', () => {
  let api: TestApi
  let world: WallsWorld
  let paths: SchemaPath[]
  const callers: Partial<Record<ActorName | 'signedOut', Caller>> = {}

  beforeAll(async () => {
    api = await TestApi.start()
    await api.superuser.query('begin')
    world = await buildWallsWorld(api.build)
    await api.superuser.query('commit')
    for (const [name, member] of Object.entries(world.cast.actors))
      callers[name as ActorName] = await api.as(member)
    callers.signedOut = api.signedOut()
    paths = queryPaths(await buildAlongsideSchema(), world.ids, (type) => type in PLAIN_TYPES)
  })
  afterAll(() => api.close())

  it('finds nothing along any path that the table does not grant, and the peer finds all of theirs', async () => {
    const leaks: string[] = []
    const seen = new Map<string, Set<string>>()
    let asked = 0
    const read = (actor: string, path: SchemaPath, answer: string): void => {
      asked += path.leaves.length
      for (const label of SECRET_LABELS) {
        const isTwins = answer.includes(secretOf(label, world.cast.elsewhere.id))
        if (isTwins && !AT_HOME_ELSEWHERE.has(actor))
          leaks.push(`${actor} finds another organization's ${label} by ${path.name}`)
        if (!answer.includes(secretOf(label, world.cast.organization.id))) continue
        seen.set(label, (seen.get(label) ?? new Set()).add(actor))
        if (!(VISIBLE[label] as readonly string[] | undefined)?.includes(actor))
          leaks.push(`${actor} finds ${label} by ${path.name}`)
      }
    }
    for (const [actor, caller] of Object.entries(callers)) {
      for (const path of paths) {
        const answers = await Promise.all(path.queries.map((query) => caller.ask(query)))
        for (const answer of answers) read(actor, path, JSON.stringify(answer))
      }
    }
    const count = paths.reduce((sum, path) => sum + path.leaves.length, 0)
    console.log(
      `oracle: ${count} paths × ${Object.keys(callers).length} callers, ${asked} leaves asked for, leaks ${leaks.length}`,
    )
    expect(leaks).toEqual([])
    // Not blind: what the peer may read of their own, the peer was shown by some path.
    expect(SECRET_LABELS.filter((label) => !seen.get(label)?.has('peer') && !NOT_OFFERED.has(label))).toEqual(
      [],
    )
    expect(count).toBeGreaterThan(100)
  }, 600_000)
})

/** The strangers are at home in the other organization; what they find there is theirs. */
const AT_HOME_ELSEWHERE = new Set(['stranger', 'strangerManager'])
/** The history shows its own figures and counts; the words of a past week come with the page that lists weeks. */
const NOT_OFFERED = new Set(['check-in of a past week'])
