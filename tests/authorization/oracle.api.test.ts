import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAlongsideSchema } from '../../api/src/app/schema.ts'
import { type Caller, TestApi } from '../support/test-api.ts'
import { CERTIFICATION_STATUS } from './certification-change-types.ts'
import { PLAIN_TYPES } from './plain-types.ts'
import { answersTo } from './paths/path-answers.ts'
import { queryPaths, type SchemaPath } from './paths/schema-paths.ts'
import { VISIBLE } from './walls-expected.ts'
import { secretOf } from './rows/row-placing.ts'
import { type ActorName, buildWallsWorld, type WallsWorld } from './walls-world.ts'

// The oracle: every path of the schema, asked as everybody, compared with who may see what. Each private
// text in the database is a marker, so that an answer says for itself whose it is.

/** Figures and codes only, so that no marker stands in them. */
const WITHOUT_TEXT = new Set(['assessment of a certification', 'status of a certification'])
const SECRET_LABELS = Object.keys(VISIBLE).filter(
  (label) =>
    /note|comment|amendment|check-in|flag|figure|certification|course|agreement term|answer to|\bplan\b/.test(
      label,
    ) && !WITHOUT_TEXT.has(label),
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
    paths = queryPaths(await buildAlongsideSchema(), world.ids, isPlain)
  })
  afterAll(() => api.close())

  it('finds nothing along any path that the table does not grant, and the peer finds all of theirs', async () => {
    const { leaks, seen, read } = readerOf(world)
    let [asked, requests] = [0, 0]
    for (const [actor, caller] of Object.entries(callers)) {
      for await (const { names, leaves, answer } of answersTo(caller, paths)) {
        asked += leaves
        requests += 1
        read(actor, names, JSON.stringify(answer))
      }
    }
    const count = paths.reduce((sum, path) => sum + path.leaves.length, 0)
    console.log(
      `oracle: ${count} paths × ${Object.keys(callers).length} callers, ${asked} leaves asked for in ${requests} answers, leaks ${leaks.length}`,
    )
    expect(leaks).toEqual([])
    // Not blind: what somebody may read of their own, they were shown by some path.
    const unseen = SECRET_LABELS.filter((label) => !seen.get(label)?.has(ownerOf(label)))
    expect(unseen.filter((label) => !NOT_OFFERED.has(label))).toEqual([])
    expect(count).toBeGreaterThan(100)
  }, 600_000)
})

/** Mostly the peer; a supervisor has a check-in of their own. */
function ownerOf(label: string): string {
  const [first = 'peer'] = VISIBLE[label] ?? []
  return VISIBLE[label]?.includes('peer') ? 'peer' : first
}

/** Reads answers, and keeps who was shown which marker, and what nobody should have been shown. */
function readerOf({ cast }: WallsWorld) {
  const leaks: string[] = []
  const seen = new Map<string, Set<string>>()
  const read = (actor: string, name: string, answer: string): void => {
    for (const label of SECRET_LABELS) {
      const isTwins = answer.includes(secretOf(label, cast.elsewhere.id))
      if (isTwins && !AT_HOME_ELSEWHERE.has(actor))
        leaks.push(`${actor} finds another organization's ${label} by ${name}`)
      if (!answer.includes(secretOf(label, cast.organization.id))) continue
      seen.set(label, (seen.get(label) ?? new Set()).add(actor))
      if (!(VISIBLE[label] as readonly string[] | undefined)?.includes(actor))
        leaks.push(`${actor} finds ${label} by ${name}`)
    }
  }
  return { leaks, seen, read }
}

/** What a status consists of is figures and codes of the certification above it: gone into once, not on each way there. */
const isPlain = (type: string): boolean => type in PLAIN_TYPES || type in CERTIFICATION_STATUS

/** The strangers are at home in the other organization; what they find there is theirs. */
const AT_HOME_ELSEWHERE = new Set(['stranger', 'strangerManager'])
/** The history shows its own figures and counts; what was locked by a reset opens with the code of before. */
const NOT_OFFERED = new Set([
  'check-in of a past week',
  'check-in from before a password reset',
  'line of a plan from before a password reset',
])
