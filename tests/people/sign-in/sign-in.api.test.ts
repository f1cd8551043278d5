import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashPassword } from '../../../api/src/people/sign-in/secrets.ts'
import type { BuiltOrganization } from '../../support/builders/builders.ts'
import { NOW } from '../../support/fixed-today.ts'
import { received, TestApi } from '../../support/test-api.ts'

const PASSWORD = 'seven quiet herons by the river'
const SIGN_IN = `mutation ($email: String!, $password: String!) {
  signIn(input: { email: $email, password: $password }) {
    __typename ... on SignedIn { me { displayName roles } } ... on SignInPaused { retryAfterSeconds }
  }
}`
interface SignInData {
  signIn: { __typename: string; me?: { displayName: string }; retryAfterSeconds?: number }
}

describe('signing in', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let passwordHash: string

  beforeAll(async () => {
    api = await TestApi.start()
    organization = await api.build.organization()
    passwordHash = await hashPassword(PASSWORD)
  })
  afterAll(() => api.close())

  it('lets an account in with its password and keeps it in with the cookie', async () => {
    const peer = await api.build.member(organization, ['PEER'], { passwordHash })
    const response = await received<SignInData>(
      api.raw.post('/graphql').send({ query: SIGN_IN, variables: { email: peer.email, password: PASSWORD } }),
    )
    const cookie = response.headers['set-cookie']?.[0] ?? ''
    expect(response.body.data?.signIn.me?.displayName).toBe(peer.displayName)
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
    const again = await received(
      api.raw
        .post('/graphql')
        .set('cookie', cookie.split(';')[0] ?? '')
        .send({ query: '{ me { displayName today } }' }),
    )
    expect(again.body.data?.['me']).toEqual({ displayName: peer.displayName, today: '2026-06-17' })
  })

  it('answers a wrong password and an unknown address alike', async () => {
    const peer = await api.build.member(organization, ['PEER'], { passwordHash })
    const wrong = await api
      .signedOut()
      .ask<SignInData>(SIGN_IN, { email: peer.email, password: 'not this one, sorry' })
    const unknown = await api
      .signedOut()
      .ask<SignInData>(SIGN_IN, { email: 'nobody@example.org', password: PASSWORD })
    expect(wrong).toEqual(unknown)
    expect(wrong.data?.signIn.__typename).toBe('SignInRefused')
  })

  it('looks at ten tries in fifteen minutes and pauses the eleventh, the right password included', async () => {
    const peer = await api.build.member(organization, ['PEER'], { passwordHash })
    const tries = await Promise.all(
      Array.from({ length: 14 }, () =>
        api.signedOut().data<SignInData>(SIGN_IN, { email: peer.email, password: 'wrong but plausible' }),
      ),
    )
    expect(tries.filter(({ signIn }) => signIn.__typename === 'SignInRefused')).toHaveLength(10)
    expect(tries.filter(({ signIn }) => signIn.__typename === 'SignInPaused')).toHaveLength(4)
    api.at(new Date(NOW.getTime() + 16 * 60_000))
    const later = await api.signedOut().data<SignInData>(SIGN_IN, { email: peer.email, password: PASSWORD })
    api.at(NOW)
    expect(later.signIn.__typename).toBe('SignedIn')
  })

  it('slows an account down after fifty tries a day and never locks it', async () => {
    const peer = await api.build.member(organization, ['PEER'], { passwordHash })
    await api.superuser.query(
      `insert into sign_in_attempt (bucket, at) select encode(sha256($1), 'hex'), $2 from generate_series(1, 50)`,
      [Buffer.from(`email:${peer.email}`), NOW.toISOString()],
    )
    const tryNow = () => api.signedOut().data<SignInData>(SIGN_IN, { email: peer.email, password: PASSWORD })
    expect((await tryNow()).signIn.__typename).toBe('SignedIn')
    const { signIn } = await tryNow()
    expect(signIn).toEqual({ __typename: 'SignInPaused', retryAfterSeconds: 60 })
  })

  it('ends every session of the account at once', async () => {
    const peer = await api.build.member(organization, ['PEER'])
    const [phone, desk] = [await api.as(peer), await api.as(peer)]
    expect(await phone.data('mutation { signOutEverywhere { endedSessions } }')).toEqual({
      signOutEverywhere: { endedSessions: 2 },
    })
    expect(await desk.data('{ me { displayName } }')).toEqual({ me: null })
  })

  it('acts on a disabled membership at the next request', async () => {
    const peer = await api.build.member(organization, ['PEER'])
    const caller = await api.as(peer)
    await api.superuser.query('update membership set disabled_at = now() where id = $1', [peer.id])
    expect(await caller.data('{ me { displayName } }')).toEqual({ me: null })
  })

  it('brings somebody in by an invitation, once, with a recovery code that opens the account again', async () => {
    const admin = await api.as(await api.build.member(organization, ['ADMIN']))
    const { inviteMember } = await admin.data<{ inviteMember: { invitation: { link: string } } }>(
      `mutation { inviteMember(input: { email: "New.Peer@example.org", displayName: "New", roles: [PEER] }) { invitation { link } } }`,
    )
    const token = inviteMember.invitation.link.split('#')[1]
    const accept = `mutation ($token: String!) { acceptInvitation(input: { token: $token, displayName: "Newly Here", password: "${PASSWORD}" }) {
      __typename ... on SignedIn { recoveryCode me { displayName roles } } } }`
    interface Accepted {
      acceptInvitation: { __typename: string; recoveryCode: string; me: { roles: string[] } }
    }
    const first = await api.signedOut().data<Accepted>(accept, { token })
    expect(first.acceptInvitation).toMatchObject({
      __typename: 'SignedIn',
      me: { displayName: 'Newly Here', roles: ['PEER'] },
    })
    const second = await api.signedOut().data<Accepted>(accept, { token })
    expect(second.acceptInvitation.__typename).toBe('SignInRefused')
    const recover = `mutation ($code: String!) { recoverAccount(input: { email: "new.peer@example.org", recoveryCode: $code, newPassword: "${PASSWORD} again" }) { __typename } }`
    const code = first.acceptInvitation.recoveryCode
    expect(await api.signedOut().data(recover, { code: code.toLowerCase() })).toMatchObject({
      recoverAccount: { __typename: 'SignedIn' },
    })
    expect(await api.signedOut().data(recover, { code })).toMatchObject({
      recoverAccount: { __typename: 'SignInRefused' },
    })
  })

  it('lets an invitation lapse after 72 hours', async () => {
    const admin = await api.as(await api.build.member(organization, ['ADMIN']))
    const { inviteMember } = await admin.data<{ inviteMember: { invitation: { link: string } } }>(
      `mutation { inviteMember(input: { email: "late@example.org", displayName: "Late", roles: [PEER] }) { invitation { link } } }`,
    )
    api.at(new Date(NOW.getTime() + 73 * 3_600_000))
    const preview = await api
      .signedOut()
      .data('query ($token: String!) { invitation(token: $token) { email } }', {
        token: inviteMember.invitation.link.split('#')[1],
      })
    api.at(NOW)
    expect(preview).toEqual({ invitation: null })
  })
})
