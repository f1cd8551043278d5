import { readFileSync } from 'node:fs'
import {
  buildSchema,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import { describe, expect, it } from 'vitest'

// The conventions of docs/graphql.md, held on the committed schema.

const SCHEMA = buildSchema(readFileSync(new URL('../../api/schema.graphql', import.meta.url), 'utf8'))

/** One verb for each kind of act; what it means stands in docs/graphql.md. */
const VERBS = [
  ...['create', 'add', 'update', 'correct', 'set', 'remove', 'delete', 'restore', 'void', 'revoke', 'end'],
  ...['record', 'log', 'submit', 'replace', 'publish', 'withdraw', 'archive', 'unarchive', 'export'],
  ...[
    'accept',
    'decline',
    'propose',
    'sign',
    'acknowledge',
    'amend',
    'assign',
    'reassign',
    'exclude',
    'allow',
    'confirm',
    'undo',
  ],
  ...[
    'invite',
    'resend',
    'enable',
    'disable',
    'recover',
    'switch',
    'mark',
    'open',
    'raise',
    'release',
    'check',
  ],
  ...['reorder', 'report', 'settle', 'rename', 'skip', 'rehire', 'cancel', 'request', 'return'],
]
/** Names that say "a piece of input" or "what came of it" in another way than the rest. */
const OTHER_SUFFIXES = /(Details|Days|AsSeen|Outcome|ToShow|Type)$/
/** Words of the field that end like one of them, each with its reason. */
const TERMS_OF_THE_FIELD: Readonly<Record<string, string>> = {
  SupervisionType: 'administrative, educational, supportive: the types of supervision (LAPPA toolkit 2021)',
}
/** Lists that cannot grow, each with its reason. */
const FIXED_LISTS: Readonly<Record<string, string>> = {
  balanceOfMyPeer: 'one share for each of the three types',
  debriefPrompts: 'each of a closed list at most once',
  demoSignIns: 'the people of the demo, before anybody is signed in',
  organizationHelpContacts: 'at most 20 by rule, and their order is set as a whole',
  organizationSetup: 'the six steps of setting up',
  renewalQuestions: 'at most one for each of nine questions about holders',
  sessionsAlreadyLogged: 'at most 10, of one supervisor on one day',
  willItCount: 'one answer for each certification that the peer holds',
  willItCountFor: 'one answer for each certification that the peer holds',
}
/** From so many nullable fields on, a type with a kind is several types in one. */
const NULLABLE_FIELDS_OF_A_BAG = 3

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
const types = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))
const isId = (name: string): boolean => name === 'id' || /Id$|Ids$/.test(name)

function brokenByMutation(field: GraphQLField<unknown, unknown>): string[] {
  const [verb] = /^[a-z]+/.exec(field.name) ?? ['']
  const input = `${capital(field.name)}Input!`
  const args = field.args.map(({ name, type }) => `${name}: ${type.toString()}`)
  return [
    ...(VERBS.includes(verb) ? [] : [`${field.name}: "${verb}" is not on the list of verbs`]),
    ...(args.length === 0 || args.join() === `input: ${input}`
      ? []
      : [`${field.name} takes (${args.join()}), not (input: ${input})`]),
    ...(getNamedType(field.type).name === `${capital(field.name)}Payload` && isNonNullType(field.type)
      ? []
      : [`${field.name} answers ${field.type.toString()}, not ${capital(field.name)}Payload!`]),
  ]
}

function brokenByQuery(field: GraphQLField<unknown, unknown>): string[] {
  const plainList = field.name in FIXED_LISTS ? false : isListType(getNullableType(field.type))
  const paged = field.args.some(({ name }) => name === 'first')
  return [
    ...(plainList ? [`${field.name} answers a plain list, not a connection`] : []),
    ...(paged && !/Connection$/.test(getNamedType(field.type).name)
      ? [`${field.name} is paged and no …Connection`]
      : []),
    ...(/Csv$/.test(field.name) ? [`${field.name} is a file: it comes from /exports`] : []),
  ]
}

interface NamedField {
  readonly where: string
  readonly name: string
  readonly type: GraphQLInputType | GraphQLOutputType
  readonly input: boolean
}

function fieldsOf(schema: GraphQLSchema): NamedField[] {
  return types(schema).flatMap((type) => {
    if (!isObjectType(type) && !isInputObjectType(type)) return []
    const fields = Object.values<{ name: string; type: GraphQLInputType | GraphQLOutputType }>(
      type.getFields(),
    )
    const args = isObjectType(type)
      ? Object.values(type.getFields()).flatMap((field) =>
          field.args.map((arg) => ({ ...arg, name: arg.name, of: field.name })),
        )
      : []
    return [
      ...fields.map((field) => ({
        where: `${type.name}.${field.name}`,
        name: field.name,
        type: field.type,
        input: isInputObjectType(type),
      })),
      ...args.map((arg) => ({
        where: `${type.name}.${arg.of}(${arg.name})`,
        name: arg.name,
        type: arg.type,
        input: true,
      })),
    ]
  })
}

function brokenByNames(schema: GraphQLSchema): string[] {
  return fieldsOf(schema).flatMap(({ where, name, type, input }) => [
    ...(isId(name) && getNamedType(type)?.toString() === 'String' ? [`${where} is an id and a String`] : []),
    ...(input && /^(revision|stamp|seen[A-Z]\w*)$/.test(name)
      ? [`${where} is spelled expectedRevision`]
      : []),
  ])
}

/** A type with a `kind` whose other fields are null for most kinds. */
function bags(schema: GraphQLSchema): string[] {
  return types(schema).flatMap((type) => {
    if (!isObjectType(type)) return []
    const fields = Object.values(type.getFields())
    const hasKind = fields.some(({ name, type: of }) => name === 'kind' && isEnumType(getNamedType(of)))
    const nullable = fields.filter(({ type: of }) => !isNonNullType(of)).length
    return hasKind && nullable >= NULLABLE_FIELDS_OF_A_BAG
      ? [`${type.name} has a kind and ${nullable} nullable fields`]
      : []
  })
}

const broken = {
  mutations: (schema: GraphQLSchema) =>
    Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(brokenByMutation),
  queries: (schema: GraphQLSchema) =>
    Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(brokenByQuery),
  names: brokenByNames,
  suffixes: (schema: GraphQLSchema) =>
    types(schema)
      .map(({ name }) => name)
      .filter((name) => OTHER_SUFFIXES.test(name) && !(name in TERMS_OF_THE_FIELD)),
  bags,
}

describe('the conventions of the API', () => {
  it.each(Object.entries(broken))('hold for %s', (_of, find) => {
    expect(find(SCHEMA)).toEqual([])
  })

  it('are looked for in a schema that has something', () => {
    expect(Object.keys(SCHEMA.getMutationType()?.getFields() ?? {}).length).toBeGreaterThan(50)
    expect(fieldsOf(SCHEMA).length).toBeGreaterThan(500)
  })
})

describe('a made-up breach is caught', () => {
  const made = buildSchema(/* GraphQL */ `
    type Query {
      things: [Thing!]!
      pages(first: Int!): Pages!
      thingsCsv: String!
    }
    type Mutation {
      doThing(id: String!, revision: Int!): Int!
    }
    type Pages {
      a: Int
    }
    type Thing {
      kind: Kind!
      a: Int
      b: Int
      c: Int
      peerId: String!
    }
    enum Kind {
      A
      B
    }
    input ThingDetails {
      stamp: String!
    }
  `)
  it.each([
    ['mutations', 3],
    ['queries', 3],
    ['names', 4],
    ['suffixes', 1],
    ['bags', 1],
  ] as const)('of %s', (of, count) => {
    expect(broken[of](made)).toHaveLength(count)
  })
})
