import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { validatePassword } from '@alongside/shared/people/sign-in/password'
import { hashPassword } from '../../../api/src/people/sign-in/secrets.ts'
import type { Member } from '../../support/builders/builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

const FIRST = 'seven quiet herons by the river'
const CHANGE = `mutation ($currentPassword: String!, $newPassword: String!) {
  updateOwnPassword(input: { currentPassword: $currentPassword, newPassword: $newPassword }) { __typename } }`
const SIGN_IN = `mutation ($email: String!, $password: String!) {
  signIn(input: { email: $email, password: $password }) { __typename } }`
const CONFIRM = `mutation ($password: String!) { confirmPassword(input: { password: $password }) { __typename } }`

describe('the measure of a password', () => {
  let api: TestApi
  let peer: Member
  let caller: Caller
  beforeAll(async () => {
    api = await TestApi.start()
    const organization = await api.build.organization()
    peer = await api.build.member(organization, ['PEER'], { passwordHash: await hashPassword(FIRST) })
  })
  afterAll(() => api.close())

  const set = async (currentPassword: string, newPassword: string) => {
    caller = await api.as(peer)
    return (await caller.ask<{ updateOwnPassword: object }>(CHANGE, { currentPassword, newPassword })).data
      ?.updateOwnPassword
  }
  const signIn = (password: string) =>
    api.signedOut().data<{ signIn: object }>(SIGN_IN, { email: peer.email, password })
  const confirm = async (password: string) => (await api.as(peer)).data<object>(CONFIRM, { password })

  const anyText = fc.string({
    unit: fc.oneof(
      fc.constantFrom('👨‍👩‍👧‍👦', '🦀', 'é', 'e\u0301', 'ﬁ', '가', '\u1100\u1161', 'ﷺ', ' ', 'ß', 'Å'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    minLength: 10,
    maxLength: 140,
  })

  it('lets in whoever has set a password, however it is written, and confirms it, and changes it away', async () => {
    let current = FIRST
    await fc.assert(
      fc.asyncProperty(anyText, async (password) => {
        const isTaken = validatePassword('newPassword', password, [peer.email, peer.displayName]).length === 0
        const answer = await set(current, password)
        expect(answer?.['__typename' as never] ?? 'refused').toBe(isTaken ? 'OwnPasswordUpdated' : 'refused')
        if (!isTaken) return
        current = password
        expect(await signIn(password)).toEqual({ signIn: { __typename: 'SignedIn' } })
        expect(await signIn(password.normalize('NFD'))).toEqual({ signIn: { __typename: 'SignedIn' } })
        expect(await confirm(password)).toEqual({ confirmPassword: { __typename: 'PasswordConfirmed' } })
      }),
      { numRuns: process.env['ALONGSIDE_DRILLS'] ? 200 : 5 },
    )
  })

  it('takes 128 characters that are 256 units, and does not look at 129', async () => {
    await api.superuser.query('update account set password_hash = $2 where id = $1', [
      peer.accountId,
      await hashPassword(FIRST),
    ])
    const longest = '🦀🐙'.repeat(63) + 'ab'
    expect(await set(FIRST, longest)).toEqual({ __typename: 'OwnPasswordUpdated' })
    expect(await signIn(longest)).toEqual({ signIn: { __typename: 'SignedIn' } })
    expect(await signIn(`${longest}c`)).toEqual({ signIn: { __typename: 'SignInRefused' } })
    expect(await set(longest, `${longest}c`)).toBeUndefined()
  })

  it.each([
    ['the own address', (me: Member) => `${me.email}1`],
    ['the name and a year', (me: Member) => `${me.displayName} 2026 2026`],
    ['the organization and common words', () => 'Harbor Peers password'],
    ['the name of the program', () => 'alongside alongside'],
    ['the published password of the demo', () => 'riverbend-demo-2026'],
  ])('refuses %s', async (_, passwordOf) => {
    const { errors } = await (
      await api.as(peer)
    ).ask(CHANGE, { currentPassword: FIRST, newPassword: passwordOf(peer) })
    expect(errors?.[0]?.extensions.validationErrors?.[0]).toMatchObject({
      field: 'newPassword',
      problem: expect.stringMatching(/^too-(personal|common)$/) as string,
    })
  })
})
