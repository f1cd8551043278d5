import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphQLField, GraphQLObjectType } from 'graphql'
import { buildAlongsideSchema } from '../../api/src/app/schema.ts'
import { hashPassword } from '../../api/src/people/sign-in/secrets.ts'
import { ROLES } from '../../shared/src/people/roles.ts'
import type { Member } from '../support/builders/builders.ts'
import { type Caller, received, TestApi } from '../support/test-api.ts'
import { badRequests, plausibleRequest } from './bad-values.ts'

// No value makes any operation fail as if it were our fault: it is refused, or there is nothing there.

/** One value in each place takes a turn in `npm test`; all of them in `npm run drills`. */
const EVERY = process.env['ALONGSIDE_DRILLS'] ? 1 : 7
const AT_ONCE = 8

const MALFORMED = ['not-an-id', '-'.repeat(36), '', '00000000-0000-4000-8000-00000000000g', 'x'.repeat(5_000)]
/** They end the session, or every one of the account. */
const ENDS_SESSIONS = /signOut|^endSession|^leave|Password|RecoveryCode/

describe('a value that nobody thought of', () => {
  let api: TestApi
  let everybody: Member
  const roots: ['query' | 'mutation', GraphQLField<unknown, unknown>][] = []
  beforeAll(async () => {
    api = await TestApi.start()
    const passwordHash = await hashPassword('a long walk before breakfast')
    everybody = await api.build.member(await api.build.organization(), [...ROLES], { passwordHash })
    const schema = await buildAlongsideSchema()
    const add = (kind: 'query' | 'mutation', type: GraphQLObjectType | null | undefined): void => {
      for (const field of Object.values(type?.getFields() ?? {}))
        if (field.args.length > 0) roots.push([kind, field])
    }
    add('query', schema.getQueryType())
    add('mutation', schema.getMutationType())
  })
  afterAll(() => api.close())

  it('is refused by every operation, in every place, and never an error of ours', async () => {
    const requests = roots
      .flatMap(([kind, field]) => badRequests(kind, field))
      .filter((_, at) => at % EVERY === 0)
    expect(requests.length).toBeGreaterThan(1_000 / EVERY)
    const failed: string[] = []
    let asked = 0
    const work = async (): Promise<void> => {
      let caller: Caller = await api.as(everybody)
      for (let request = requests.pop(); request; request = requests.pop()) {
        const answer = await caller.ask(request.query, request.variables)
        asked += 1
        const codes = answer.errors?.map(({ extensions }) => extensions.code) ?? []
        if (codes.some((code) => ['INTERNAL', 'UNAVAILABLE'].includes(code)))
          failed.push(
            `${request.place}: ${codes.join()} ${api.logLines.findLast((line) => line.includes('request failed'))?.slice(0, 300)}`,
          )
        // Some operations end the session, or every one of the account.
        if (codes.includes('UNAUTHENTICATED')) caller = await api.as(everybody)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    console.log(`bad values: ${asked} requests over ${roots.length} operations, ${failed.length} failed`)
    expect(failed).toEqual([])
  })

  it('with a zero byte or half of a pair is refused by name, in a variable and in the text of an operation', async () => {
    const caller = await api.as(everybody)
    for (const bad of ['a\u0000b', '\ud800']) {
      const answer = await caller.ask(
        'query ($c: ID!) { customRuleVersions(credentialId: $c) { totalCount } }',
        {
          c: bad,
        },
      )
      expect(answer.errors).toMatchObject([
        { extensions: { code: 'BAD_INPUT', validationErrors: [{ field: 'c', problem: 'not-text' }] } },
      ])
    }
    const literal = await received(
      api.raw
        .post('/graphql')
        .set(await api.pageOf(everybody))
        .send({ query: '{ customRuleVersions(credentialId: "a\\u0000b") { totalCount } }' }),
    )
    expect([literal.status, literal.body.errors]).toMatchObject([
      400,
      [{ extensions: { validationErrors: [{ field: 'credentialId', problem: 'not-text' }] } }],
    ])
  })

  it('that is not a valid id is answered like an unknown id by every operation', async () => {
    const caller = await api.as(everybody)
    const different: string[] = []
    let compared = 0
    for (const [at, [kind, field]] of roots.entries()) {
      if (ENDS_SESSIONS.test(field.name)) continue
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

  it('that is not a valid id is refused as an idempotency key, in an input, in a variable and in the text of an operation', async () => {
    const caller = await api.as(everybody)
    const added = '{ __typename }'
    const asked = [
      [
        `mutation ($input: CreateReportingTeamInput!) { createReportingTeam(input: $input) ${added} }`,
        '$input',
      ],
      [
        `mutation ($key: IdempotencyKey) { createReportingTeam(input: { name: "North", idempotencyKey: $key }) ${added} }`,
        '$key',
      ],
      [
        `mutation { createReportingTeam(input: { name: "North", idempotencyKey: "again" }) ${added} }`,
        'not a valid UUID',
      ],
      [
        `mutation ($key: UUID) { createReportingTeam(input: { name: "North", idempotencyKey: $key }) ${added} }`,
        '$key',
      ],
    ] as const
    for (const [query, named] of asked) {
      const variables = { input: { name: 'North', idempotencyKey: 'again' }, key: 'again' }
      const { data, errors } = await caller.ask(query, variables)
      expect(data ?? null).toBeNull()
      expect(errors?.[0]?.message).toContain(named)
    }
    const { rows } = await api.superuser.query("select 1 from reporting_team where name = 'North'")
    expect(rows).toEqual([])
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
