import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashPassword, hashRecoveryCode } from '../../../api/src/people/sign-in/secrets.ts'
import { hashToken } from '../../../api/src/server/request-context.ts'
import { cast, type Member } from '../../support/builders/builders.ts'
import { type Caller, pageHeaders, received, TestApi } from '../../support/test-api.ts'

const FIREFOX = 'Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0'
const DEVICES =
  '{ myAccount { devices { id browser system address organizationName lastUsedAt isThisOne } } }'
const END = 'mutation ($id: UUID!) { endOwnSession(input: { sessionId: $id }) { sessionId } }'
interface Devices {
  myAccount: {
    devices: {
      id: string
      browser: string | null
      system: string | null
      address: string | null
      organizationName: string
      isThisOne: boolean
    }[]
  }
}

describe('the own account', () => {
  let api: TestApi
  let world: Awaited<ReturnType<typeof cast>>
  beforeAll(async () => {
    api = await TestApi.start()
    world = await cast(api.build)
  })
  afterAll(() => api.close())

  const sql = async <Row>(text: string, values: unknown[]): Promise<Row[]> =>
    (await api.superuser.query(text, values)).rows as Row[]

  it('changes the own name, for colleagues to see, and counts the change', async () => {
    const { peer, colleague } = world.actors
    const { updateOwnName } = await (
      await api.as(peer)
    ).data<{ updateOwnName: object }>(
      'mutation { updateOwnName(input: { name: "  Ines Ortega " }) { me { displayName } } }',
    )
    expect(updateOwnName).toEqual({ me: { displayName: 'Ines Ortega' } })
    const found = await sql<{ id: string }>(
      "select id from membership where display_name = 'Ines Ortega' and revision = 2",
      [],
    )
    expect(found).toEqual([{ id: peer.id }])
    const { me } = await (
      await api.as(colleague)
    ).data<{ me: { displayName: string } }>('{ me { displayName } }')
    expect(me.displayName).toBe(colleague.displayName)
  })

  it.each([
    ['', 'required'],
    ['x'.repeat(81), 'too-long'],
  ])('refuses the name %j', async (name, problem) => {
    const caller = await api.as(world.actors.peer)
    const { errors } = await caller.ask(
      'mutation ($name: String!) { updateOwnName(input: { name: $name }) { me { displayName } } }',
      { name },
    )
    expect(errors?.[0]?.extensions.validationErrors?.[0]?.problem).toBe(problem)
  })

  it('keeps language, colours and time zone, each on its own', async () => {
    const caller = await api.as(world.actors.educational)
    const set = (input: string) =>
      caller.data<{ updateOwnPreferences: { preferences: unknown } }>(
        `mutation { updateOwnPreferences(input: { ${input} }) { preferences { language theme timeZone } } }`,
      )
    await set('language: es')
    await set('theme: DARK')
    await set('timeZone: "America/Chicago"')
    const { preferences: kept } = (await set('language: null')).updateOwnPreferences
    expect(kept).toEqual({ language: null, theme: 'DARK', timeZone: 'America/Chicago' })
    const { myAccount } = await caller.data<{ myAccount: unknown }>(
      '{ myAccount { email preferences { language theme timeZone } } }',
    )
    expect(myAccount).toEqual({ email: world.actors.educational.email, preferences: kept })
  })

  it.each(['Mars/Olympus', 'EST5EDT4', '+02:00', 'America/New_York; drop table x', 'A'.repeat(500)])(
    'refuses the time zone %j',
    async (timeZone) => {
      const caller = await api.as(world.actors.peer)
      const { errors } = await caller.ask(
        'mutation ($input: UpdateOwnPreferencesInput!) { updateOwnPreferences(input: $input) { preferences { theme } } }',
        { input: { timeZone } },
      )
      expect(errors?.[0]?.extensions.validationErrors).toEqual([
        { field: 'timeZone', problem: 'not-an-option' },
      ])
    },
  )

  it('lists the devices of the account in every organization, this one first, and ends one of them', async () => {
    const member = await api.build.member(world.organization, ['PEER'])
    const elsewhere = await alsoIn(world.elsewhere.id, member)
    const here = await api.as(member)
    await api.session(member)
    await api.session(elsewhere)
    await sql('update sign_in_session set user_agent = $2, last_address = $3 where membership_id = $1', [
      member.id,
      FIREFOX,
      '203.0.113.7',
    ])
    await api.as(world.actors.colleague)
    const before = (await here.data<Devices>(DEVICES)).myAccount.devices
    expect(before.map(({ isThisOne }) => isThisOne)).toEqual([true, false, false])
    expect(before.map(({ organizationName }) => organizationName).sort()).toEqual([
      'Harbor Peers',
      'Harbor Peers',
      'Somewhere Else',
    ])
    expect(before[0]).toMatchObject({ browser: 'Firefox', system: 'Android', address: '203.0.113.7' })
    const other = before.find(({ organizationName }) => organizationName === 'Somewhere Else')
    expect(await here.data(END, { id: other?.id })).toEqual({ endOwnSession: { sessionId: other?.id } })
    const after = (await here.data<Devices>(DEVICES)).myAccount.devices
    expect(after).toHaveLength(2)
  })

  it("answers NOT_FOUND for another's device, an ended one and one that never was", async () => {
    const { peer, colleague } = world.actors
    await api.session(colleague)
    const [others] = await sql<{ id: string }>('select id from sign_in_session where account_id = $1', [
      colleague.accountId,
    ])
    const caller = await api.as(peer)
    const end = (id?: string) => caller.ask(END, { id })
    const foreign = await end(others?.id)
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect(foreign).toEqual(await end('00000000-0000-4000-8000-000000000000'))
  })

  const alsoIn = async (organizationId: string, member: Member): Promise<Member> => {
    const id = crypto.randomUUID()
    await api.build.insert('membership', {
      organization_id: organizationId,
      id,
      account_id: member.accountId,
      display_name: 'The same person',
      roles: ['PEER'],
      joined_on: '2026-01-01',
    })
    return { ...member, id, organizationId }
  }

  describe('its password and recovery code', () => {
    const PASSWORD = 'seven quiet herons by the river'
    const NEW = 'nine loud herons at the lake'
    const CHANGE = `mutation ($input: UpdateOwnPasswordInput!) { updateOwnPassword(input: $input) {
      __typename ... on OwnPasswordUpdated { endedSessions revokedTokens } } }`
    const change = (member: Member, token: string, currentPassword: string, newPassword = NEW) =>
      received<{ updateOwnPassword: { __typename: string; endedSessions?: number; revokedTokens?: number } }>(
        api.raw
          .post('/graphql')
          .set(pageHeaders(token, member))
          .send({ query: CHANGE, variables: { input: { currentPassword, newPassword } } }),
      )
    const isOpen = async (token: string): Promise<boolean> => {
      const [row] = await sql<{ open: boolean }>(
        'select exists (select from sign_in_session where token_hash = $1 and ended_at is null) as open',
        [hashToken(token)],
      )
      return row?.open ?? false
    }

    it('ends every other session and keeps this one under a new token', async () => {
      const member = await api.build.member(world.organization, ['PEER'], {
        passwordHash: await hashPassword(PASSWORD),
      })
      const [mine, other] = [await api.session(member), await api.session(member)]
      const { body, headers } = await change(member, mine, PASSWORD)
      expect(body.data?.updateOwnPassword).toEqual({
        __typename: 'OwnPasswordUpdated',
        endedSessions: 1,
        revokedTokens: 0,
      })
      const fresh = /alongside-sid=([^;]+)/.exec(headers['set-cookie']?.[0] ?? '')?.[1] ?? ''
      expect(fresh).not.toBe(mine)
      expect([await isOpen(fresh), await isOpen(mine), await isOpen(other)]).toEqual([true, false, false])
      expect((await change(member, fresh, PASSWORD)).body.data?.updateOwnPassword.__typename).toBe(
        'SignInRefused',
      )
    })

    it('refuses a wrong password, a weak new one, and company in the same operation', async () => {
      const member = await api.build.member(world.organization, ['PEER'], {
        passwordHash: await hashPassword(PASSWORD),
      })
      const mine = await api.session(member)
      const wrong = await change(member, mine, 'not this one')
      expect(wrong.body.data?.updateOwnPassword.__typename).toBe('SignInRefused')
      const weak = await change(member, mine, PASSWORD, 'short')
      expect(weak.body.errors?.[0]?.extensions.validationErrors?.[0]).toMatchObject({
        field: 'newPassword',
        problem: 'too-short',
      })
      const both = await (
        await api.as(member)
      ).ask(`mutation { a: updateOwnPassword(input: { currentPassword: "a", newPassword: "b" }) { __typename }
        b: updateOwnPassword(input: { currentPassword: "a", newPassword: "b" }) { __typename } }`)
      expect(both.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED')
      expect(await isOpen(mine)).toBe(true)
    })

    it('shows a new recovery code once, after the password, and tells the trail without it', async () => {
      const member = await api.build.member(world.organization, ['PEER'])
      const code = 'mutation { createRecoveryCode { recoveryCode } }'
      const stale = await (await api.as(member, { confirmed: false })).ask(code)
      expect(stale.errors?.[0]?.extensions.code).toBe('CONFIRM_PASSWORD')
      const { createRecoveryCode } = await (
        await api.as(member)
      ).data<{ createRecoveryCode: { recoveryCode: string } }>(code)
      const kept = await sql<{ hash: Buffer }>(
        'select recovery_code_hash as hash from account where id = $1',
        [member.accountId],
      )
      expect(kept[0]?.hash).toEqual(hashRecoveryCode(createRecoveryCode.recoveryCode))
      const entries = await sql<{ action: string; facts: unknown; actor: string }>(
        'select action, facts, actor_id as actor from audit_entry where person_id = $1 and action <> $2',
        [member.id, 'ADDED'],
      )
      expect(entries).toEqual([{ action: 'RECOVERY_CODE_REPLACED', facts: {}, actor: member.id }])
    })
  })

  it('asks the database once an operation', async () => {
    const caller = await api.as(world.actors.peer)
    const counts = async (work: (one: Caller) => Promise<unknown>): Promise<number[]> =>
      (await api.statementsOf(() => work(caller))).map((batch) => batch.length)
    expect(
      await counts((one) => one.data('{ myAccount { email preferences { theme } devices { id } } }')),
    ).toEqual([5])
    expect(
      await counts((one) =>
        one.data('mutation { updateOwnName(input: { name: "Ines" }) { me { displayName } } }'),
      ),
    ).toEqual([2])
    expect(
      await counts((one) =>
        one.data('mutation { updateOwnPreferences(input: { theme: DARK }) { preferences { theme } } }'),
      ),
    ).toEqual([2])
    expect(await counts((one) => one.data('mutation { createRecoveryCode { recoveryCode } }'))).toEqual([
      2, 2,
    ])
  })
})
