import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAlongsideSchema } from '../../api/src/app/schema.ts'
import { inputPlaces, limitOf, namesLimit } from '../../api/src/server/operations/input-limits.ts'
import { CertificationStatus } from '../../shared/src/certification/status/status.ts'
import { ROLES } from '../../shared/src/people/roles.ts'
import { type Caller, TestApi } from '../support/test-api.ts'
import { plausible, plausibleRequest } from './bad-values.ts'

// Whatever comes in has a limit: no list and no text is handed to a service, or to the database, at any length.

type Place = GraphQLArgument | GraphQLInputField

/** The value of each place of that kind, one entry or sign beyond its limit, in an otherwise plausible value. */
function beyond(
  place: Place,
  path: readonly string[],
  depth = 0,
): { value: unknown; path: readonly string[]; limit: number; isList: boolean }[] {
  const type = getNullableType(place.type)
  const limit = limitOf(place)
  if (isListType(type)) {
    const many = Array.from({ length: limit + 1 }, () => plausible(type.ofType))
    const inner = { ...place, type: type.ofType, extensions: {} }
    return [
      { value: many, path, limit, isList: true },
      ...beyond(inner, [...path, '0'], depth).map((each) => ({ ...each, value: [each.value] })),
    ]
  }
  if (isInputObjectType(type)) {
    if (depth > 3) return []
    return Object.values(type.getFields()).flatMap((field) =>
      beyond(field, [...path, field.name], depth + 1).map((each) => ({
        ...each,
        value: { ...(plausible(type) as object), [field.name]: each.value },
      })),
    )
  }
  const isText = ['String', 'ID'].includes(getNamedType(type).name)
  return isText ? [{ value: 'x'.repeat(limit + 1), path, limit, isList: false }] : []
}

describe('the limits of what comes in', () => {
  let api: TestApi
  let caller: Caller
  let schema: GraphQLSchema
  beforeAll(async () => {
    api = await TestApi.start()
    caller = await api.as(await api.build.member(await api.build.organization(), [...ROLES]))
    schema = await buildAlongsideSchema()
  })
  afterAll(() => api.close())

  it('stand in the description of each list', () => {
    const lists = inputPlaces(schema).filter(([, { type }]) => isListType(getNullableType(type)))
    expect(lists.length).toBeGreaterThan(35)
    const silent = lists.filter(([, place]) => !namesLimit(place.description, limitOf(place)))
    expect(silent.map(([where]) => where)).toEqual([])
  })

  it('are said by the list itself wherever it is not of an enum', () => {
    const guessed = inputPlaces(schema).filter(
      ([, { type, extensions }]) =>
        isListType(getNullableType(type)) && !('getValues' in getNamedType(type)) && !('most' in extensions),
    )
    expect(guessed.map(([where]) => where)).toEqual([])
  })

  it('hold in every place of every operation, and the error names field and limit', async () => {
    const roots = (['query', 'mutation'] as const).flatMap((kind) => {
      const type = kind === 'query' ? schema.getQueryType() : schema.getMutationType()
      return Object.values(type?.getFields() ?? {}).map(
        (field): [typeof kind, GraphQLField<unknown, unknown>] => [kind, field],
      )
    })
    const accepted: string[] = []
    let [lists, texts] = [0, 0]
    for (const [kind, field] of roots) {
      const { query, good } = plausibleRequest(kind, field)
      for (const argument of field.args)
        for (const { value, path, limit, isList } of beyond(argument, [argument.name])) {
          // Their form is wrong at the latest.
          const [first = '', ...rest] = path
          const name = (first === 'input' ? rest : path).join('.')
          const answer = await caller.ask(query, { ...good, [argument.name]: value })
          const expected = { field: name, problem: isList ? 'too-many' : 'too-long', limit }
          const errors = answer.errors?.flatMap(({ extensions }) => extensions.validationErrors ?? []) ?? []
          if (isList) lists += 1
          else texts += 1
          if (!errors.some((error) => JSON.stringify(error) === JSON.stringify(expected)))
            accepted.push(
              `${field.name} ${path.join('.')} ${JSON.stringify(answer.errors ?? null).slice(0, 200)}`,
            )
        }
    }
    expect(accepted).toEqual([])
    expect([lists, texts].map((count) => count > 40)).toEqual([true, true])
  })

  it('hold for 9,000 values of a filter, in a variable and in the text of an operation, before anything is read', async () => {
    const filter = (count: number) => ({ status: Array.from({ length: count }, () => 'CURRENT') })
    const query = 'query ($filter: RenewalsFilter!) { renewals(filter: $filter) { totalCount } }'
    const refused = {
      extensions: {
        code: 'BAD_INPUT',
        validationErrors: [
          { field: 'filter.status', problem: 'too-many', limit: Object.keys(CertificationStatus).length },
        ],
      },
    }
    const literal = `{ renewals(filter: { status: [${filter(20).status.join()}] }) { totalCount } }`
    const batches = await api.statementsOf(async () => {
      expect((await caller.ask(query, { filter: filter(9_000) })).errors).toMatchObject([refused])
      expect((await caller.ask(literal)).errors).toMatchObject([refused])
    })
    expect(batches.flat().filter((statement) => statement.includes('certification'))).toEqual([])
    expect((await caller.ask(query, { filter: filter(1) })).errors).toBeUndefined()
    const { body } = await caller.file('renewals', { filter: filter(9_000) })
    expect(body.errors).toMatchObject([refused])
  })
})
