import { ArgsType, Field, Int, ObjectType } from 'type-graphql'
import { validateWholeNumber } from '@alongside/shared/validation/validation-error'
import { rejectIfInvalid } from './domain-error.ts'
import { isReadable } from '../operations/readable-input.ts'

// Relay-like lists: `first` rows after a cursor, and how many there are in all.

export const MAX_PAGE_SIZE = 100
const ROWS_PER_PAGE = 25

/** The position of a row in its list: its sort values, with its id last. */
export type Position = readonly (string | number)[]

export interface Page {
  readonly first: number
  readonly after: Position | null
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: ROWS_PER_PAGE, description: 'How many rows, 1-100.' })
  first!: number

  @Field(() => String, { nullable: true, description: 'The cursor after which the page begins.' })
  after?: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'Whether more rows follow, and the cursor to ask for them.',
})
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean

  @Field(() => String, { nullable: true, description: 'Null when the page is empty.' })
  endCursor!: string | null
}

/** The parent of a connection type: `class RenewalConnection extends ConnectionTo(Renewal, 'Renewal') {}`. */
export function ConnectionTo<Node extends object>(node: new () => Node, name: string) {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: 'A row and its place in the list.' })
  class Edge {
    @Field(() => node)
    node!: Node

    @Field(() => String)
    cursor!: string
  }

  @ObjectType()
  abstract class Connection {
    @Field(() => [Edge])
    edges!: Edge[]

    @Field(() => PageInfo)
    pageInfo!: PageInfo

    @Field(() => Int, { description: 'Rows in all pages together.' })
    totalCount!: number
  }
  return Connection
}

/** In the example of a position: an id stands here, or an instant; PostgreSQL could read nothing else as one. */
export const AN_ID = '00000000-0000-4000-8000-000000000000'
export const AN_INSTANT = '2000-01-01T00:00:00.000Z'
const FORMS: Readonly<Record<string, RegExp | undefined>> = {
  [AN_ID]: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  [AN_INSTANT]: /^\d{4}-[01]\d-[0-3]\dT[0-2]\d(:[0-5]\d){2}\.\d{3}Z$/,
}

/** Rejects `first` outside 1-100, and a cursor of another list or order. */
export function pageFrom({ first, after }: PageArgs, example: Position): Page {
  rejectIfInvalid(validateWholeNumber('first', first, 1, MAX_PAGE_SIZE))
  if (after == null) return { first, after: null }
  const position = positionIn(after)
  const fits =
    position?.length === example.length &&
    position.every(
      (value, place) => typeof value === typeof example[place] && canBeAsked(value, example[place]),
    )
  if (!fits) rejectIfInvalid([{ field: 'after', problem: 'not-an-option' }])
  return { first, after: position }
}

/** Every number that a list is sorted by is whole; a text with a zero byte, or half of a pair, is in no database. */
function canBeAsked(value: string | number, example: string | number | undefined): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value)
  return FORMS[String(example)]?.test(value) ?? isReadable(value)
}

/** The page out of `rows`: those after its cursor, of which one more than `first` is enough. */
export function connectionOf<Node>(
  rows: readonly Node[],
  { first }: Page,
  totalCount: number,
  positionOf: (row: Node) => Position,
) {
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: cursorOf(positionOf(node)) }))
  return {
    edges,
    pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount,
  }
}

/** The page out of all rows of a short list, which are in the order of their positions. */
export function pageOfAll<Node>(
  rows: readonly Node[],
  args: PageArgs,
  example: Position,
  positionOf: (row: Node) => Position,
) {
  const page = pageFrom(args, example)
  const { after } = page
  const ahead = after ? rows.filter((row) => comparePositions(positionOf(row), after) > 0) : rows
  return connectionOf(ahead, page, rows.length, positionOf)
}

/** Compares two positions value by value, as a sort function does. */
export function comparePositions(one: Position, other: Position): number {
  for (const [place, value] of one.entries()) {
    const against = other[place] ?? ''
    if (value !== against) return value < against ? -1 : 1
  }
  return 0
}

const cursorOf = (position: Position): string => Buffer.from(JSON.stringify(position)).toString('base64url')

function positionIn(cursor: string): Position | null {
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(position) ? (position as Position) : null
  } catch {
    return null
  }
}
