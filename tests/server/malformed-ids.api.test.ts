import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphQLField } from 'graphql'
import { buildAlongsideSchema } from '../../api/src/app/schema.ts'
import { hashPassword } from '../../api/src/people/sign-in/secrets.ts'
import { ROLES } from '../../shared/src/people/roles.ts'
import type { Member } from '../support/builders/builders.ts'
import { TestApi } from '../support/test-api.ts'
import { plausibleRequest } from './bad-values.ts'

const MALFORMED = ['not-an-id', '-'.repeat(36), '', '00000000-0000-4000-8000-00000000000g', 'x'.repeat(5_000)]
/** They end the session, or every one of the account. */
const ENDS_SESSIONS = /signOut|^endSession|^leave|Password|RecoveryCode/

describe('an id that is none', () => {
  let api: TestApi
  let everybody: Member
  const fields: ['query' | 'mutation', GraphQLField<unknown, unknown>][] = []
  beforeAll(async () => {
    api = await TestApi.start()
    const passwordHash = await hashPassword('a long walk before breakfast')
    everybody = await api.build.member(await api.build.organization(), [...ROLES], { passwordHash })
    const schema = await buildAlongsideSchema()
    const roots = [
      ['query', schema.getQueryType()],
      ['mutation', schema.getMutationType()],
    ] as const
    for (const [kind, type] of roots)
      for (const field of Object.values(type?.getFields() ?? {}))
        if (!ENDS_SESSIONS.test(field.name)) fields.push([kind, field])
  })
  afterAll(() => api.close())

  it('is answered like an unknown one by every operation that takes an id', async () => {
    const caller = await api.as(everybody)
    const different: string[] = []
    let compared = 0
    for (const [at, [kind, field]] of fields.entries()) {
      const { query, good } = plausibleRequest(kind, field)
      if (!takesAnId(good)) continue
      const answerTo = async (id: string) => {
        const { errors } = await caller.ask(query, withIds(good, id) as Record<string, unknown>)
        return JSON.stringify(
          errors?.map(({ message, extensions: { code, validationErrors } }) => ({
            message,
            code,
            validationErrors,
          })),
        )
      }
      const unknown = await answerTo(randomUUID())
      const malformed = await answerTo(MALFORMED[at % MALFORMED.length] ?? '')
      compared += 1
      if (unknown !== malformed) different.push(`${field.name}: ${unknown} / ${malformed}`)
    }
    console.log(`malformed ids: ${compared} operations`)
    expect(compared).toBeGreaterThan(100)
    expect(different).toEqual([])
  })

  it('is refused where it is the key of a submission, in a variable and in the text of an operation', async () => {
    const caller = await api.as(everybody)
    const refused = [
      {
        extensions: {
          code: 'BAD_INPUT',
          validationErrors: [{ field: 'idempotencyKey', problem: 'not-an-option' }],
        },
      },
    ]
    const name =
      'mutation ($input: CreateReportingTeamInput!) { createReportingTeam(input: $input) { __typename } }'
    const variable = await caller.ask(name, { input: { name: 'North', idempotencyKey: 'again' } })
    expect(variable.errors).toMatchObject(refused)
    const literal = await caller.ask(
      'mutation { createReportingTeam(input: { name: "North", idempotencyKey: "again" }) { __typename } }',
      {},
    )
    expect(literal.errors).toMatchObject(refused)
  })
})

const ID = '00000000-0000-4000-8000-000000000000'

function takesAnId(value: unknown, name = ''): boolean {
  if (value === ID) return name !== 'idempotencyKey'
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, inner]) => takesAnId(inner, key))
}

/** The same variables with another id in each place but the key; keys are new, so that nothing is a second sending. */
function withIds(value: unknown, id: string, name = ''): unknown {
  if (value === ID) return name === 'idempotencyKey' ? randomUUID() : id
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((inner) => withIds(inner, id, name))
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withIds(inner, id, key)]))
}
