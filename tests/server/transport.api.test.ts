import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../support/builders/builders.ts'
import { askWithToken, makeToken } from '../support/builders/token-builders.ts'
import { received, TestApi } from '../support/test-api.ts'

const ARRIVAL = { headersMs: 400, requestMs: 400, fileMs: 2_000, everyMs: 100 }

describe('a request that arrives slowly', () => {
  let api: TestApi
  let port: number
  beforeAll(async () => {
    api = await TestApi.start({ arrival: ARRIVAL })
    port = Number(new URL(await api.listen()).port)
  })
  afterAll(() => api.close())

  /** Sends a beginning, then a byte at a time; answers what came back, and after how long the connection was closed. */
  const trickle = async (beginning: string) => {
    const started = Date.now()
    const socket = connect(port, '127.0.0.1')
    let text = ''
    socket.on('data', (chunk: Buffer) => (text += chunk.toString())).on('error', () => undefined)
    socket.write(beginning)
    const timer = setInterval(() => socket.write('x'), 50)
    await new Promise((resolve) => socket.once('close', resolve))
    clearInterval(timer)
    return { status: Number(/^HTTP\/1.1 (\d+)/.exec(text)?.[1]), ms: Date.now() - started, text }
  }
  const head = (path: string, type: string) =>
    `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: ${type}\r\ncontent-length: 100000\r\n\r\n{`

  it('is given up with 408 and its connection closed', async () => {
    const { status, ms, text } = await trickle(head('/graphql', 'application/json'))
    expect([status, ms >= 350, ms < 2_000]).toEqual([408, true, true])
    expect(text).toContain('"TOO_SLOW"')
  })

  it('has as long for its headers, wherever it goes', async () => {
    const { status, ms } = await trickle('POST /imports HTTP/1.1\r\nx-long: ')
    expect([status, ms >= 350, ms < 2_000]).toEqual([408, true, true])
  })

  it('has longer where it brings a file', async () => {
    const cookie = `cookie: alongside-sid=${await api.session((await cast(api.build)).actors.admin)}`
    const { ms } = await trickle(head('/imports', 'text/csv').replace('\r\n\r\n', `\r\n${cookie}\r\n\r\n`))
    expect([ms >= 1_500, ms < 8_000]).toEqual([true, true])
  })
})

describe('what every answer carries', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await TestApi.start()
  })
  afterAll(() => api.close())

  it('is kept by nobody, may use nothing of the device, and is no page', async () => {
    const post = (path: string) => received(api.raw.post(path).send({ query: '{ __typename }' }))
    const get = (path: string) => received(api.raw.get(path))
    for (const answer of [
      post('/graphql'),
      get('/graphql'),
      post('/my-data'),
      get('/livez'),
      get('/nowhere'),
    ]) {
      const { headers } = await answer
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['permissions-policy']).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/)
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
  })

  it('is the same where the address cannot be read, and says nothing of it', async () => {
    for (const path of ['/assets/%', '/%E0%A4%A', '/graphql/%ff']) {
      const { status, headers, body } = await received(api.raw.get(path))
      expect([status, body.errors?.[0]]).toMatchObject([
        400,
        { message: 'This address cannot be read.', extensions: { code: 'BAD_REQUEST' } },
      ])
      expect(JSON.stringify(body)).not.toContain('%')
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining("default-src 'none'") as string,
        'permissions-policy': expect.stringContaining('camera=()') as string,
      })
    }
  })

  it('leads an address with doubled slashes to the one that was meant, and nowhere else', async () => {
    for (const [path, place] of [
      ['//invitation?a=b//c', '/invitation?a=b//c'],
      ['/renewals//', '/renewals/'],
      ['//evil.example/x', '/evil.example/x'],
      ['/\\evil.example', '/evil.example'],
    ] as const) {
      const { status, headers } = await received(api.raw.get(path))
      expect([path, status, headers['location']]).toEqual([path, 308, place])
    }
  })

  it('has the status of its error where nothing was carried out', async () => {
    const { organization } = await cast(api.build)
    const maker = await api.build.member(organization, ['MANAGER', 'ADMIN', 'AUDITOR'])
    const { secret } = await makeToken(await api.as(maker))
    const refused = await askWithToken(api, secret, '{ me { displayName } }')
    expect([refused.status, refused.body.errors?.[0]?.extensions.code]).toEqual([403, 'FORBIDDEN'])
    const unclear = await received(
      api.raw.post('/graphql').send({ query: 'query A { __typename } query B { __typename }' }),
    )
    expect([unclear.status, unclear.body.errors?.[0]?.extensions.code]).toEqual([
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ])
  })
})

describe('the origin of a request', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await TestApi.start({ environment: { publicUrl: 'https://alongside.example.org', isSecure: true } })
  })
  afterAll(() => api.close())

  const statusFrom = async (instance: TestApi, origin: string, host: string) =>
    (
      await received(
        instance.raw
          .post('/graphql')
          .set('origin', origin)
          .set('host', host)
          .send({ query: '{ __typename }' }),
      )
    ).status

  it('is PUBLIC_URL, and never what a Host header says', async () => {
    const from = (origin: string, host = 'alongside.example.org') => statusFrom(api, origin, host)
    expect(await from('https://alongside.example.org')).toBe(200)
    expect(await from('https://evil.example', 'evil.example')).toBe(403)
    expect(await from('http://evil.example:4000', 'evil.example:4000')).toBe(403)
    expect(await from('http://alongside.example.org')).toBe(403)
    expect(await from('null')).toBe(403)
  })

  it('may have any name of this machine where PUBLIC_URL has one', async () => {
    const local = await TestApi.start({ environment: { publicUrl: 'http://localhost:4000' } })
    const from = (origin: string) => statusFrom(local, origin, 'localhost:4000')
    expect(await from('http://localhost:4000')).toBe(200)
    expect(await from('http://127.0.0.1:4000')).toBe(200)
    expect(await from('http://[::1]:4000')).toBe(200)
    expect(await from('http://localhost:5000')).toBe(403)
    expect(await from('http://evil.example:4000')).toBe(403)
    await local.close()
  })
})
