import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import {
  asRead,
  CHANGES,
  invite,
  memberNamed,
  type MemberPayload,
  placeWaitingMembers,
} from '../../support/builders/member-builders.ts'
import { type Caller, pageHeaders, TestApi } from '../../support/test-api.ts'

interface Changed {
  readonly payload: MemberPayload
}
const ME = '{ me { roles } }'

describe('what an admin changes about a member', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let [admin, other] = [{} as Member, {} as Member]
  let caller: Caller
  beforeAll(async () => {
    api = await TestApi.start()
  })
  beforeEach(async () => {
    organization = await api.build.organization()
    admin = await api.build.member(organization, ['ADMIN'])
    other = await api.build.member(organization, ['ADMIN'])
    caller = await api.as(admin)
  })
  afterAll(() => api.close())

  const change = async (
    kind: keyof typeof CHANGES,
    who: { id: string; revision?: number },
    more: Record<string, unknown> = {},
    by = caller,
  ): Promise<MemberPayload> => {
    const input = { ...asRead({ revision: 1, ...who }), ...more }
    return (await by.data<Changed>(CHANGES[kind], { input })).payload
  }
  /** The roles of a member are part of the input of one change only. */
  const moreOf = (kind: keyof typeof CHANGES) => (kind === 'roles' ? { roles: ['PEER'] } : {})
  const validationError = async (
    kind: keyof typeof CHANGES,
    who: { id: string; revision?: number },
    more: Record<string, unknown> = {},
    by = caller,
  ) => {
    const { errors } = await by.ask(CHANGES[kind], {
      input: { ...asRead({ revision: 1, ...who }), ...more },
    })
    const { code, fact, validationErrors } = errors?.[0]?.extensions ?? {}
    return validationErrors ?? fact ?? code
  }

  it('tells the second of two admins what the first made of it, and changes nothing then', async () => {
    const peer = await api.build.peer(organization)
    const second = await api.as(other)
    expect(await change('roles', peer, { roles: ['PEER', 'SUPERVISOR'] })).toMatchObject({
      __typename: 'MemberRolesUpdated',
      member: { roles: ['PEER', 'SUPERVISOR'], revision: 2 },
    })
    expect(await change('roles', peer, { roles: ['MANAGER'] }, second)).toEqual({
      __typename: 'StaleRevision',
      currentRevision: 2,
    })
    expect((await memberNamed(caller, peer.email)).roles).toEqual(['PEER', 'SUPERVISOR'])
  })

  it('lets one of many at the same moment through, and tells all the others', async () => {
    const peer = await api.build.peer(organization)
    const second = await api.as(other)
    const outcomes = await Promise.all(
      [caller, second, caller, second, caller, second].map((by, index) =>
        change('roles', peer, { roles: index % 2 ? ['MANAGER'] : ['SUPERVISOR'] }, by),
      ),
    )
    expect(outcomes.filter(({ __typename }) => __typename === 'MemberRolesUpdated')).toHaveLength(1)
    expect(outcomes.every(({ member, currentRevision }) => (member?.revision ?? currentRevision) === 2)).toBe(
      true,
    )
  })

  it('keeps one admin who can sign in, also when two take the office from each other at once', async () => {
    const second = await api.as(other)
    const both = await Promise.all([
      validationError('roles', other, { roles: ['PEER'] }),
      validationError('roles', admin, { roles: ['PEER'] }, second),
    ])
    expect(both.filter((one) => one === undefined).length).toBeLessThanOrEqual(1)
    const { rows } = await api.superuser.query(
      "select from membership where organization_id = $1 and 'ADMIN' = any (roles)",
      [organization.id],
    )
    expect(rows).toHaveLength(1)
  })

  it('refuses to take the office from the last admin, themselves included, and to disable oneself', async () => {
    await change('disable', other)
    const founder = await api.build.member(await api.build.organization({ name: 'Just begun' }), ['ADMIN'])
    const alone = await api.as(founder)
    expect(await validationError('roles', founder, { roles: ['MANAGER'] }, alone)).toBe(
      'people.members.last-admin',
    )
    expect(await validationError('disable', admin)).toBe('people.members.not-oneself')
    expect(await caller.data(ME)).toEqual({ me: { roles: ['ADMIN'] } })
  })

  it('ends every session of somebody who is disabled, and lets them in again when that is undone', async () => {
    const peer = await api.build.peer(organization)
    const phone = await api.as(peer)
    const { member } = await change('disable', peer)
    expect(await phone.data(ME)).toEqual({ me: null })
    expect(await change('enable', { id: peer.id, revision: member?.revision ?? 0 })).toMatchObject({
      member: { state: 'JOINED', revision: 3 },
    })
    expect(await phone.data(ME)).toEqual({ me: null })
    expect(await (await api.as(peer)).data(ME)).toEqual({ me: { roles: ['PEER'] } })
  })

  it('goes on as the admin who is alone and gives themselves a role, with a new token', async () => {
    const founder = await api.build.member(await api.build.organization({ name: 'Just begun' }), ['ADMIN'])
    const token = await api.session(founder)
    const body = {
      query: CHANGES.roles,
      variables: { input: { ...asRead({ id: founder.id, revision: 1 }), roles: ['ADMIN', 'MANAGER'] } },
    }
    const answer = await api.raw.post('/graphql').set(pageHeaders(token, founder)).send(body)
    const [cookie = ''] = answer.headers['set-cookie'] as unknown as string[]
    const after = (sid: string) => api.raw.post('/graphql').set('cookie', sid).send({ query: ME })
    expect((await after(`alongside-sid=${token}`)).body).toEqual({ data: { me: null } })
    expect((await after(cookie.split(';')[0] ?? '')).body).toEqual({
      data: { me: { roles: ['ADMIN', 'MANAGER'] } },
    })
  })

  it('lets the staff of a host agency supervise, and nothing else', async () => {
    const hostAgencyId = await api.build.hostAgency(organization)
    const officer = await api.build.member(organization, ['SUPERVISOR'], { hostAgencyId })
    const refused = [{ field: 'roles', problem: 'not-an-option' }]
    expect(await validationError('roles', officer, { roles: ['SUPERVISOR', 'MANAGER'] })).toEqual(refused)
  })

  it('offers no way to change the address of somebody who has joined', async () => {
    const peer = await api.build.peer(organization)
    expect(await validationError('resend', peer, { email: 'mine@example.org' })).toBe(
      'people.members.already-joined',
    )
    expect(await validationError('revoke', peer)).toBe('people.members.already-joined')
    const direct = api.superuser.query(
      "set role alongside_app; update account set email = 'mine@example.org' where true",
    )
    await expect(direct).rejects.toMatchObject({ code: '42501' })
    await api.superuser.query('reset role')
  })

  it('corrects the address of somebody who has not joined: the old link ends, the new one opens', async () => {
    const old = await invite(caller, 'typo@exmaple.org', 'Tia Typo')
    const { invitation } = await change('resend', await memberNamed(caller, 'tia'), {
      email: ' Tia@Example.org ',
    })
    const opened = async (token: string) =>
      (
        await api
          .signedOut()
          .data<{ invitation: object | null }>('query ($t: String!) { invitation(token: $t) { email } }', {
            t: token,
          })
      ).invitation
    expect(await opened(old)).toBeNull()
    expect(await opened(invitation?.link.split('#')[1] ?? '')).toEqual({ email: 'tia@example.org' })
    expect(await memberNamed(caller, 'tia@example.org')).toMatchObject({ state: 'INVITED', revision: 2 })
    const peer = await api.build.peer(organization)
    const taken = [{ field: 'email', problem: 'already-there' }]
    expect(await validationError('resend', await memberNamed(caller, 'tia'), { email: peer.email })).toEqual(
      taken,
    )
  })

  it('revokes a link, and keeps the member waiting for another', async () => {
    await invite(caller, 'later@example.org', 'Lou Later')
    expect(await change('revoke', await memberNamed(caller, 'lou'))).toMatchObject({
      member: { state: 'NO_OPEN_LINK' },
    })
    expect(await change('resend', await memberNamed(caller, 'lou'))).toMatchObject({
      __typename: 'InvitationResent',
    })
    expect(await memberNamed(caller, 'lou')).toMatchObject({ state: 'INVITED' })
  })

  it('asks for the password again before any of it', async () => {
    const stale = await api.as(admin, { confirmed: false })
    const peer = await api.build.peer(organization)
    for (const kind of Object.keys(CHANGES) as (keyof typeof CHANGES)[])
      expect(await validationError(kind, peer, moreOf(kind), stale)).toBe('people.sign-in.password-needed')
  })

  it('answers a member of another organization like one that is not there', async () => {
    const stranger = await api.build.peer(await api.build.organization({ name: 'Elsewhere' }))
    const nobody = { id: '00000000-0000-4000-8000-000000000000' }
    for (const kind of Object.keys(CHANGES) as (keyof typeof CHANGES)[]) {
      const [foreign, unknown] = [
        await validationError(kind, stranger, moreOf(kind)),
        await validationError(kind, nobody, moreOf(kind)),
      ]
      expect([foreign, unknown]).toEqual(['record.not-found', 'record.not-found'])
    }
  })

  it('asks as much of the database among 5 members as among 50', async () => {
    const counts: number[][] = []
    for (const others of [3, 45]) {
      await placeWaitingMembers(api, organization, others)
      const peer = await api.build.peer(organization)
      const batches = await api.statementsOf(() => change('disable', peer))
      counts.push(batches.map((batch) => batch.length))
    }
    expect(counts).toEqual([
      [2, 1, 1, 1, 1],
      [2, 1, 1, 1, 1],
    ])
  })

  it('writes each change into the trail and tells the member of new roles', async () => {
    const peer = await api.build.peer(organization)
    await change('roles', peer, { roles: ['MANAGER'] })
    const { rows } = await api.superuser.query<{ facts: object }>(
      "select facts from audit_entry where person_id = $1 and actor_id = $2 and area = 'ACCOUNT'",
      [peer.id, admin.id],
    )
    expect(rows).toEqual([{ facts: { roles: { from: ['PEER'], to: ['MANAGER'] } } }])
    const told = await api.superuser.query('select kind from notification where recipient_id = $1', [peer.id])
    expect(told.rows).toEqual([{ kind: 'ROLES_CHANGED' }])
  })
})
