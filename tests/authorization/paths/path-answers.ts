import type { Caller } from '../../support/test-api.ts'
import { mergedQuery, type SchemaPath } from './schema-paths.ts'

// Asks along many paths of the schema with few operations.

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
export async function* answersTo(caller: Caller, paths: readonly SchemaPath[]): AsyncGenerator<Answered> {
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
export interface Answered {
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
