import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cast } from '../support/builders/builders.ts'
import { type PageHeaders, received, TestApi } from '../support/test-api.ts'

// Each attack of the security page's GraphQL list, over HTTP.

describe('GraphQL limits', () => {
  let api: TestApi
  let page: PageHeaders
  beforeAll(async () => {
    api = await TestApi.start()
    const { actors } = await cast(api.build)
    page = await api.pageOf(actors.peer)
  })
  afterAll(() => api.close())

  const post = (body: unknown) =>
    received(
      api.raw
        .post('/graphql')
        .set(page)
        .set('content-type', 'application/json')
        .send(typeof body === 'string' ? body : JSON.stringify(body)),
    )
  const ask = (query: string) => post({ query })

  it.each(['get', 'put', 'delete', 'patch'] as const)(
    'answers %s with 405, so that no cookie is read by a GET',
    async (method) => {
      const response = await received(api.raw[method]('/graphql?query={me{displayName}}').set(page))
      expect(response.status).toBe(405)
      expect(response.body.data).toBeUndefined()
    },
  )

  it('refuses a body of 10 MB as JSON 413 that names the limit', async () => {
    const response = await post(
      JSON.stringify({ query: `{ me { displayName } } #${'x'.repeat(10_000_000)}` }),
    )
    expect(response.status).toBe(413)
    expect(response.body.errors?.[0]).toMatchObject({
      message: 'The body is larger than 100000 bytes.',
      extensions: { code: 'TOO_LARGE' },
    })
  })

  it('refuses malformed JSON, wrong content types and batches', async () => {
    expect((await post('{"query": ')).status).toBe(400)
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/graphql',
    ]) {
      const response = await api.raw.post('/graphql').set('content-type', type).send('{ me { displayName } }')
      expect([type, response.status]).toEqual([type, 415])
    }
    expect((await post([{ query: '{ __typename }' }, { query: '{ __typename }' }])).status).toBe(400)
  })

  it('refuses requests that come from another site', async () => {
    const foreign = await api.raw
      .post('/graphql')
      .set('origin', 'https://elsewhere.example')
      .send({ query: '{ __typename }' })
    const crossSite = await api.raw
      .post('/graphql')
      .set('sec-fetch-site', 'cross-site')
      .send({ query: '{ __typename }' })
    expect([foreign.status, crossSite.status]).toEqual([403, 403])
    const own = await api.raw
      .post('/graphql')
      .set('origin', 'http://localhost:4000')
      .send({ query: '{ __typename }' })
    expect(own.body).toEqual({ data: { __typename: 'Query' } })
  })

  it('refuses operations deeper than seven levels, connections not counted', async () => {
    const { body } = await ask(
      '{ __schema { types { fields { type { ofType { ofType { ofType { name } } } } } } } me { organization { helpContacts { label } } } }',
    )
    expect(body.errors).toBeUndefined()
    const deep = await ask(`{ ${'a { '.repeat(8)} b ${'} '.repeat(8)} }`)
    expect(deep.body.errors?.map((error) => error.message)).toContain(
      'The operation is deeper than 7 levels.',
    )
  })

  it('refuses a fragment bomb and a fragment circle at once', async () => {
    const bomb = Array.from(
      { length: 30 },
      (_, index) => `fragment F${index} on Me { ...F${index + 1} ...F${index + 1} }`,
    ).join(' ')
    const started = Date.now()
    const exploded = await ask(`{ me { ...F0 } } ${bomb} fragment F30 on Me { displayName }`)
    const circle = await ask('{ me { ...A } } fragment A on Me { ...B } fragment B on Me { ...A }')
    expect(exploded.body.errors?.length).toBeGreaterThan(0)
    expect(circle.body.errors?.length).toBeGreaterThan(0)
    expect(Date.now() - started).toBeLessThan(5_000)
  })

  it('refuses more than ten aliases', async () => {
    const aliases = (count: number): string =>
      Array.from({ length: count }, (_, index) => `a${index}: displayName`).join(' ')
    expect((await ask(`{ me { ${aliases(10)} } }`)).body.errors).toBeUndefined()
    expect((await ask(`{ me { ${aliases(11)} } }`)).body.errors?.length).toBeGreaterThan(0)
  })

  it('refuses what costs too much, and many lists at once whatever their size is called', async () => {
    const sessions =
      'mySessions(first: 100) { edges { node { id heldOn minutes segments { type minutes notes { note activities } } } } }'
    expect((await ask(`{ ${sessions} }`)).body.errors?.[0]?.message).toContain('Cost limit')
    const lists = Array.from(
      { length: 4 },
      (_, index) => `l${index}: mySessions(first: $n) { totalCount }`,
    ).join(' ')
    const many = await post({ query: `query ($n: Int!) { ${lists} }`, variables: { n: 100 } })
    expect(many.body.errors?.map((error) => error.message)).toEqual([
      'An operation asks for at most 3 lists.',
    ])
  })

  it('lets each operation of the web app pass', async () => {
    const file = new URL('../../web/dist/operations.json', import.meta.url)
    const operations = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
    expect(operations.length).toBeGreaterThan(100)
    const refused: string[] = []
    for (const query of operations) {
      // Nobody is signed in and no variable is given: what is refused for that has passed the limits.
      const { body } = await received(api.raw.post('/graphql').send({ query }))
      const message = body.errors?.[0]?.message ?? ''
      if (!/^Variable "|^Please sign in|^$/.test(message)) refused.push(`${query.slice(0, 60)}: ${message}`)
    }
    expect(refused).toEqual([])
  })

  it('refuses more than a thousand tokens without an internal error', async () => {
    const response = await ask(`{ me { ${'displayName '.repeat(1_200)} } }`)
    expect(response.status).toBe(400)
    expect(response.body.errors?.[0]?.extensions.code).toBe('GRAPHQL_PARSE_FAILED')
  })

  it('lets a field at which one could guess stand alone only', async () => {
    const guess = (password: string): string =>
      `signIn(input: { email: "a@example.org", password: "${password}" }) { __typename }`
    const many = await ask(`mutation { one: ${guess('one')} two: ${guess('two')} }`)
    const hidden = await ask(
      `mutation { ...M ...N } fragment M on Mutation { one: ${guess('1')} } fragment N on Mutation { two: ${guess('2')} }`,
    )
    for (const { body } of [many, hidden]) {
      expect(body.errors?.[0]?.message).toBe('This field must be the only one of its operation.')
      expect(body.data).toBeUndefined()
    }
  })

  it('suggests no names and quotes no values', async () => {
    const misspelt = await ask('{ me { displayNam } }')
    expect(JSON.stringify(misspelt.body)).not.toContain('Did you mean')
    const secret = 'marker-5521-do-not-repeat'
    const wrong = await post({
      query: 'query ($token: String!) { invitation(token: $token) { email } }',
      variables: { token: { secret } },
    })
    expect(wrong.body.errors).toMatchObject([{ message: 'Variable "$token" has an invalid value.' }])
    const literals = [
      `mutation { logSupervisionSession(input: { heldOn: "${secret}" }) { __typename } }`,
      `{ sessionsOf(peerId: "${secret}") { totalCount } }`,
      `mutation { inviteMember(input: { email: "a", displayName: "b", roles: [${secret.replace(/-/g, '_')}] }) { invitation { id } } }`,
      `{ me { displayName } } "${secret}"`,
    ]
    for (const literal of literals) {
      const { body } = await ask(literal)
      expect(body.errors?.length).toBeGreaterThan(0)
      expect(JSON.stringify(body)).not.toMatch(/marker.5521/)
    }
    expect(JSON.stringify(wrong.body)).not.toContain(secret)
    expect(api.logLines.join('')).not.toContain(secret)
  })

  it('answers a failing statement with a reference that the log has, and with nothing of the database', async () => {
    await api.superuser.query('alter table help_contact rename to hidden_contact')
    const { body } = await ask('{ me { organization { helpContacts { label } } } }')
    await api.superuser.query('alter table hidden_contact rename to help_contact')
    const [error] = body.errors ?? []
    expect(error?.message).toBe(`Something went wrong. Reference: ${error?.extensions.requestId}`)
    expect(JSON.stringify(body)).not.toMatch(/help_contact|select|relation/i)
    expect(api.logLines.join('')).toContain(error?.extensions.requestId)
    expect(api.logLines.join('')).not.toMatch(/relation .* does not exist/)
  })
})

describe('in production', () => {
  let api: TestApi
  const operation = 'query Known { me { displayName } }'
  beforeAll(async () => {
    const webDirectory = mkdtempSync(join(tmpdir(), 'alongside-web-'))
    writeFileSync(join(webDirectory, 'operations.json'), JSON.stringify({ known1: operation }))
    writeFileSync(join(webDirectory, 'index.html'), '<!doctype html><title>Alongside</title>')
    api = await TestApi.start({ environment: { isProduction: true, webDirectory } })
  })
  afterAll(() => api.close())

  const send = async (body: object) => (await received(api.raw.post('/graphql').send(body))).body

  it("answers the web app's own operations and no other", async () => {
    expect(await send({ documentId: 'known1' })).toEqual({ data: { me: null } })
    for (const body of [
      { query: operation },
      { query: '{ __schema { types { name } } }' },
      { documentId: 'other' },
      {},
    ]) {
      expect(await send(body)).toMatchObject({ errors: [{ extensions: { code: 'OPERATION_NOT_KNOWN' } }] })
    }
  })

  it('keeps the list of operations to itself and sends a strict policy with every page', async () => {
    expect((await api.raw.get('/operations.json')).status).toBe(404)
    const page = await api.raw.get('/team/anything').set('accept', 'text/html')
    expect(page.status).toBe(200)
    expect(page.headers['content-security-policy']).toContain("script-src 'self'")
    expect(page.headers['content-security-policy']).toContain("worker-src 'self'")
    expect(page.headers['content-security-policy']).not.toContain('unsafe')
    expect(page.headers['cache-control']).toBe('no-cache')
  })
})
