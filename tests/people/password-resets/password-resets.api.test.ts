import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hashPassword, hashRecoveryCode } from '../../../api/src/people/sign-in/secrets.ts'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { asRead, memberNamed } from '../../support/builders/member-builders.ts'
import { mailRounds, type MailRounds } from '../../support/builders/notification-builders.ts'
import { aCheckIn } from '../../support/builders/wellness-builders.ts'
import { NOW } from '../../support/fixed-today.ts'
import { Mailbox } from '../../support/mailbox.ts'
import { type Answer, type Caller, TestApi } from '../../support/test-api.ts'

const PASSWORD = 'seven quiet herons by the river'
const NEXT = 'nine slow barges on the canal'
const OLD_CODE = 'ABCDE-FGHJK-MNPQR-STVWX-YZ012-3'
const CREATE = `mutation ($input: CreatePasswordResetInput!) { payload: createPasswordReset(input: $input) {
  __typename ... on PasswordResetCreated { expiresAt member { id } } } }`
const OPEN = 'query ($token: String!) { passwordReset(token: $token) { email organizationName } }'
const REPLACE = `mutation ($token: String!, $newPassword: String!) {
  outcome: replacePassword(input: { token: $token, newPassword: $newPassword }) {
    __typename ... on SignInRefused { cause } ... on SignedIn { recoveryCode } } }`
const HISTORY = '{ myCheckInHistory { answeredWeeks lockedBefore } }'
const UNLOCK = `mutation ($recoveryCode: String!) {
  outcome: openPastCheckIns(input: { recoveryCode: $recoveryCode }) {
    __typename ... on PastCheckInsOpened { lockedBefore } } }`
interface Outcome {
  readonly outcome: { readonly __typename: string; readonly cause?: string; readonly recoveryCode?: string }
}

describe('a lost password with a lost code', () => {
  let api: TestApi
  let mailbox: Mailbox
  let rounds: MailRounds
  let organization: BuiltOrganization
  let admin: Caller
  let peer: Member

  beforeAll(async () => {
    mailbox = await Mailbox.open()
    api = await TestApi.start({ mailer: () => Promise.resolve() })
    rounds = await mailRounds(api, mailbox)
    organization = await api.build.organization()
    admin = await api.as(await api.build.member(organization, ['ADMIN']))
  })
  beforeEach(async () => {
    api.at(NOW)
    peer = await api.build.member(organization, ['PEER'], { passwordHash: await hashPassword(PASSWORD) })
    await api.superuser.query('update account set recovery_code_hash = $2 where id = $1', [
      peer.accountId,
      hashRecoveryCode(OLD_CODE),
    ])
    for (const week of ['2026-05-04', '2026-05-11', '2026-06-08'])
      await aCheckIn(api.build, peer, { weekStart: week, submittedAt: NOW })
  })
  afterAll(async () => {
    await rounds.close()
    await api.close()
    await mailbox.close()
  })

  const start = async (by = admin) =>
    by.ask<{ payload: { expiresAt: string } }>(CREATE, {
      input: asRead(await memberNamed(admin, peer.email)),
    })
  const tokenTo = async (email: string): Promise<string> => {
    await rounds.invitations()
    const mail = (await mailbox.mailsTo(email)).at(-1)
    return /\/reset-password#([A-Za-z0-9_-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''
  }
  const replace = (token: string, newPassword = NEXT): Promise<Answer<Outcome>> =>
    api.signedOut().ask<Outcome>(REPLACE, { token, newPassword })
  const historyOf = async (member: Member) =>
    (await (await api.as(member)).data<{ myCheckInHistory: object }>(HISTORY)).myCheckInHistory
  const minutesLater = (minutes: number) => api.at(new Date(api.now.getTime() + minutes * 60_000))

  it('goes by mail to the address of the account, once, and the admin sees no link', async () => {
    const { data } = await start()
    expect(JSON.stringify(data)).not.toContain('http')
    const token = await tokenTo(peer.email)
    expect(await api.signedOut().data(OPEN, { token })).toEqual({
      passwordReset: { email: peer.email, organizationName: organization.name },
    })
    const caller = await api.as(peer)
    const { data: first } = await replace(token)
    expect(first?.outcome).toMatchObject({
      __typename: 'SignedIn',
      recoveryCode: expect.any(String) as string,
    })
    expect((await replace(token)).data?.outcome).toEqual({
      __typename: 'SignInRefused',
      cause: 'LINK_CLOSED',
    })
    expect(await api.signedOut().data(OPEN, { token })).toEqual({ passwordReset: null })
    expect(await caller.data('{ me { displayName } }')).toEqual({ me: null })
  })

  it('T1: locks what was answered before until the code of before is given; time opens nothing', async () => {
    await start()
    await replace(await tokenTo(peer.email))
    expect(await historyOf(peer)).toEqual({ answeredWeeks: 0, lockedBefore: NOW.toISOString() })
    minutesLater(60 * 24 * 7)
    await aCheckIn(api.build, peer, { weekStart: '2026-06-22', submittedAt: api.now })
    expect(await historyOf(peer)).toMatchObject({ answeredWeeks: 1 })
    minutesLater(60 * 24 * 200)
    expect(await historyOf(peer)).toMatchObject({ lockedBefore: NOW.toISOString() })
    api.at(NOW)
    const caller = await api.as(peer)
    const unlock = (recoveryCode: string) => caller.data<Outcome>(UNLOCK, { recoveryCode })
    expect((await unlock('ZZZZZ')).outcome.__typename).toBe('SignInRefused')
    expect((await unlock(OLD_CODE.toLowerCase().replace('0', 'o').replaceAll('-', ' '))).outcome).toEqual({
      __typename: 'PastCheckInsOpened',
      lockedBefore: null,
    })
    expect(await historyOf(peer)).toEqual({ answeredWeeks: 4, lockedBefore: null })
  })

  it('T1: keeps the file of own data, this week and a new code from reaching behind the lock', async () => {
    await aCheckIn(api.build, peer, { weekStart: '2026-06-15', submittedAt: NOW })
    await start()
    const { data } = await replace(await tokenTo(peer.email))
    const caller = await api.as(peer)
    expect(await caller.data('{ myWeek { checkIn { weekFelt } } }')).toEqual({ myWeek: { checkIn: null } })
    const answers =
      '{ weekStart: "2026-06-15", weekFelt: 3, idempotencyKey: "6f0c8a52-7d0f-4d3b-8d0a-3f6d1f0a9b11" }'
    for (const mutation of ['submitWeeklyCheckIn', 'replaceWeeklyCheckIn']) {
      const { errors } = await caller.ask(`mutation { ${mutation}(input: ${answers}) { __typename } }`)
      expect(errors?.[0]?.extensions.fact).toBe('wellness.week-is-locked')
    }
    const withNewCode = await caller.data<Outcome>(UNLOCK, { recoveryCode: data?.outcome.recoveryCode })
    expect(withNewCode.outcome.__typename).toBe('SignInRefused')
  })

  it('stays locked through a second reset until both codes are given', async () => {
    await start()
    const first = await replace(await tokenTo(peer.email))
    minutesLater(10)
    await start()
    await replace(await tokenTo(peer.email), 'two green boats under the bridge')
    const unlock = async (recoveryCode: string | undefined) =>
      (await api.as(peer)).data<Outcome>(UNLOCK, { recoveryCode })
    await unlock(OLD_CODE)
    expect(await historyOf(peer)).toMatchObject({ answeredWeeks: 0 })
    await unlock(first.data?.outcome.recoveryCode)
    expect(await historyOf(peer)).toEqual({ answeredWeeks: 3, lockedBefore: null })
  })

  it('is over after 72 hours, and when another was sent', async () => {
    await start()
    const before = await tokenTo(peer.email)
    await start()
    const token = await tokenTo(peer.email)
    expect((await replace(before)).data?.outcome.cause).toBe('LINK_CLOSED')
    minutesLater(72 * 60 + 1)
    expect((await replace(token)).data?.outcome.cause).toBe('LINK_CLOSED')
  })

  it('is not started without a mail server, for somebody who has not joined, or by anybody but an admin', async () => {
    const plain = await TestApi.start()
    const place = await plain.build.organization()
    const office = await plain.as(await plain.build.member(place, ['ADMIN']))
    const member = await plain.build.peer(place)
    const input = asRead(await memberNamed(office, member.email))
    expect((await office.ask(CREATE, { input })).errors?.[0]?.extensions.fact).toBe(
      'people.password-resets.no-mail',
    )
    const manager = await plain.as(await plain.build.member(place, ['MANAGER']))
    expect((await manager.ask(CREATE, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    const unconfirmed = await plain.as(await plain.build.member(place, ['ADMIN']), { confirmed: false })
    expect((await unconfirmed.ask(CREATE, { input })).errors?.[0]?.extensions.code).toBe('CONFIRM_PASSWORD')
    await plain.close()
    // Their invitation is still on its way: a reset would let in whoever has it.
    const email = 'waiting@example.org'
    await admin.data(
      'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { invitation { id } } }',
      { input: { email, displayName: 'Waiting', roles: ['PEER'] } },
    )
    const refused = await admin.ask(CREATE, { input: asRead(await memberNamed(admin, email)) })
    expect(refused.errors?.[0]?.extensions.fact).toBe('people.password-resets.not-joined')
  })
})
