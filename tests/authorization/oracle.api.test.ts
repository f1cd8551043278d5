import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAlongsideSchema } from '../../api/src/app/schema.ts'
import { type Caller, TestApi } from '../support/test-api.ts'
import { CERTIFICATION_STATUS } from './certification-change-types.ts'
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
    paths = queryPaths(await buildAlongsideSchema(), world.ids, isPlain)
  })
  afterAll(() => api.close())

  it('finds nothing along any path that the table does not grant, and the peer finds all of theirs', async () => {
    const leaks: string[] = []
    const seen = new Map<string, Set<string>>()
    let asked = 0
    const read = (actor: string, name: string, answer: string): void => {
      for (const label of SECRET_LABELS) {
        const isTwins = answer.includes(secretOf(label, world.cast.elsewhere.id))
        if (isTwins && !AT_HOME_ELSEWHERE.has(actor))
          leaks.push(`${actor} finds another organization's ${label} by ${name}`)
        if (!answer.includes(secretOf(label, world.cast.organization.id))) continue
        seen.set(label, (seen.get(label) ?? new Set()).add(actor))
        if (!(VISIBLE[label] as readonly string[] | undefined)?.includes(actor))
          leaks.push(`${actor} finds ${label} by ${name}`)
      }
    }
    for (const [actor, caller] of Object.entries(callers)) {
      const closed = new Set<string>()
      for (const group of inGroups(paths)) {
        const places = (group[0]?.queries ?? [])
          .map((_, place) => place)
          .filter((place) => !closed.has(placeBelow(group, place)))
        asked += group.reduce((sum, { leaves }) => sum + leaves.length * places.length, 0)
        for (const { name, answer, place } of await answersOf(caller, group, places)) {
          read(actor, name, JSON.stringify(answer))
          if (isClosed(answer)) closed.add(placeBelow(group, place))
        }
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

/** What a status consists of is figures and codes of the certification above it: gone into once, not on each way there. */
const isPlain = (type: string): boolean => type in PLAIN_TYPES || type in CERTIFICATION_STATUS

const AT_ONCE = 8

/** Neighbors below one root field, which can be asked for in one operation. */
function inGroups(paths: readonly SchemaPath[]): SchemaPath[][] {
  const groups: SchemaPath[][] = []
  for (const path of paths) {
    const last = groups.at(-1)
    if (last && last.length < AT_ONCE && last[0]?.root === path.root) last.push(path)
    else groups.push([path])
  }
  return groups
}

/** One root field with one id. */
const placeBelow = (group: readonly SchemaPath[], place: number): string => `${group[0]?.root} ${place}`

/** An error can empty more than its own path: then each path is asked for alone, so that none hides another. */
async function answersOf(caller: Caller, group: readonly SchemaPath[], places: readonly number[]) {
  const name = group.map((path) => path.name).join(' or ')
  const together = await Promise.all(
    places.map(async (place) => {
      const fields = group.map(({ queries }) => queries[place]?.slice(1, -1))
      return { name, place, answer: await caller.ask(`{ ${fields.join(' ')} }`) }
    }),
  )
  const unclear = together.filter(({ answer }) => isUnclear(answer))
  const alone = await Promise.all(
    unclear.flatMap(({ place }) =>
      group.map(async (path) => ({
        name: path.name,
        place,
        answer: await caller.ask(path.queries[place] ?? ''),
      })),
    ),
  )
  return [...together.filter((one) => !unclear.includes(one)), ...alone]
}

type Answered = Awaited<ReturnType<Caller['ask']>>

/** A root field that is refused is refused whatever is asked below it; any other error may hide a neighbor. */
function isUnclear({ errors }: Answered): boolean {
  return errors?.some(({ path }) => path?.length !== 1) ?? false
}

/** With this id the field itself is refused, or there is nothing: the other ways below it would find the same. */
function isClosed(answer: Answered): boolean {
  return !isUnclear(answer) && Object.values(answer.data ?? {}).every((value) => value === null)
}

/** The strangers are at home in the other organization; what they find there is theirs. */
const AT_HOME_ELSEWHERE = new Set(['stranger', 'strangerManager'])
/** The history shows its own figures and counts; what was locked by a reset opens with the code of before. */
const NOT_OFFERED = new Set(['check-in of a past week', 'check-in from before a password reset'])
