import { readFileSync } from 'node:fs'
import {
  buildSchema,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  getNamedType,
  getNullableType,
  isListType,
  isNonNullType,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROLES } from '../../shared/src/people/roles.ts'
import { TestApi } from '../support/test-api.ts'
import { plausibleRequest } from './bad-values.ts'
import { ADDING, newKey } from './submissions/adding-mutations.ts'
import { type World, worldOf } from './submissions/adding-world.ts'

// One value is wrong and everything else is as it should be: it is refused by the name of its field, and nothing is added.

const SCHEMA = buildSchema(readFileSync(new URL('../../api/schema.graphql', import.meta.url), 'utf8'))
const INPUTS = Object.fromEntries(
  Object.values(SCHEMA.getMutationType()?.getFields() ?? {}).map(({ name, args }) => [
    name,
    getNamedType(args[0]?.type) as GraphQLInputObjectType | undefined,
  ]),
)
/** What stands on one line. Every other text may have several lines. */
const ONE_LINE: readonly string[] = [
  ...['name', 'displayName', 'purpose', 'reference', 'label', 'title', 'provider', 'approvedBy', 'number'],
  ...['source', 'abbreviation', 'certifyingBody'],
]
/** What has several lines, and cannot be left out. */
const REQUIRED_TEXT: readonly string[] = ['evidence', 'text', 'whatChanged']
const UNREADABLE = {
  'a zero-width space alone': '\u200B',
  'a Hangul filler alone': '\u3164',
  'a line feed': 'A\nb',
  'a turn of direction': 'A \u202Egp',
  'an isolate': 'A\u2066b\u2069',
  'a bell': 'A\u0007',
}
const YEARS = ['0001-01-01', '9999-12-31']

const typeOf = ({ type }: GraphQLInputField): string => (getNamedType(type) as GraphQLNamedType).name
const fieldsOf = (mutation: string, wanted: (field: GraphQLInputField) => boolean) =>
  Object.values(INPUTS[mutation]?.getFields() ?? {}).filter(wanted)
const places = (wanted: (field: GraphQLInputField) => boolean) =>
  Object.keys(ADDING).flatMap((mutation) =>
    fieldsOf(mutation, wanted).map((field) => [mutation, field] as const),
  )

describe('what is sent to be added', () => {
  let api: TestApi
  let world: World
  beforeAll(async () => {
    api = await TestApi.start()
    world = await worldOf(api)
  })
  afterAll(() => api.close())

  /** The fields that the answer names; nothing where it was added after all. */
  const refused = async (mutation: string, field: GraphQLInputField, value: string): Promise<string[]> => {
    const { by, input, select } = ADDING[mutation]!
    const sent = isListType(getNullableType(field.type)) ? [value] : value
    const key = fieldsOf(mutation, ({ name }) => name === 'idempotencyKey').length > 0
    const { errors } = await (
      await api.as(by(world, 1))
    ).ask(`mutation ($input: ${INPUTS[mutation]?.name}!) { ${mutation}(input: $input) { ${select} } }`, {
      input: { ...input(world, 1), [field.name]: sent, ...(key && { idempotencyKey: newKey() }) },
    })
    const { code, validationErrors } = errors?.[0]?.extensions ?? {}
    return code === 'BAD_INPUT' ? (validationErrors as { field: string }[]).map((each) => each.field) : []
  }
  const notRefused = async (
    asked: ReturnType<typeof places>,
    values: readonly string[],
  ): Promise<string[]> => {
    const added: string[] = []
    for (const [mutation, field] of asked)
      for (const value of values)
        if (!(await refused(mutation, field, value)).includes(field.name))
          added.push(`${mutation}.${field.name}: ${JSON.stringify(value)}`)
    return added
  }

  it.each(Object.entries(UNREADABLE))('has no name of %s', async (_, value) => {
    const named = places((field) => typeOf(field) === 'String' && ONE_LINE.includes(field.name))
    expect(named.length).toBeGreaterThan(15)
    expect(await notRefused(named, [value])).toEqual([])
  })

  it('has no text of nothing where a text is required, and none that is turned round', async () => {
    const texts = places((field) => typeOf(field) === 'String' && REQUIRED_TEXT.includes(field.name))
    expect(texts.length).toBeGreaterThan(4)
    expect(await notRefused(texts, ['\u200B', ' \u3164\n', 'Ask \u202Egp'])).toEqual([])
  })

  it('has no day in the year 1 or 9999', async () => {
    const days = places((field) => typeOf(field) === 'LocalDate')
    expect(days.length).toBeGreaterThan(20)
    expect(await notRefused(days, YEARS)).toEqual([])
  })
})

describe('a cursor that no list has given', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await TestApi.start()
  })
  afterAll(() => api.close())

  it.each([
    ['x', 'not base64 of anything'],
    [Buffer.from('[1e300]').toString('base64url'), 'a number without end'],
    [Buffer.from('{}').toString('base64url'), 'no position'],
    [Buffer.from('[]').toString('base64url'), 'an empty position'],
    [Buffer.from(JSON.stringify(Array(30).fill('a'))).toString('base64url'), 'too long a position'],
  ])('is refused by every list by the name of its argument: %s (%s)', async (after) => {
    const everybody = await api.as(await api.build.member(await api.build.organization(), [...ROLES]))
    const lists = Object.values(SCHEMA.getQueryType()?.getFields() ?? {}).filter(({ args }) =>
      args.some(({ name }) => name === 'after'),
    )
    expect(lists.length).toBeGreaterThan(25)
    const others: string[] = []
    for (const list of lists) {
      const { query, good } = plausibleRequest('query', list)
      const needed = list.args
        .filter(({ type }) => isNonNullType(type))
        .map(({ name }) => [name, good[name]] as const)
      const variables: Record<string, unknown> = { ...Object.fromEntries(needed), after }
      if ('credentialId' in variables) variables['credentialId'] = 'us-oh-cprs'
      if ('from' in variables) variables['from'] = '2026-06-01'
      const { errors } = await everybody.ask(query, variables)
      const { code, validationErrors } = errors?.[0]?.extensions ?? {}
      const fields = ((validationErrors ?? []) as { field: string }[]).map(({ field }) => field)
      if (code !== 'BAD_INPUT' || !fields.includes('after'))
        others.push(`${list.name}: ${code} ${fields.join()}`)
    }
    expect(others).toEqual([])
  })
})
