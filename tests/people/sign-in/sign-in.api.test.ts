import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashPassword } from '../../../api/src/people/sign-in/secrets.ts'
import { MEMBERSHIP_HEADER } from '../../../api/src/server/request-context.ts'
import type { BuiltOrganization } from '../../support/builders/builders.ts'
import { NOW } from '../../support/fixed-today.ts'
import { received, TestApi } from '../../support/test-api.ts'

const PASSWORD = 'seven quiet herons by the river'
const SIGN_IN = `mutation ($email: String!, $password: String!) {
  signIn(input: { email: $email, password: $password }) {
    __typename ... on SignedIn { me { displayName roles } }
  }
}`
interface SignInData {
  signIn: { __typename: string; me?: { displayName: string } }
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

  it('ends every session of the account at once', async () => {
    const peer = await api.build.member(organization, ['PEER'])
    const [phone, desk] = [await api.as(peer), await api.as(peer)]
    expect(await phone.data('mutation { signOutEverywhere { endedSessions } }')).toEqual({
      signOutEverywhere: { endedSessions: 2 },
    })
    expect(await desk.data('{ me { displayName } }')).toEqual({ me: null })
  })

  it('ends the session that the browser had before', async () => {
    const [before, peer] = [
      await api.build.member(organization, ['PEER'], { passwordHash }),
      await api.build.member(organization, ['PEER'], { passwordHash }),
    ]
    const cookie = `alongside-sid=${await api.session(before)}`
    const me = async () =>
      (
        await received(
          api.raw.post('/graphql').set('cookie', cookie).send({ query: '{ me { displayName } }' }),
        )
      ).body.data?.['me']
    const signIn = (password: string) =>
      received<SignInData>(
        api.raw
          .post('/graphql')
          .set('cookie', cookie)
          .send({ query: SIGN_IN, variables: { email: peer.email, password } }),
      )
    await signIn('not this one, sorry')
    expect(await me()).toEqual({ displayName: before.displayName })
    expect((await signIn(PASSWORD)).body.data?.signIn.__typename).toBe('SignedIn')
    expect(await me()).toBeNull()
  })

  it('gives a new token for the password, and the one before opens nothing', async () => {
    const peer = await api.build.member(organization, ['PEER'], { passwordHash })
    const before = `alongside-sid=${await api.session(peer, { confirmed: false })}`
    const ask = (cookie: string, query: string) =>
      received(
        api.raw
          .post('/graphql')
          .set({ cookie, [MEMBERSHIP_HEADER]: peer.id })
          .send({ query }),
      )
    const answer = await ask(
      before,
      `mutation { confirmPassword(input: { password: "${PASSWORD}" }) { ... on PasswordConfirmed { me { passwordConfirmed } } } }`,
    )
    expect(answer.body.data).toEqual({ confirmPassword: { me: { passwordConfirmed: true } } })
    const after = [answer.headers['set-cookie'] ?? []].flat()[0]?.split(';')[0] ?? ''
    expect(after).not.toBe(before)
    expect((await ask(before, '{ me { displayName } }')).body.data).toEqual({ me: null })
    expect((await ask(after, '{ me { displayName } }')).body.data).toEqual({
      me: { displayName: peer.displayName },
    })
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
