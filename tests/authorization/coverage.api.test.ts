import type { GraphQLField, GraphQLSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LIST_EXPORTS } from '../../api/src/app/file-endpoints.ts'
import { buildAlongsideSchema } from '../../api/src/app/schema.ts'
import { type Role, ROLES } from '../../shared/src/people/roles.ts'
import { TestApi } from '../support/test-api.ts'
import { rootOperation, typeFields } from './paths/schema-paths.ts'
import { EXPORT_RULES, ROOT_RULES } from './field-rules.ts'
import { PERSONAL_TYPES } from './personal-types.ts'
import { PLAIN_TYPES } from './plain-types.ts'

// Nothing in the schema without a rule: a new field fails here until somebody says who may ask for it.

const NOBODY_KNOWN = '00000000-0000-4000-8000-000000000000'
const DOOR_CLOSED = ['UNAUTHENTICATED', 'FORBIDDEN']

describe('every field of the schema names its rule', () => {
  let api: TestApi
  let schema: GraphQLSchema
  beforeAll(async () => {
    api = await TestApi.start()
    schema = await buildAlongsideSchema()
  })
  afterAll(() => api.close())

  const roots = (): ['query' | 'mutation', GraphQLField<unknown, unknown>][] => [
    ...Object.values(schema.getQueryType()?.getFields() ?? {}).map(
      (field) => ['query', field] as ['query', typeof field],
    ),
    ...Object.values(schema.getMutationType()?.getFields() ?? {}).map(
      (field) => ['mutation', field] as ['mutation', typeof field],
    ),
  ]

  it('lists each root field, and no other', () => {
    expect(
      roots()
        .map(([, field]) => field.name)
        .sort(),
    ).toEqual(Object.keys(ROOT_RULES).sort())
  })

  it('lists each field of each type, and no other', () => {
    const { Query: _query, Mutation: _mutation, ...types } = typeFields(schema)
    const listed = { ...PERSONAL_TYPES, ...PLAIN_TYPES }
    expect(Object.keys(types).sort()).toEqual(Object.keys(listed).sort())
    const unlisted = Object.entries(types).flatMap(([type, fields]) =>
      fields
        .filter((field) => !listed[type]?.fields.split(' ').includes(field))
        .map((field) => `${type}.${field}`),
    )
    expect(unlisted).toEqual([])
  })

  it('describes each type, root field and argument type for people who integrate', () => {
    const undescribed = Object.values(schema.getTypeMap())
      .filter(
        (type) =>
          !type.name.startsWith('__') &&
          !['Query', 'Mutation', 'String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name),
      )
      .filter((type) => !type.description && !type.name.endsWith('Input'))
      .map((type) => type.name)
    expect(undescribed).toEqual([])
    expect(
      roots()
        .filter(([, field]) => !field.description)
        .map(([, field]) => field.name),
    ).toEqual([])
  })

  it('lists each list that can be had as a file, and no other', () => {
    expect(LIST_EXPORTS.map(({ name }) => name).sort()).toEqual(Object.keys(EXPORT_RULES).sort())
  })

  it('opens each file to the roles of its rule and to no other', async () => {
    const organization = await api.build.organization()
    const wrong: string[] = []
    for (const { name } of LIST_EXPORTS) {
      const { status, code } = await api.signedOut().file(name)
      if (status !== 401 || code !== 'UNAUTHENTICATED') wrong.push(`${name} is open to SIGNED_OUT`)
      for (const role of ROLES) {
        const caller = await api.as(await api.build.member(organization, [role]))
        const isClosed = DOOR_CLOSED.includes((await caller.file(name)).code ?? '')
        if (isClosed === EXPORT_RULES[name]?.includes(role))
          wrong.push(`${name} is ${isClosed ? 'closed' : 'open'} to ${role}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('opens each root field to the roles of its rule and to no other', async () => {
    const organization = await api.build.organization()
    const callers = [['SIGNED_OUT', api.signedOut()]] as [string, ReturnType<TestApi['signedOut']>][]
    for (const role of ROLES) callers.push([role, await api.as(await api.build.member(organization, [role]))])
    const wrong: string[] = []
    for (const [kind, field] of roots()) {
      // These end the session they are asked with; the sign-in tests look at them.
      if (['signOut', 'signOutEverywhere'].includes(field.name)) continue
      const rule = ROOT_RULES[field.name]
      for (const [who, caller] of callers) {
        const { errors } = await caller.ask(rootOperation(kind, field, NOBODY_KNOWN))
        const isClosed = errors?.some(({ extensions }) => DOOR_CLOSED.includes(extensions.code)) ?? false
        const isOpen = rule === 'EVERYBODY' || (rule ?? []).includes(who as Role)
        if (isClosed === isOpen) wrong.push(`${field.name} is ${isClosed ? 'closed' : 'open'} to ${who}`)
      }
    }
    expect(wrong).toEqual([])
  })
})
