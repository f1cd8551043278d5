import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hashPassword } from '../../../api/src/people/sign-in/secrets.ts'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { MEMBERSHIP_HEADER } from '../../../api/src/server/request-context.ts'
import { NOW } from '../../support/fixed-today.ts'
import { type Received, received, TestApi } from '../../support/test-api.ts'

const PASSWORD = 'seven quiet herons by the river'
const WRONG = 'not this one, I am afraid'
const SIGN_IN = `mutation ($email: String!, $password: String!) {
  outcome: signIn(input: { email: $email, password: $password, device: OWN }) {
    __typename ... on SignInPaused { retryAfterSeconds } } }`
const CONFIRM = `mutation ($password: String!) {
  outcome: confirmPassword(input: { password: $password }) { __typename } }`
const RECOVER = `mutation ($email: String!, $code: String!) {
  outcome: recoverAccount(input: { email: $email, recoveryCode: $code, newPassword: "nine slow barges on the canal" }) {
    __typename } }`
interface Data {
  readonly outcome: { readonly __typename: string; readonly retryAfterSeconds?: number }
}

const failedBefore = (api: TestApi, bucket: string, count: number) =>
  api.superuser.query(
    `insert into sign_in_attempt (bucket, at) select encode(sha256($1), 'hex'), $2 from generate_series(1, $3)`,
    [Buffer.from(bucket), NOW.toISOString(), count],
  )

describe('tries at a password', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let passwordHash: string
  let peer: Member
  beforeAll(async () => {
    // The proxy of this test is this machine: it says from where each request comes.
    api = await TestApi.start({ environment: { trustedProxies: ['loopback'] } })
    organization = await api.build.organization()
    passwordHash = await hashPassword(PASSWORD)
  })
  beforeEach(async () => {
    api.at(NOW)
    peer = await api.build.member(organization, ['PEER'], { passwordHash })
  })
  afterAll(() => api.close())

  const send = (
    query: string,
    variables: object,
    { from = '203.0.113.1', cookie = '' } = {},
  ): Promise<Received<Data>> => {
    const post = api.raw.post('/graphql').set('x-forwarded-for', from)
    if (cookie) void post.set({ cookie, [MEMBERSHIP_HEADER]: peer.id })
    return received<Data>(post.send({ query, variables }))
  }
  const kindOf = ({ body }: Received<Data>) => body.data?.outcome.__typename
  const tryFrom = (from: string, password: string, email = peer.email) =>
    send(SIGN_IN, { email, password }, { from })
  const cookiesOf = ({ headers }: Received<Data>, name: string): string =>
    [headers['set-cookie'] ?? []]
      .flat()
      .find((one) => one.startsWith(name))
      ?.split(';')[0] ?? ''
  const countOf = (kinds: (string | undefined)[], kind: string) => kinds.filter((one) => one === kind).length
  const minutesLater = (minutes: number) => api.at(new Date(api.now.getTime() + minutes * 60_000))

  it('looks at one a minute for an account, from however many addresses a stranger guesses', async () => {
    const kinds: (string | undefined)[] = []
    for (let at = 0; at < 90; at++)
      kinds.push(kindOf(await tryFrom(`2001:db8:${at}:1::${at}`, at === 89 ? PASSWORD : WRONG)))
    expect([countOf(kinds, 'SignInRefused'), countOf(kinds, 'SignInPaused')]).toEqual([5, 85])
    minutesLater(6)
    expect(kindOf(await tryFrom('2001:db8:ffff::1', PASSWORD))).toBe('SignedIn')
  })

  it('counts tries of one moment one by one', async () => {
    const tries = await Promise.all(Array.from({ length: 20 }, () => tryFrom('198.51.100.9', WRONG)))
    expect(countOf(tries.map(kindOf), 'SignInRefused')).toBe(5)
  })

  it('never lets a stranger hold back a device that has signed in before', async () => {
    const signedIn = await tryFrom('203.0.113.4', PASSWORD)
    const device = cookiesOf(signedIn, 'alongside-device')
    expect(device).toMatch(/^alongside-device=[\w-]{43}$/)
    // The stranger sits in the same office, and in the whole rest of the world.
    for (let at = 0; at < 12; at++) await tryFrom(at % 2 === 0 ? '203.0.113.4' : `198.51.100.${at}`, WRONG)
    expect(kindOf(await tryFrom('203.0.113.4', PASSWORD))).toBe('SignInPaused')
    const known = await send(
      SIGN_IN,
      { email: peer.email, password: PASSWORD },
      { from: '203.0.113.4', cookie: device },
    )
    expect(kindOf(known)).toBe('SignedIn')
  })

  it('knows a device for the account that signed in on it, and slows its own wrong tries', async () => {
    const device = cookiesOf(await tryFrom('203.0.113.5', PASSWORD), 'alongside-device')
    const other = await api.build.member(organization, ['PEER'], { passwordHash })
    const tries = async (email: string) => {
      const kinds = []
      for (let at = 0; at < 12; at++)
        kinds.push(kindOf(await send(SIGN_IN, { email, password: WRONG }, { cookie: device })))
      return countOf(kinds, 'SignInRefused')
    }
    expect([await tries(peer.email), await tries(other.email)]).toEqual([10, 5])
  })

  it('looks at a hundred wrong tries in 15 minutes from one network, whatever accounts they are at', async () => {
    await failedBefore(api, 'network:2001:db8:aaaa:1::/64', 98)
    const kinds = []
    for (let at = 0; at < 6; at++)
      kinds.push(kindOf(await tryFrom(`2001:db8:aaaa:1::${at}`, WRONG, `nobody-${at}@example.org`)))
    expect([countOf(kinds, 'SignInRefused'), countOf(kinds, 'SignInPaused')]).toEqual([2, 4])
    expect(kindOf(await tryFrom('2001:db8:aaaa:2::1', PASSWORD))).toBe('SignedIn')
    minutesLater(16)
    expect(kindOf(await tryFrom('2001:db8:aaaa:1::1', PASSWORD))).toBe('SignedIn')
  })

  it('does not count what was right', async () => {
    for (let at = 0; at < 12; at++) expect(kindOf(await tryFrom('203.0.113.6', PASSWORD))).toBe('SignedIn')
  })

  it('believes nobody who writes another address before the named proxy does', async () => {
    const plain = await TestApi.start()
    const wrong = (at: number) =>
      received<Data>(
        plain.raw
          .post('/graphql')
          .set('x-forwarded-for', `198.51.100.${at}`)
          .send({ query: SIGN_IN, variables: { email: `nobody-${at}@example.org`, password: WRONG } }),
      )
    await failedBefore(plain, 'network:127.0.0.1', 99)
    const kinds = []
    for (let at = 0; at < 4; at++) kinds.push(kindOf(await wrong(at)))
    expect(countOf(kinds, 'SignInPaused')).toBe(3)
    await plain.close()
  })

  it('slows whoever is signed in by their own session only, and counts what is wrong only', async () => {
    const cookie = `alongside-sid=${await api.session(peer)}`
    const stranger = `alongside-sid=${await api.session(peer)}`
    const kinds = []
    for (let at = 0; at < 20; at++)
      kinds.push(kindOf(await send(CONFIRM, { password: WRONG }, { cookie: stranger })))
    expect(countOf(kinds, 'SignInRefused')).toBe(10)
    let current = cookie
    for (let at = 0; at < 12; at++) {
      const answer = await send(CONFIRM, { password: PASSWORD }, { cookie: current })
      expect(kindOf(answer)).toBe('PasswordConfirmed')
      current = cookiesOf(answer, 'alongside-sid')
    }
    minutesLater(16)
    expect(kindOf(await send(CONFIRM, { password: PASSWORD }, { cookie: stranger }))).toBe(
      'PasswordConfirmed',
    )
  })

  it('holds no recovery code back, however many wrong ones came before', async () => {
    const code = 'ABCDE-FGHJK-MNPQR-STVWX-YZ012-3'
    const { hashRecoveryCode } = await import('../../../api/src/people/sign-in/secrets.ts')
    await api.superuser.query('update account set recovery_code_hash = $2 where id = $1', [
      peer.accountId,
      hashRecoveryCode(code),
    ])
    for (let at = 0; at < 30; at++)
      expect(kindOf(await send(RECOVER, { email: peer.email, code: `ZZZZ${at}` }))).toBe('SignInRefused')
    expect(kindOf(await send(RECOVER, { email: peer.email, code }))).toBe('SignedIn')
  })
})

describe('many passwords at once', () => {
  it('hashes four, lets forty wait, and tells the rest to come again', async () => {
    const api = await TestApi.start()
    const tries = await Promise.all(
      Array.from({ length: 56 }, (_, at) =>
        received<Data>(
          api.raw
            .post('/graphql')
            .send({ query: SIGN_IN, variables: { email: `nobody-${at}@example.org`, password: WRONG } }),
        ),
      ),
    )
    const busy = tries.filter(({ status }) => status === 503)
    expect(busy.length).toBeGreaterThan(0)
    expect(tries.length - busy.length).toBeGreaterThanOrEqual(44)
    expect(busy[0]?.headers['retry-after']).toBe('5')
    expect(busy[0]?.body.errors?.[0]?.extensions).toMatchObject({ code: 'UNAVAILABLE', retryAfterSeconds: 5 })
    // What was not looked at does not count.
    const { rows } = await api.superuser.query<{ count: string }>(
      'select count(distinct at::text || bucket) as count from sign_in_attempt',
    )
    expect(Number(rows[0]?.count)).toBeLessThanOrEqual(tries.length - busy.length + 1)
    await api.close()
  })
})
