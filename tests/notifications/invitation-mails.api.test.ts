import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../support/builders/builders.ts'
import { NOW } from '../support/fixed-today.ts'
import { Mailbox } from '../support/mailbox.ts'
import { mailRounds, type MailRounds } from '../support/builders/notification-builders.ts'
import { TestApi } from '../support/test-api.ts'

const MANY = 50
const AFTER_THE_LEASE = '2026-06-17T13:11:00Z'

describe('invitations that wait for their mail', () => {
  let api: TestApi
  let mailbox: Mailbox
  let rounds: MailRounds
  let organization: BuiltOrganization
  let admin: Member
  let count = 0

  beforeAll(async () => {
    api = await TestApi.start()
    mailbox = await Mailbox.open()
    rounds = await mailRounds(api, mailbox)
    organization = await api.build.organization()
    admin = await api.build.member(organization, ['ADMIN'])
  })
  afterAll(async () => {
    await rounds.close()
    await mailbox.close()
    await api.close()
  })

  const invite = async (row: Record<string, unknown> = {}): Promise<string> => {
    const [membershipId, email] = [randomUUID(), `invited-${++count}@example.org`]
    await api.build.insert('membership', {
      organization_id: organization.id,
      id: membershipId,
      display_name: 'Invited',
      roles: ['PEER'],
      joined_on: '2026-06-17',
    })
    await api.build.insert('invitation', {
      organization_id: organization.id,
      id: randomUUID(),
      membership_id: membershipId,
      email,
      display_name: 'Invited',
      roles: ['PEER'],
      invited_by: admin.id,
      created_at: NOW,
      expires_at: new Date(NOW.getTime() + 72 * 3_600_000),
      mail_wanted_at: NOW,
      ...row,
    })
    return email
  }
  const tokensTo = async (email: string): Promise<string[]> =>
    (await mailbox.mailsTo(email)).map(
      ({ text }) => /\/invitation#([A-Za-z0-9_-]{43})/.exec(text ?? '')?.[1] ?? 'no link',
    )
  const opens = async (token: string | undefined): Promise<boolean> => {
    const { invitation } = await api
      .signedOut()
      .data<{ invitation: object | null }>(
        'query ($token: String!) { invitation(token: $token) { organizationName } }',
        { token },
      )
    return invitation !== null
  }

  it('each get a link of their own that opens for 72 hours', async () => {
    const emails: string[] = []
    for (let made = 0; made < MANY; made++) emails.push(await invite())
    await rounds.invitations()
    await rounds.invitations()
    const tokens = new Set<string>()
    for (const email of emails) for (const token of await tokensTo(email)) tokens.add(token)
    expect(tokens.size).toBe(MANY)
    expect(mailbox.received).toHaveLength(MANY)
    const [token] = tokens
    api.at('2026-06-20T12:59:00Z')
    expect(await opens(token)).toBe(true)
    api.at('2026-06-20T13:01:00Z')
    expect(await opens(token)).toBe(false)
    api.at(NOW)
  })

  it('get a fresh link, the only one that opens, when the sending broke off', async () => {
    const email = await invite()
    await rounds.invitations()
    await api.superuser.query('update invitation set mailed_at = null where email = $1', [email])
    await rounds.invitations()
    expect(await tokensTo(email)).toHaveLength(1)
    api.at(AFTER_THE_LEASE)
    await rounds.invitations()
    const [first, second] = await tokensTo(email)
    expect(await Promise.all([opens(first), opens(second)])).toEqual([false, true])
    api.at(NOW)
  })

  const stateOf = async (email: string) => {
    const { rows } = await api.superuser.query<{ mail_failure: string | null; expires_at: Date }>(
      'select mail_failure, expires_at from invitation where email = $1',
      [email],
    )
    return rows[0]
  }
  const refuse = (responseCode: number) =>
    Object.assign(new Error('5.1.1 nobody of that name'), { responseCode })

  it('are given up at once when the mail comes back, and the office sees it', async () => {
    const email = await invite()
    mailbox.refusal = refuse(550)
    await rounds.invitations()
    mailbox.refusal = null
    for (const hours of [1, 12, 60]) {
      api.at(new Date(NOW.getTime() + hours * 3_600_000))
      await rounds.invitations()
    }
    api.at(NOW)
    expect(await tokensTo(email)).toEqual([])
    expect(await stateOf(email)).toMatchObject({ mail_failure: 'RETURNED' })
    const office = await api.as(admin)
    const { members } = await office.data<{ members: { edges: { node: { mailProblem: string } }[] } }>(
      'query ($search: String!) { members(filter: { search: $search }) { edges { node { mailProblem } } } }',
      { search: email },
    )
    expect(members.edges).toEqual([{ node: { mailProblem: 'RETURNED' } }])
  })

  it('are tried eight times when the mail server is down, and end when they would have ended', async () => {
    const email = await invite()
    const ends = (await stateOf(email))?.expires_at
    mailbox.refusal = refuse(451)
    const tried: number[] = []
    for (let minutes = 0; minutes < 72 * 60; minutes += 5) {
      api.at(new Date(NOW.getTime() + minutes * 60_000))
      const before = rounds.logLines.length
      await rounds.invitations()
      if (rounds.logLines.length > before) tried.push(minutes)
    }
    mailbox.refusal = null
    api.at(NOW)
    // Ten minutes more between each two.
    expect(tried).toEqual([0, 15, 40, 75, 120, 175, 240, 315])
    expect(await stateOf(email)).toEqual({ mail_failure: 'NOT_SENT', expires_at: ends })
  })

  it('are left alone once they are revoked', async () => {
    const email = await invite({ revoked_at: NOW })
    await rounds.invitations()
    expect(await tokensTo(email)).toEqual([])
  })
})
