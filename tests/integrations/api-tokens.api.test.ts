import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hashPassword } from '../../api/src/people/sign-in/secrets.ts'
import { buildAlongsideSchema } from '../../api/src/app/schema.ts'
import { TOKEN_CAPABILITIES, TOKEN_QUERIES } from '../../shared/src/integrations/token-capabilities.ts'
import { rootOperation } from '../authorization/paths/schema-paths.ts'
import type { BuiltOrganization, Member } from '../support/builders/builders.ts'
import { type Caller, TestApi } from '../support/test-api.ts'
import { askWithToken, codesIn, MAKE_TOKEN, makeToken } from '../support/builders/token-builders.ts'

const CATALOGUE = '{ credentialCatalogue(filter: { state: "OH" }) { edges { node { id } } } }'
const RENEWALS = '{ renewals(first: 5) { totalCount } }'
const NOBODY_KNOWN = '00000000-0000-4000-8000-000000000000'

describe('a token of an integration', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let manager: Member
  let maker: Caller
  beforeAll(async () => {
    api = await TestApi.start()
  })
  afterAll(() => api.close())
  beforeEach(async () => {
    api.at('2026-06-17T13:00:00Z')
    organization = await api.build.organization()
    manager = await api.build.member(organization, ['MANAGER'])
    maker = await api.as(manager)
  })

  it('is shown once, kept as a hash, and reads what its capabilities name', async () => {
    const { secret, token } = await makeToken(maker, ['certification.read'])
    expect(secret).toMatch(/^als_[A-Za-z0-9_-]{43}$/)
    const answer = await askWithToken(api, secret, RENEWALS)
    expect(answer.body).toEqual({ data: { renewals: { totalCount: 0 } } })
    expect(codesIn((await askWithToken(api, secret, CATALOGUE)).body)).toEqual(['FORBIDDEN'])
    const { rows } = await api.superuser.query('select * from api_token where id = $1', [token.id])
    expect(rows[0]).toMatchObject({ roles: ['MANAGER'], made_by: manager.id })
    expect(JSON.stringify(rows[0])).not.toContain(secret)
    const list = await maker.data<{ integrations: { tokens: object[] } }>(
      '{ integrations { address tokens { lastUsedAt createdAt createdBy { id displayName } } } }',
    )
    expect(list.integrations.tokens[0]).toEqual({
      lastUsedAt: '2026-06-17T13:00:00.000Z',
      createdAt: '2026-06-17T13:00:00.000Z',
      createdBy: { id: manager.id, displayName: manager.displayName },
    })
  })

  it('costs one statement more than a session does: the count', async () => {
    const { secret } = await makeToken(maker, ['certification.read'])
    const bySession = await api.statementsOf(() => maker.data(RENEWALS))
    const byToken = await api.statementsOf(() => askWithToken(api, secret, RENEWALS))
    expect(byToken.flat()).toHaveLength(bySession.flat().length + 1)
    expect(byToken).toHaveLength(bySession.length + 1)
  })

  it('reads its own organization only', async () => {
    const elsewhere = await api.build.organization()
    const [ours, theirs] = [await api.build.peer(organization), await api.build.peer(elsewhere)]
    for (const peer of [ours, theirs])
      await api.build.insert('certification', {
        organization_id: peer.organizationId,
        peer_id: peer.id,
        credential_id: 'us-oh-cprs',
        issued_on: '2026-01-01',
        recorded_by: peer.id,
        recorded_at: api.now,
      })
    const { secret } = await makeToken(maker)
    const { body } = await askWithToken(api, secret, '{ renewals { edges { node { peer { id } } } } }')
    expect(body.data).toEqual({ renewals: { edges: [{ node: { peer: { id: ours.id } } }] } })
  })

  it('is asked for anew at each request: revoked, over, its maker disabled, gone or without the role', async () => {
    const works = async (secret: string): Promise<string[]> =>
      codesIn((await askWithToken(api, secret, RENEWALS)).body)
    const made = async () => (await makeToken(maker, ['certification.read'], 7)).secret
    const [revoked, orphaned] = [await makeToken(maker), await made()]
    const revoke = `mutation ($id: UUID!) { revokeApiToken(input: { apiTokenId: $id }) { token { isOpen } } }`
    expect(await maker.data(revoke, { id: revoked.token.id })).toEqual({
      revokeApiToken: { token: { isOpen: false } },
    })
    expect(await works(revoked.secret)).toEqual(['UNAUTHENTICATED'])

    const change = (set: string) =>
      api.superuser.query(`update membership set ${set} where id = $1`, [manager.id])
    expect(await works(orphaned)).toEqual([])
    await change("roles = array['SUPERVISOR']")
    expect(await works(orphaned)).toEqual(['FORBIDDEN'])
    await change("roles = array['MANAGER'], disabled_at = now()")
    expect(await works(orphaned)).toEqual(['UNAUTHENTICATED'])
    await change('disabled_at = null')
    await api.superuser.query('update account set disabled_at = now() where id = $1', [manager.accountId])
    expect(await works(orphaned)).toEqual(['UNAUTHENTICATED'])
    await api.superuser.query('update account set disabled_at = null where id = $1', [manager.accountId])
    await api.build.insert('employment', {
      organization_id: organization.id,
      member_id: manager.id,
      leaves_on: '2026-06-16',
    })
    expect(await works(orphaned)).toEqual(['UNAUTHENTICATED'])
    await api.superuser.query('delete from employment where member_id = $1', [manager.id])
    expect(await works(orphaned)).toEqual([])
    api.at('2026-06-24T13:00:00Z')
    expect(await works(orphaned)).toEqual(['UNAUTHENTICATED'])
  })

  it('ends when its maker signs out everywhere or changes their password, and nobody else’s does', async () => {
    const works = async (secret: string): Promise<string[]> =>
      codesIn((await askWithToken(api, secret, RENEWALS)).body)
    const [PASSWORD, NEW] = ['seven quiet herons by the river', 'nine loud herons at the lake']
    const other = await makeToken(await api.as(await api.build.member(organization, ['MANAGER'])))
    manager = await api.build.member(organization, ['MANAGER'], {
      passwordHash: await hashPassword(PASSWORD),
    })
    for (const leave of [
      'mutation { signOutEverywhere { revokedTokens } }',
      `mutation { updateOwnPassword(input: { currentPassword: "${PASSWORD}", newPassword: "${NEW}" }) {
        ... on OwnPasswordUpdated { revokedTokens } } }`,
    ]) {
      const { secret } = await makeToken(await api.as(manager))
      expect(await works(secret)).toEqual([])
      const answer = await (await api.as(manager)).data<Record<string, { revokedTokens: number }>>(leave)
      expect(Object.values(answer)[0]?.revokedTokens).toBe(1)
      expect(await works(secret)).toEqual(['UNAUTHENTICATED'])
    }
    expect(await works(other.secret)).toEqual([])
    const { rows } = await api.superuser.query<{ facts: { revoked_at?: unknown } }>(
      "select facts from audit_entry where organization_id = $1 and subject = 'api_token' and action = 'CHANGED'",
      [organization.id],
    )
    expect(rows.filter(({ facts }) => facts.revoked_at)).toHaveLength(2)
  })

  it('opens the listed queries and not one other root field, with every capability there is', async () => {
    const all = await api.as(
      await api.build.member(organization, ['MANAGER', 'ADMIN', 'AUDITOR', 'SUPERVISOR', 'PEER']),
    )
    const { secret } = await makeToken(all, TOKEN_CAPABILITIES)
    const schema = await buildAlongsideSchema()
    const open: string[] = []
    const kinds = { query: schema.getQueryType(), mutation: schema.getMutationType() }
    for (const [kind, type] of Object.entries(kinds))
      for (const field of Object.values(type?.getFields() ?? {})) {
        const operation = rootOperation(kind as keyof typeof kinds, field, NOBODY_KNOWN)
        const { body } = await askWithToken(api, secret, operation)
        if (!codesIn(body).some((code) => code === 'FORBIDDEN')) open.push(field.name)
      }
    expect(open.sort()).toEqual(Object.values(TOKEN_QUERIES).flat().sort())
  })

  it('is refused a field that is hidden behind a fragment, an alias or a listed one', async () => {
    const { secret } = await makeToken(maker)
    for (const query of [
      'query { ...on Query { me { displayName } } }',
      'query { ...f } fragment f on Query { me { displayName } }',
      `query { renewals: me { displayName } }`,
      `query { renewals(first: 1) { totalCount } integrations { address } }`,
      `query { peer(peerId: "${NOBODY_KNOWN}") { displayName } }`,
      'mutation { signOut { signedOut } }',
    ])
      expect(codesIn((await askWithToken(api, secret, query)).body), query).toEqual(['FORBIDDEN'])
  })

  it('reads who works where, and nothing of their leave or their counts', async () => {
    const peer = await api.build.peer(organization)
    await api.build.placement(peer, await api.build.hostAgency(organization))
    const { secret } = await makeToken(maker, ['people.read'])
    const of = (fields: string) => askWithToken(api, secret, `{ peers { edges { node { ${fields} } } } }`)
    expect((await of('displayName hostAgencies { name }')).body.errors).toBeUndefined()
    for (const fields of ['placements', 'voidedPlacements', 'leavePeriods'])
      expect(codesIn((await of(`${fields} { id }`)).body), fields).toEqual(['FORBIDDEN'])
    expect(codesIn((await of('caseloadCounts { people }')).body)).toEqual(['FORBIDDEN'])
  })

  it('comes without a session and from anywhere; a session still comes from our own pages', async () => {
    const { secret } = await makeToken(maker)
    const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
    expect((await askWithToken(api, secret, RENEWALS, { headers: elsewhere })).status).toBe(200)
    const page = await api.pageOf(manager)
    const both = await askWithToken(api, secret, RENEWALS, { headers: page })
    expect([both.status, codesIn(both.body)]).toEqual([400, ['BAD_REQUEST']])
    const post = api.raw.post('/graphql').set('content-type', 'application/json').set(elsewhere)
    expect((await post.set(page).send(JSON.stringify({ query: RENEWALS }))).status).toBe(403)
    for (const authorization of [
      'Bearer als_x',
      'Basic eA==',
      'Bearer',
      `Bearer ${await api.session(manager)}`,
    ]) {
      const sent = api.raw.post('/graphql').set('content-type', 'application/json')
      expect((await sent.set('authorization', authorization).send('{}')).status, authorization).toBe(401)
    }
  })

  it('asks 600 times in ten minutes and is then told how long to wait', async () => {
    const { secret, token } = await makeToken(maker)
    await askWithToken(api, secret, CATALOGUE)
    await api.superuser.query('update api_token set counted = 599 where id = $1', [token.id])
    api.at('2026-06-17T13:09:00Z')
    expect((await askWithToken(api, secret, CATALOGUE)).status).toBe(200)
    const tooMany = await askWithToken(api, secret, CATALOGUE)
    expect([tooMany.status, tooMany.headers['retry-after'], codesIn(tooMany.body)]).toEqual([
      429,
      '60',
      ['TOO_MANY_REQUESTS'],
    ])
    api.at('2026-06-17T13:10:00Z')
    expect((await askWithToken(api, secret, CATALOGUE)).status).toBe(200)
  })

  it('is made by somebody who has just given their password, with nothing that they lack themselves', async () => {
    const ask = async (caller: Caller, capabilities: string[], days = 30, name = 'Payroll') =>
      codesIn(await caller.ask(MAKE_TOKEN, { input: { name, capabilities, days } }))
    expect(await ask(await api.as(manager, { confirmed: false }), ['certification.read'])).toEqual([
      'CONFIRM_PASSWORD',
    ])
    const admin = await api.as(await api.build.member(organization, ['ADMIN']))
    expect(await ask(admin, ['certification.read'])).toEqual(['BAD_INPUT'])
    expect(await ask(admin, ['credential-catalogue.read'])).toEqual([])
    expect(await ask(maker, ['check-in.own'])).toEqual(['BAD_INPUT'])
    expect(await ask(maker, [])).toEqual(['BAD_INPUT'])
    expect(await ask(maker, ['certification.read'], 6)).toEqual(['BAD_INPUT'])
    expect(await ask(maker, ['certification.read'], 367)).toEqual(['BAD_INPUT'])
    expect(await ask(maker, ['certification.read'], 7, ' ')).toEqual(['BAD_INPUT'])
    const auditor = await api.as(await api.build.member(organization, ['AUDITOR', 'MANAGER']))
    const { token } = await makeToken(auditor, ['certification.read'])
    const { rows } = await api.superuser.query('select roles from api_token where id = $1', [token.id])
    expect(rows).toEqual([{ roles: ['AUDITOR'] }])
  })
})

describe('in production', () => {
  it('lets a token ask any operation within the limits, and a session only known ones', async () => {
    const api = await TestApi.start({ environment: { isProduction: true } })
    try {
      const manager = await api.build.member(await api.build.organization(), ['MANAGER'])
      const secret = `als_${await api.session(manager)}`
      await api.superuser.query(
        `insert into api_token (organization_id, name, token_hash, capabilities, roles, made_by, made_at, expires_at)
         values ($1, 'x', sha256($2::bytea), array['certification.read'], array['MANAGER'], $3, $4, $4::timestamptz + interval '7 days')`,
        [manager.organizationId, secret, manager.id, api.now.toISOString()],
      )
      expect((await askWithToken(api, secret, RENEWALS)).body).toEqual({
        data: { renewals: { totalCount: 0 } },
      })
      const four = `{ a: renewals(first: 1) { totalCount } b: renewals(first: 1) { totalCount }
        c: renewals(first: 1) { totalCount } d: renewals(first: 1) { totalCount } }`
      expect(codesIn((await askWithToken(api, secret, four)).body)).toEqual(['GRAPHQL_VALIDATION_FAILED'])
      expect(codesIn((await askWithToken(api, secret, '{ __schema { types { name } } }')).body)).not.toEqual(
        [],
      )
      expect(codesIn(await (await api.as(manager)).ask(RENEWALS))).toEqual(['OPERATION_NOT_KNOWN'])
    } finally {
      await api.close()
    }
  })
})
