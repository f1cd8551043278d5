import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAlongsideSchema } from '../../api/src/app/schema.ts'
import { type Caller, TestApi } from '../support/test-api.ts'
import { CERTIFICATION_STATUS } from './certification-change-types.ts'
import { PLAIN_TYPES } from './plain-types.ts'
import { mergedQuery, queryPaths, type SchemaPath } from './schema-paths.ts'
import { VISIBLE } from './walls-expected.ts'
import { secretOf } from './rows/row-placing.ts'
import { type ActorName, buildWallsWorld, type WallsWorld } from './walls-world.ts'

// The oracle: every path of the schema, asked as everybody, compared with who may see what. Each private
// text in the database is a marker, so that an answer says for itself whose it is.

/** Figures and codes only, so that no marker stands in them. */
const WITHOUT_TEXT = new Set(['assessment of a certification', 'status of a certification'])
const SECRET_LABELS = Object.keys(VISIBLE).filter(
  (label) =>
    /note|comment|amendment|check-in|flag|figure|certification|course|agreement term|answer to|\bplan\b|answers|reflection$|ethics/.test(
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
        read(actor, names, JSON.stringify(answer).replaceAll(ANSWER_TO_A_VALUE, '$1'))
      }
    }
    const count = paths.reduce((sum, path) => sum + path.leaves.length, 0)
    console.log(
      `oracle: ${count} paths × ${Object.keys(callers).length} callers, ${asked} leaves asked for in ${requests} answers, leaks ${leaks.length}`,
    )
    expect(leaks).toEqual([])
    // Not blind: what somebody may read of their own, they were shown by some path.
    const unseen = SECRET_LABELS.filter((label) => !seen.get(label)?.has(ownerOf(label)))
    expect(unseen.filter((label) => VISIBLE[label]?.length !== 0 && !NOT_OFFERED.has(label))).toEqual([])
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

const AT_ONCE = 32

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

/** What the caller is answered along all paths; an id for which the root field itself is refused is not asked for again. */
async function* answersTo(caller: Caller, paths: readonly SchemaPath[]): AsyncGenerator<Answered> {
  const closed = new Set<string>()
  for (const group of inGroups(paths)) {
    const places = (group[0]?.queries ?? [])
      .map((_, place) => place)
      .filter((place) => !closed.has(placeBelow(group, place)))
    const answers = await Promise.all(places.map((place) => answersOf(caller, group, place)))
    for (const answered of answers.flat()) {
      if (isClosed(answered.answer)) closed.add(placeBelow(group, answered.place))
      yield answered
    }
  }
}

/** An error can empty more than its own path: then fewer are asked for together, so that none hides another. */
async function answersOf(caller: Caller, group: readonly SchemaPath[], place: number): Promise<Answered[]> {
  const answer = await caller.ask(mergedQuery(group.map(({ queries }) => queries[place] ?? '')))
  const [path, ...others] = group
  if (path && isUnclear(answer) && others.length === 0 && path.leaves.length > 1 && wasNotAsked(answer))
    return (await Promise.all(halvesOf(path).map((half) => answersOf(caller, [half], place)))).flat()
  if (others.length === 0 || !isUnclear(answer))
    return [
      {
        names: group.map(({ name }) => name).join(' or '),
        leaves: group.reduce((sum, { leaves }) => sum + leaves.length, 0),
        place,
        answer,
      },
    ]
  const half = Math.ceil(group.length / 2)
  const halves = [group.slice(0, half), group.slice(half)]
  return (await Promise.all(halves.map((part) => answersOf(caller, part, place)))).flat()
}

/** Refused as a whole, as where it asks for more than an operation may. */
const wasNotAsked = ({ data, errors }: Answer): boolean =>
  !data && (errors?.every(({ path }) => path === undefined) ?? false)

function halvesOf(path: SchemaPath): SchemaPath[] {
  const half = Math.ceil(path.leaves.length / 2)
  return [path.leaves.slice(0, half), path.leaves.slice(half)].map((leaves) => ({
    ...path,
    leaves,
    queries: path.queries.map((query) => query.replace(path.leaves.join(' '), leaves.join(' '))),
  }))
}

type Answer = Awaited<ReturnType<Caller['ask']>>
interface Answered {
  readonly names: string
  readonly leaves: number
  readonly place: number
  readonly answer: Answer
}

/** A root field that is refused is refused whatever is asked below it; any other error may hide a neighbor. */
function isUnclear({ errors }: Answer): boolean {
  return errors?.some((error) => error.path?.length !== 1 && !isOfRole(error)) ?? false
}

/** Who does not have the role is told so before anything is looked at. */
const isOfRole = ({ path, extensions }: NonNullable<Answer['errors']>[number]): boolean =>
  path === undefined && extensions.code === 'FORBIDDEN'

/** With this id the field itself is refused, or there is nothing: the other ways below it would find the same. */
function isClosed(answer: Answer): boolean {
  return !isUnclear(answer) && Object.values(answer.data ?? {}).every((value) => value === null)
}

/** The strangers are at home in the other organization; what they find there is theirs. */
const AT_HOME_ELSEWHERE = new Set(['stranger', 'strangerManager'])
/** The history shows its own figures and counts; of the core values, this half of the year is asked for. */
const NOT_OFFERED = new Set([
  'check-in of a past week',
  'answers about the core values of the half-year before',
])
/** Core values are answered by name: without the names their answers are a run like any other. */
const ANSWER_TO_A_VALUE = /\{"value":"\w+","answer":(\d)\}/g
