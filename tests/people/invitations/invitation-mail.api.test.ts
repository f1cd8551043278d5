import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMailer } from '../../../api/src/server/mail/mailer.ts'
import { hashPassword } from '../../../api/src/people/sign-in/secrets.ts'
import type { BuiltOrganization } from '../../support/builders/builders.ts'
import { asRead, CHANGES, memberNamed } from '../../support/builders/member-builders.ts'
import { mailRounds, type MailRounds } from '../../support/builders/notification-builders.ts'
import { Mailbox } from '../../support/mailbox.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

const PASSWORD = 'seven quiet herons by the river'
const OTHER = 'nine slow barges on the canal'
const INVITE = `mutation ($email: String!) {
  inviteMember(input: { email: $email, displayName: "Invited", roles: [PEER] }) { invitation { link } } }`
const OPEN = `query ($token: String!) { invitation(token: $token) { organizationName roles hasAccount } }`
const ACCEPT = `mutation ($token: String!, $password: String!) {
  outcome: acceptInvitation(input: { token: $token, displayName: "Invited", password: $password }) {
    __typename ... on SignInRefused { cause } } }`
interface Accepted {
  readonly outcome: { readonly __typename: string; readonly cause?: string }
}
const refusedBy = (cause: string) => ({ outcome: { __typename: 'SignInRefused', cause } })

describe('an invitation by mail', () => {
  let api: TestApi
  let mailbox: Mailbox
  let rounds: MailRounds
  let organization: BuiltOrganization
  let admin: Caller
  let passwordHash: string

  beforeAll(async () => {
    mailbox = await Mailbox.open()
    api = await TestApi.start({ mailer: createMailer(mailbox.url, 'Alongside <no-reply@example.org>') })
    rounds = await mailRounds(api, mailbox)
    organization = await api.build.organization()
    admin = await api.as(await api.build.member(organization, ['ADMIN']))
    passwordHash = await hashPassword(PASSWORD)
  })
  afterAll(async () => {
    await rounds.close()
    await api.close()
    await mailbox.close()
  })

  const invite = (email: string, by = admin) =>
    by.data<{ inviteMember: { invitation: { link: string | null } } }>(INVITE, { email })
  const tokenTo = async (email: string): Promise<string> => {
    await rounds.invitations()
    const mails = await mailbox.mailsTo(email)
    return /\/invitation#([A-Za-z0-9_-]{43})/.exec(mails.at(-1)?.text ?? '')?.[1] ?? ''
  }
  const accept = (token: string, password: string) =>
    api.signedOut().data<Accepted>(ACCEPT, { token, password })

  it('carries the one-time link to the invited address and shows it to nobody else', async () => {
    const { inviteMember } = await invite('invited@example.org')
    expect(inviteMember.invitation.link).toBeNull()
    const token = await tokenTo('invited@example.org')
    expect(await mailbox.mailsTo('invited@example.org')).toHaveLength(1)
    expect(await api.signedOut().data(OPEN, { token })).toEqual({
      invitation: { organizationName: organization.name, roles: ['PEER'], hasAccount: false },
    })
  })

  it('shows no link when the mail server is down, nor when it is sent again', async () => {
    mailbox.refusal = Object.assign(new Error('down'), { responseCode: 421 })
    const { inviteMember } = await invite('later@example.org')
    expect(inviteMember.invitation.link).toBeNull()
    await rounds.invitations()
    const { payload } = await admin.data<{ payload: { invitation: { link: string | null } } }>(
      CHANGES.resend,
      {
        input: asRead(await memberNamed(admin, 'later@example.org')),
      },
    )
    expect(payload.invitation.link).toBeNull()
    mailbox.refusal = null
    expect(await tokenTo('later@example.org')).toHaveLength(43)
  })

  it('shows no link to whoever sends it again because the answer was lost, and the mailed one still opens', async () => {
    const AGAIN = `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { invitation { id link } } }`
    const input = {
      ...{ email: 'twice@example.org', displayName: 'Twice', roles: ['PEER'] },
      idempotencyKey: randomUUID(),
    }
    const first = await admin.data<{ inviteMember: { invitation: object } }>(AGAIN, { input })
    const token = await tokenTo('twice@example.org')
    expect(await admin.data(AGAIN, { input })).toEqual(first)
    expect(first.inviteMember.invitation).toMatchObject({ link: null })
    expect((await accept(token, PASSWORD)).outcome.__typename).toBe('SignedIn')
  })

  it('asks whoever has an account for its password, and says so where it is another', async () => {
    const elsewhere = await api.build.organization({ name: 'Elsewhere' })
    const { email } = await api.build.member(elsewhere, ['PEER'], { passwordHash })
    await invite(email)
    const token = await tokenTo(email)
    expect(await api.signedOut().data(OPEN, { token })).toMatchObject({ invitation: { hasAccount: true } })
    for (const password of ['x', OTHER])
      expect(await accept(token, password)).toEqual(refusedBy('OTHER_PASSWORD'))
    expect((await accept(token, PASSWORD)).outcome.__typename).toBe('SignedIn')
    expect(await accept(token, PASSWORD)).toEqual(refusedBy('LINK_CLOSED'))
  })

  it('names the limits of a password to whoever has none yet', async () => {
    await invite('new@example.org')
    const token = await tokenTo('new@example.org')
    const { errors } = await api.signedOut().ask(ACCEPT, { token, password: 'x' })
    expect(errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'password', problem: 'too-short', limit: 15 },
    ])
  })

  it('tells whoever holds a link that came by hand nothing about an account elsewhere', async () => {
    const byHand = await TestApi.start()
    const [here, elsewhere] = [await byHand.build.organization(), await byHand.build.organization()]
    const office = await byHand.as(await byHand.build.member(here, ['ADMIN']))
    const known = await byHand.build.member(elsewhere, ['PEER'], { passwordHash })
    const answers = await Promise.all(
      [known.email, 'nobody-yet@example.org'].map(async (email) => {
        const { inviteMember } = await invite(email, office)
        const token = inviteMember.invitation.link?.split('#')[1] ?? ''
        const opened = await byHand.signedOut().ask(OPEN, { token })
        const tried = []
        for (const password of ['x', 'password12345678', 'x'.repeat(200)])
          tried.push(await byHand.signedOut().ask(ACCEPT, { token, password }))
        return { opened, tried }
      }),
    )
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.opened.data).toMatchObject({ invitation: { hasAccount: null } })
    expect(answers[0]?.tried[0]?.data).toEqual(refusedBy('PASSWORD_NOT_ACCEPTED'))
    await byHand.close()
  })

  it('lets a class of thirty join from one room', async () => {
    const emails = Array.from({ length: 30 }, (_, at) => `class-${at}@example.org`)
    for (const email of emails) await invite(email)
    const tokens = await Promise.all([rounds.invitations()]).then(() => Promise.all(emails.map(tokenTo)))
    const joined = await Promise.all(tokens.map((token) => accept(token, PASSWORD)))
    expect(joined.filter(({ outcome }) => outcome.__typename === 'SignedIn')).toHaveLength(30)
  })
})
