import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hashPassword } from '../../../api/src/people/sign-in/secrets.ts'
import { cast, type Member } from '../../support/builders/builders.ts'
import { aSession } from '../../support/builders/supervision-builders.ts'
import { NOW, THIS_WEEK } from '../../support/fixed-today.ts'
import { pageHeaders, type PageHeaders, received, TestApi } from '../../support/test-api.ts'

const PASSWORD = 'seven quiet herons by the river'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const ME = '{ me { displayName isSharedDevice passwordConfirmed } }'
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`
const WEEK = '{ myWeek { weekStart } }'
const SUBMIT = `mutation { submitWeeklyCheckIn(input: { weekStart: "${THIS_WEEK}", weekFelt: 3, signs: [], selfCare: [],
  tags: [], idempotencyKey: "7b1c4a34-0d8c-4b6c-9a55-0d9a3a0a7a11" }) { __typename } }`

describe('signing in says whose device it is', () => {
  let api: TestApi
  let world: Awaited<ReturnType<typeof cast>>
  let passwordHash: string
  beforeAll(async () => {
    api = await TestApi.start()
    passwordHash = await hashPassword(PASSWORD)
    world = await cast(api.build)
  })
  beforeEach(() => api.at(NOW))
  afterAll(() => api.close())

  const member = (roles: Member['roles']) => api.build.member(world.organization, roles, { passwordHash })
  async function signIn(who: Member, device?: string): Promise<{ page: PageHeaders; cookie: string }> {
    const input = { email: who.email, password: PASSWORD, ...(device ? { device } : {}) }
    const { headers } = await received(
      api.raw.post('/graphql').send({ query: SIGN_IN, variables: { input } }),
    )
    const cookie = headers['set-cookie']?.[0] ?? ''
    const token = /alongside-sid=([^;]+)/.exec(cookie)?.[1] ?? ''
    return { page: pageHeaders(token, who), cookie }
  }
  const ask = async (page: PageHeaders, query: string) =>
    (await received(api.raw.post('/graphql').set(page).send({ query }))).body
  const isOpen = async (page: PageHeaders): Promise<boolean> => (await ask(page, ME)).data?.['me'] != null
  const after = (ms: number): void => api.at(new Date(NOW.getTime() + ms))

  it('a shared one: 15 minutes idle, 12 hours at most, and the cookie ends with the browser', async () => {
    for (const device of ['SHARED', undefined]) {
      api.at(NOW)
      const { page, cookie } = await signIn(await member(['PEER']), device)
      expect(cookie).not.toMatch(/Max-Age|Expires/i)
      after(14 * MINUTE)
      expect(await isOpen(page)).toBe(true)
      after(30 * MINUTE)
      expect(await isOpen(page)).toBe(false)
    }
    api.at(NOW)
    const { page } = await signIn(await member(['PEER']), 'SHARED')
    for (let minutes = 10; minutes < 12 * 60; minutes += 10) {
      after(minutes * MINUTE)
      expect(await isOpen(page)).toBe(true)
    }
    after(12 * HOUR)
    expect(await isOpen(page)).toBe(false)
  })

  it('an own one: 7 days idle and 30 days at most for somebody who is only a peer; an office stays short', async () => {
    const peer = await signIn(await member(['PEER']), 'OWN')
    expect(peer.cookie).toMatch(new RegExp(`Max-Age=${30 * 24 * 3_600};`))
    for (let days = 6; days < 30; days += 6) {
      after(days * DAY)
      expect(await isOpen(peer.page)).toBe(true)
    }
    after(30 * DAY)
    expect(await isOpen(peer.page)).toBe(false)
    api.at(NOW)
    const office = await signIn(await member(['MANAGER']), 'OWN')
    expect(office.cookie).not.toMatch(/Max-Age|Expires/i)
    after(31 * MINUTE)
    expect(await isOpen(office.page)).toBe(false)
  })

  it('a shared one asks for the password again before check-ins and flags, and not before the rest', async () => {
    const { page } = await signIn(await member(['PEER', 'SUPERVISOR', 'MANAGER']), 'SHARED')
    const closed = [
      WEEK,
      SUBMIT,
      'mutation { checkDriftSignals { unopened } }',
      ...['myDriftFlags', 'teamDriftFlags', 'releasedDriftFlags'].map(
        (field) => `{ ${field} { totalCount } }`,
      ),
    ]
    for (const query of closed) expect((await ask(page, query)).errors).toBeUndefined()
    after(11 * MINUTE)
    for (const query of closed)
      expect([query, (await ask(page, query)).errors?.[0]?.extensions.code]).toEqual([
        query,
        'CONFIRM_PASSWORD',
      ])
    expect((await ask(page, '{ unseenNotificationCount }')).errors).toBeUndefined()
    expect((await ask(page, ME)).data?.['me']).toMatchObject({
      isSharedDevice: true,
      passwordConfirmed: false,
    })
    const own = await signIn(await member(['PEER']), 'OWN')
    after(25 * MINUTE)
    expect((await ask(own.page, WEEK)).errors).toBeUndefined()
  })

  it('a shared one asks before supportive notes, of the peer and of whoever leads that type', async () => {
    const { peer, supportive, administrative, manager } = world.actors
    await aSession(api, supportive, [peer], { segments: { SUPPORTIVE: 30 } })
    const sessions = `{ sessionsOf(peerId: "${peer.id}") { edges { node { segments { type notes { note } } } } } }`
    const codeFor = async (who: Member, query: string) => {
      const caller = await api.as(who, { shared: true, confirmed: false })
      return (await caller.ask(query)).errors?.[0]?.extensions.code ?? 'answered'
    }
    const own = '{ mySessions { edges { node { segments { notes { note } } } } } }'
    expect(await codeFor(peer, own)).toBe('CONFIRM_PASSWORD')
    expect(await codeFor(supportive, sessions)).toBe('CONFIRM_PASSWORD')
    expect(await codeFor(administrative, sessions)).toBe('answered')
    expect(await codeFor(manager, sessions)).toBe('answered')
  })

  it('is told in the list of devices, and stays what it was in another organization', async () => {
    const there = await api.build.organization({ name: 'Second House' })
    const peer = await member(['PEER'])
    await api.build.insert('membership', {
      organization_id: there.id,
      account_id: peer.accountId,
      display_name: 'Second Self',
      roles: ['PEER'],
      joined_on: '2026-01-01',
    })
    const { page } = await signIn(peer, 'SHARED')
    const list = '{ myAccount { devices { isThisOne isShared } } }'
    expect((await ask(page, list)).data).toEqual({
      myAccount: { devices: [{ isThisOne: true, isShared: true }] },
    })
    const go = `mutation { switchOrganization(input: { organizationId: "${there.id}" }) { me { isSharedDevice } } }`
    expect((await ask(page, go)).data).toEqual({ switchOrganization: { me: { isSharedDevice: true } } })
  })

  it('is held by the database: no session on a shared device is longer, whoever writes it', async () => {
    await api.session(world.actors.peer, { shared: true })
    for (const change of ['idle_minutes = 16', "expires_at = created_at + interval '13 hours'"])
      await expect(
        api.superuser.query(`update sign_in_session set ${change} where is_shared_device`),
      ).rejects.toMatchObject({ constraint: 'sign_in_session_shared_is_short' })
  })
})
