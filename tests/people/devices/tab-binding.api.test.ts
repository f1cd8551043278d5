import { readFileSync } from 'node:fs'
import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  parse,
  typeFromAST,
} from 'graphql'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fileEndpoints } from '../../../api/src/app/file-endpoints.ts'
import { buildAlongsideSchema } from '../../../api/src/app/schema.ts'
import { MEMBERSHIP_HEADER } from '../../../api/src/server/request-context.ts'
import { ROLES } from '../../../shared/src/people/roles.ts'
import type { Member } from '../../support/builders/builders.ts'
import { makeToken } from '../../support/builders/token-builders.ts'
import { pageHeaders, received, receivedFile, TestApi } from '../../support/test-api.ts'

// Two tabs share one cookie. What a tab sends counts only for the membership that it was drawn for.

const REFUSED = { code: 'CONFLICT', fact: 'people.sign-in.other-membership' }
/** What a page asks before it knows whose it is, or to sign in. */
const BEFORE_A_MEMBERSHIP = [
  'AcceptInvitation',
  'DemoSignIns',
  'Invitation',
  'Me',
  'PasswordReset',
  'RecoverAccount',
  'ReplacePassword',
  'SignIn',
  'SignOut',
]
const WEB_OPERATIONS = Object.values(
  JSON.parse(
    readFileSync(new URL('../../../web/src/generated/persisted-documents.json', import.meta.url), 'utf8'),
  ) as Record<string, string>,
)

describe('what a tab sends after another membership has signed in', () => {
  let api: TestApi
  let schema: GraphQLSchema
  let mine: Member
  let other: Member
  beforeAll(async () => {
    api = await TestApi.start()
    schema = await buildAlongsideSchema()
  })
  beforeEach(async () => {
    mine = await api.build.member(await api.build.organization(), ROLES)
    other = await api.build.member(await api.build.organization({ name: 'Second House' }), ROLES)
  })
  afterAll(() => api.close())

  const operations = WEB_OPERATIONS.map((text) => {
    const definition = parse(text).definitions.find(
      (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
    )
    return { text, definition, name: definition?.name?.value ?? '' }
  })
  const send = (headers: Record<string, string>, { text, definition }: (typeof operations)[number]) =>
    received(
      api.raw
        .post('/graphql')
        .set(headers)
        .send({ query: text, variables: sampleVariables(schema, definition) }),
    )
  const file = (headers: Record<string, string>, path: string) =>
    receivedFile(
      path === '/imports'
        ? api.raw
            .post(path)
            .set({ ...headers, 'content-type': 'text/csv' })
            .send('Name,Email\nAna,ana@example.org\n')
        : api.raw.post(path).set(headers).send({ format: 'json' }),
    )
  const rowCount = async (): Promise<unknown> =>
    (
      await api.superuser.query(
        `select sum((xpath('/row/n/text()', query_to_xml(format('select count(*) as n from public.%I', tablename),
           false, true, '')))[1]::text::bigint) as rows from pg_tables where schemaname = 'public'`,
      )
    ).rows[0]

  it('is refused for each operation of the web app, whichever it is, and nothing is read or written', async () => {
    expect(operations.length).toBeGreaterThan(100)
    const foreign = { ...(await api.pageOf(mine)), [MEMBERSHIP_HEADER]: other.id }
    const before = await rowCount()
    const answered: string[] = []
    for (const operation of operations) {
      const { body } = await send(foreign, operation)
      const isRefused = body.errors?.every(({ extensions }) => extensions.fact === REFUSED.fact) ?? false
      const isEmpty = Object.values(body.data ?? {}).every((value) => value === null)
      if (!isRefused || !isEmpty) answered.push(`${operation.name}: ${JSON.stringify(body).slice(0, 200)}`)
    }
    expect(answered).toEqual([])
    expect(await rowCount()).toEqual(before)
    const { rows } = await api.superuser.query(
      'select ended_at from sign_in_session where membership_id = $1',
      [mine.id],
    )
    expect(rows).toEqual([{ ended_at: null }])
  })

  it('is refused where a page does not say for whom it was drawn, but for what it asks before it knows', async () => {
    const { cookie } = await api.pageOf(mine)
    const open: string[] = []
    for (const operation of operations) {
      const { body } = await send({ cookie }, operation)
      if (body.errors?.[0]?.extensions.fact !== REFUSED.fact) open.push(operation.name)
    }
    expect(open.sort()).toEqual(BEFORE_A_MEMBERSHIP)
  })

  it('is refused for each file, in and out', async () => {
    const page = await api.pageOf(mine)
    const before = await rowCount()
    const paths = fileEndpoints(schema)
      // Whoever has left has no session: their pass names them.
      .filter(({ capability }) => capability !== null)
      .map(({ path }) => path)
    expect(paths.length).toBeGreaterThan(4)
    for (const path of paths) {
      for (const headers of [{ ...page, [MEMBERSHIP_HEADER]: other.id }, { cookie: page.cookie }]) {
        const { status, body } = await file(headers, path)
        expect([path, status, body.errors?.[0]?.extensions]).toEqual([path, 409, REFUSED])
      }
    }
    expect(await rowCount()).toEqual(before)
  })

  it('answers a page of the session, and a header that is no id like a foreign one', async () => {
    const page = await api.pageOf(mine)
    const ask = async (headers: Record<string, string>) =>
      (await received(api.raw.post('/graphql').set(headers).send({ query: '{ unseenNotificationCount }' })))
        .body
    expect(await ask(page)).toEqual({ data: { unseenNotificationCount: 0 } })
    for (const id of ['', 'x', "' or true --", other.id])
      expect((await ask({ ...page, [MEMBERSHIP_HEADER]: id })).errors?.[0]?.extensions).toEqual(REFUSED)
  })

  it('does not let another question ride along with the one that names nobody', async () => {
    const { cookie } = await api.pageOf(mine)
    const query = '{ me { displayName } unseenNotificationCount }'
    const { body } = await received(api.raw.post('/graphql').set({ cookie }).send({ query }))
    expect([body.data, body.errors?.[0]?.extensions]).toEqual([null, REFUSED])
  })

  it('lets a tab sign in anew when its session is over', async () => {
    const page = pageHeaders('x'.repeat(43), mine)
    const query = 'mutation { signOut { signedOut } }'
    expect((await received(api.raw.post('/graphql').set(page).send({ query }))).body).toEqual({
      data: { signOut: { signedOut: true } },
    })
  })

  it('asks no membership of an API token, which no page was drawn for', async () => {
    const { secret } = await makeToken(await api.as(mine))
    const query = '{ caseloadCounts { people } }'
    const answer = await api.raw.post('/graphql').set('authorization', `Bearer ${secret}`).send({ query })
    expect(JSON.stringify(answer.body)).not.toContain(REFUSED.fact)
  })

  it('is refused by the database itself', async () => {
    const entering = api.superuser.query("select from access.enter(sha256($1), $2, '{}', null, $3)", [
      await api.session(mine),
      api.now,
      other.id,
    ])
    await expect(entering).rejects.toMatchObject({ code: 'AL409' })
  })
})

/** Values of the right form for the variables of an operation. */
function sampleVariables(schema: GraphQLSchema, definition: OperationDefinitionNode | undefined) {
  return Object.fromEntries(
    (definition?.variableDefinitions ?? []).map(({ variable, type }) => {
      const named = typeFromAST(schema, type as never) as GraphQLInputType | undefined
      return [variable.name.value, named ? sampleOf(named) : null]
    }),
  )
}

function sampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType)
  if (isListType(type)) return [sampleOf(type.ofType)]
  if (isEnumType(type)) return type.getValues()[0]?.name
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type))
    // Exactly one of several: the first stands for the others.
    const chosen = type.isOneOf ? Object.values(type.getFields()).slice(0, 1) : required
    return Object.fromEntries(chosen.map((field) => [field.name, sampleOf(field.type)]))
  }
  return SCALARS[type.name] ?? 'x'
}

const SCALARS: Readonly<Record<string, unknown>> = {
  UUID: '00000000-0000-4000-8000-000000000000',
  IdempotencyKey: '00000000-0000-4000-8000-000000000000',
  Int: 30,
  Float: 1,
  Boolean: true,
  LocalDate: '2026-06-17',
  DateTime: '2026-06-17T12:00:00Z',
}
