import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
} from 'graphql'

// Values that are wrong in ways nobody thinks of while writing a form, for every place that takes one.

const cursor = (position: unknown): string => Buffer.from(JSON.stringify(position)).toString('base64url')
const HALF_OF_A_PAIR = '\ud800'

const TEXTS = [
  '',
  'a\0b',
  HALF_OF_A_PAIR,
  '-'.repeat(36),
  'x'.repeat(20_000),
  '%00',
  "'; select 1 --",
  '٣',
] as const
const CURSORS = [
  [1e300],
  [1.5],
  [-1],
  ['x'],
  ['a\0b'],
  [null],
  [],
  {},
  [9_007_199_254_740_991],
  ['0001-01-01', '', '', ''],
  ['2026-13-45', 'a', 'b', 'c'],
  ['2026-01-01T00:00:00.000Z', '-'.repeat(36)],
].map(cursor)
const NUMBERS = [2_147_483_647, -2_147_483_648, 0, -1]
const DAYS = ['0001-01-01', '9999-12-31', '2026-02-28', '1900-01-01', '2200-12-31']
const BAD_IDS = [
  '-'.repeat(36),
  '{00000000-0000-4000-8000-000000000000}',
  'a\0b',
  '00000000-0000-0000-0000-000000000000',
]
const BAD: Readonly<Record<string, readonly unknown[]>> = {
  String: [...TEXTS, ...CURSORS],
  UUID: BAD_IDS,
  IdempotencyKey: BAD_IDS,
  Int: NUMBERS,
  Float: [...NUMBERS, 1e300, -1e300, 1e-300],
  LocalDate: DAYS,
  DateTime: ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2026-06-17T12:00:00Z'],
}
const GOOD: Readonly<Record<string, unknown>> = {
  String: 'a text',
  UUID: '00000000-0000-4000-8000-000000000000',
  IdempotencyKey: '00000000-0000-4000-8000-000000000000',
  Int: 1,
  Float: 1,
  Boolean: true,
  LocalDate: '2026-06-17',
  DateTime: '2026-06-17T12:00:00Z',
}

export interface BadRequest {
  readonly query: string
  readonly variables: Record<string, unknown>
  /** `peers.filter.search` */
  readonly place: string
}

/** One request for each bad value in each place of a root field; everything else in it is plausible. */
export function badRequests(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>): BadRequest[] {
  const { query, good } = plausibleRequest(kind, field)
  return field.args.flatMap(({ name, type }) =>
    variants(type, 0).map(({ value, path }) => ({
      query,
      variables: { ...good, [name]: value },
      place: [field.name, name, ...path].join('.'),
    })),
  )
}

/** An operation of this field alone, and variables in which nothing is wrong by its kind. */
export function plausibleRequest(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>) {
  const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ')
  const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')
  const query = `${kind} (${declared}) { ${field.name}(${given})${selection} }`
  const good = Object.fromEntries(field.args.map(({ name, type }) => [name, plausible(type)]))
  return { query, good }
}

export function plausible(type: GraphQLInputType, depth = 0): unknown {
  const nullable = getNullableType(type)
  if (isListType(nullable)) return [plausible(nullable.ofType, depth)]
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name
  if (!isInputObjectType(nullable)) return GOOD[(nullable as { name: string }).name]
  if (depth > 4) return null
  return Object.fromEntries(
    Object.values(nullable.getFields()).map((field) => [field.name, plausible(field.type, depth + 1)]),
  )
}

interface Variant {
  readonly value: unknown
  readonly path: readonly string[]
}

function variants(type: GraphQLInputType, depth: number): Variant[] {
  const nullable = getNullableType(type)
  if (isListType(nullable)) {
    const inner = nullable.ofType
    const many = Array.from({ length: 300 }, () => plausible(inner, depth))
    return [
      ...variants(inner, depth).map(({ value, path }) => ({ value: [value], path })),
      { value: many, path: [] },
    ]
  }
  if (isInputObjectType(nullable)) {
    if (depth > 3) return []
    const good = plausible(nullable) as Record<string, unknown>
    return Object.values(nullable.getFields()).flatMap((field) =>
      variants(field.type, depth + 1).map(({ value, path }) => ({
        value: { ...good, [field.name]: value },
        path: [field.name, ...path],
      })),
    )
  }
  const bad = isEnumType(nullable) ? [] : (BAD[(nullable as { name: string }).name] ?? [])
  return bad.map((value) => ({ value, path: [] }))
}
