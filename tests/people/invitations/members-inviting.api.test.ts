import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hashPassword } from '../../../api/src/people/sign-in/secrets.ts'
import type { BuiltOrganization } from '../../support/builders/builders.ts'
import {
  asRead,
  CHANGES,
  invite,
  LIST,
  type Listed,
  memberNamed,
} from '../../support/builders/member-builders.ts'
import { changed } from '../../support/changes.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

const PASSWORD = 'seven quiet herons by the river'
const ACCEPT = `mutation ($token: String!) {
  acceptInvitation(input: { token: $token, displayName: "Newly Here", password: "${PASSWORD}" }) {
    __typename ... on SignedIn { me { roles organization { name } } } } }`
const MANY = `mutation ($input: InviteMembersInput!) { inviteMembers(input: $input) {
  ... on MembersInvited { invitedCount byMail leftOut { line text problem } }
  ... on AddressListRefused { readyCount problems { line text problem } } } }`
interface Problem {
  readonly line: number
  readonly text: string
  readonly problem: string
}
interface Many {
  readonly invitedCount?: number
  readonly readyCount?: number
  readonly byMail?: boolean
  readonly leftOut?: Problem[]
  readonly problems?: Problem[]
}

describe('inviting', () => {
  let api: TestApi
  let mailing: TestApi
  let organization: BuiltOrganization
  let caller: Caller
  let passwordHash: string
  beforeAll(async () => {
    passwordHash = await hashPassword(PASSWORD)
    api = await TestApi.start()
    mailing = await TestApi.start({ mailer: async () => undefined })
  })
  beforeEach(async () => {
    organization = await api.build.organization()
    caller = await api.as(await api.build.member(organization, ['ADMIN']))
  })
  afterAll(() => Promise.all([api.close(), mailing.close()]))

  const accept = async (token: string) =>
    (
      await api
        .signedOut()
        .data<{ acceptInvitation: { __typename: string; me?: { roles: string[] } } }>(ACCEPT, { token })
    ).acceptInvitation
  const inviteAll = async (list: string, leaveOutProblems = false, by = caller): Promise<Many> =>
    (await by.data<{ inviteMembers: Many }>(MANY, { input: { list, roles: ['PEER'], leaveOutProblems } }))
      .inviteMembers
  const countOf = async (by = caller): Promise<number> =>
    (await by.data<{ members: Listed }>(LIST)).members.totalCount

  it('makes the member at once, and the account when the link is opened', async () => {
    const token = await invite(caller, 'one@example.org', 'One', ['PEER', 'SUPERVISOR'])
    const waiting = await memberNamed(caller, 'one@example.org')
    expect(await accept(token)).toMatchObject({
      __typename: 'SignedIn',
      me: { roles: ['PEER', 'SUPERVISOR'] },
    })
    expect(await memberNamed(caller, 'one@example.org')).toMatchObject({
      id: waiting.id,
      displayName: 'Newly Here',
      state: 'JOINED',
      revision: 2,
    })
  })

  it('opens a link once: the second time it says that it is over', async () => {
    const token = await invite(caller, 'twice@example.org')
    const both = await Promise.all([accept(token), accept(token)])
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['SignInRefused', 'SignedIn'])
    expect((await accept(token)).__typename).toBe('SignInRefused')
  })

  it('opens no link that has expired, was revoked, or whose member was disabled', async () => {
    const expired = await invite(caller, 'expired@example.org')
    const withdrawn = await invite(caller, 'withdrawn@example.org')
    const disabled = await invite(caller, 'disabled@example.org')
    for (const [kind, who] of [
      ['revoke', 'withdrawn@'],
      ['disable', 'disabled@'],
    ] as const)
      await changed(caller, CHANGES[kind], { input: asRead(await memberNamed(caller, who)) })
    expect((await accept(withdrawn)).__typename).toBe('SignInRefused')
    expect((await accept(disabled)).__typename).toBe('SignInRefused')
    api.at(new Date(api.now.getTime() + 72 * 3_600_000))
    expect((await accept(expired)).__typename).toBe('SignInRefused')
    api.at('2026-06-17T13:00:00Z')
    expect((await accept(expired)).__typename).toBe('SignedIn')
  })

  it('answers for an address with an account elsewhere exactly as for one without', async () => {
    const elsewhere = await api.build.organization({ name: 'Elsewhere' })
    const known = await api.build.member(elsewhere, ['PEER'], { passwordHash })
    const query =
      'mutation ($email: String!) { inviteMember(input: { email: $email, displayName: "X", roles: [PEER] }) { invitation { expiresAt } } }'
    const [first, second] = [
      await caller.ask(query, { email: known.email }),
      await caller.ask(query, { email: 'nobody-yet@example.org' }),
    ]
    expect(first).toEqual(second)
    const { invitation } = await changed<{ invitation: { link: string } }>(caller, CHANGES.resend, {
      input: asRead(await memberNamed(caller, known.email)),
    })
    expect(await accept(invitation.link.split('#')[1] ?? '')).toMatchObject({
      __typename: 'SignedIn',
      me: { roles: ['PEER'] },
    })
  })

  it('refuses an address of this organization: a member, one invited, one whose link is over', async () => {
    const peer = await api.build.peer(organization)
    await invite(caller, 'invited@example.org')
    await invite(caller, 'over@example.org')
    await changed(caller, CHANGES.revoke, { input: asRead(await memberNamed(caller, 'over@')) })
    for (const email of [peer.email.toUpperCase(), 'invited@example.org', 'over@example.org']) {
      const { errors } = await caller.ask(
        'mutation ($email: String!) { inviteMember(input: { email: $email, displayName: "X", roles: [PEER] }) { invitation { id } } }',
        { email },
      )
      expect(errors?.[0]?.extensions.validationErrors).toEqual([{ field: 'email', problem: 'already-there' }])
    }
  })

  it('makes one member of ten invitations of one address at the same moment', async () => {
    const tries = Array.from({ length: 10 }, () => invite(caller, 'race@example.org').catch(() => null))
    expect((await Promise.all(tries)).filter((token) => token !== null)).toHaveLength(1)
  })

  it('names each item of a list that cannot be invited, and then invites nobody', async () => {
    const peer = await api.build.peer(organization)
    await invite(caller, 'invited@example.org')
    const list = `Ana Reyes <ana@example.org>; bo@example.org\nnot an address\nBO@example.org, ${peer.email}\ninvited@example.org`
    const before = await countOf()
    expect(await inviteAll(list)).toEqual({
      readyCount: 2,
      problems: [
        { line: 2, text: 'not an address', problem: 'MALFORMED' },
        { line: 3, text: 'BO@example.org', problem: 'TWICE_IN_LIST' },
        { line: 3, text: peer.email, problem: 'ALREADY_MEMBER' },
        { line: 4, text: 'invited@example.org', problem: 'ALREADY_INVITED' },
      ],
    })
    expect(await countOf()).toBe(before)
    expect(await inviteAll(list, true)).toMatchObject({
      invitedCount: 2,
      byMail: false,
      leftOut: { length: 4 },
    })
    expect(await countOf()).toBe(before + 2)
    expect(await memberNamed(caller, 'ana@')).toMatchObject({
      displayName: 'Ana Reyes',
      state: 'NO_OPEN_LINK',
    })
  })

  it('lets the mails of a list be sent later: no token is made yet', async () => {
    const place = await mailing.build.organization()
    const office = await mailing.as(await mailing.build.member(place, ['ADMIN']))
    expect(await inviteAll('a@example.org b@example.org'.replace(' ', ','), false, office)).toMatchObject({
      invitedCount: 2,
      byMail: true,
    })
    const { rows } = await mailing.superuser.query(
      'select token_hash, mail_wanted_at is not null as wanted, mailed_at from invitation where organization_id = $1',
      [place.id],
    )
    expect(rows).toEqual([
      { token_hash: null, wanted: true, mailed_at: null },
      { token_hash: null, wanted: true, mailed_at: null },
    ])
  })

  it('takes 1,000 with 40 bad ones in one piece and the same few statements, and refuses 5,000 whole', async () => {
    const listOf = (count: number) =>
      Array.from({ length: count }, (_, n) =>
        n % (count / 40) === 0 ? `broken-${n}@` : `list-${count}-${n}@example.org`,
      ).join('\n')
    const { problems } = await inviteAll(listOf(1_000))
    expect(problems).toHaveLength(40)
    expect(
      problems?.every(({ problem, text }) => problem === 'MALFORMED' && text.startsWith('broken-')),
    ).toBe(true)
    const started = performance.now()
    const batches = await api.statementsOf(() => inviteAll(listOf(1_000), true))
    const took = Math.round(performance.now() - started)
    expect(await countOf()).toBe(961)
    expect(batches.map((batch) => batch.length)).toEqual([2, 2, 2, 1])
    expect((await api.statementsOf(() => inviteAll('five@example.org', true))).flat()).toHaveLength(7)
    console.log(`inviting 960 of 1,000 pasted: ${batches.flat().length} statements, ${took} ms`)
    const short = Array.from({ length: 5_000 }, (_, n) => `${n}@e.io`).join('\n')
    const tooMany = await caller.ask(MANY, {
      input: { list: short, roles: ['PEER'], leaveOutProblems: true },
    })
    expect(tooMany.errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'list', problem: 'too-many', limit: 1_000 },
    ])
    const tooLarge = await caller.ask(MANY, { input: { list: listOf(5_000), roles: ['PEER'] } })
    expect(tooLarge.data ?? null).toBeNull()
    expect(await countOf()).toBe(962)
  })

  it('refuses a list that is empty or too long, and roles that are none', async () => {
    for (const [input, refused] of [
      [
        { list: ' ,;\n', roles: ['PEER'] },
        { field: 'list', problem: 'required' },
      ],
      [
        { list: 'x'.repeat(60_001), roles: ['PEER'] },
        { field: 'list', problem: 'too-long', limit: 60_000 },
      ],
      [
        { list: 'a@example.org', roles: [] },
        { field: 'roles', problem: 'too-few', limit: 1 },
      ],
    ] as const) {
      const { errors } = await caller.ask(MANY, { input })
      expect(errors?.[0]?.extensions.validationErrors).toEqual([refused])
    }
  })
})
