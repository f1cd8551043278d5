import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cast, type Member } from '../support/builders/builders.ts'
import { NOW } from '../support/fixed-today.ts'
import { inDatabaseAs, LOG_SESSION, sessionInput } from '../support/builders/supervision-builders.ts'
import { TestApi } from '../support/test-api.ts'

// Who is told of what: in the write of the change, once, and nobody else.

const TELL = 'select access.notify($1, $2, $3, null)'
const OBSERVE = `mutation ($input: RaiseObservedDriftFlagInput!) { raiseObservedDriftFlag(input: $input) { driftFlagId } }`

describe('who is told', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>

  beforeAll(async () => {
    api = await TestApi.start()
  })
  beforeEach(async () => {
    people = await cast(api.build)
  })
  afterAll(() => api.close())

  const told = async (): Promise<string[]> => {
    const { rows } = await api.superuser.query<{ who: string; kind: string }>(
      `select recipient_id as who, kind from notification where organization_id = any ($1) order by 2, 1`,
      [[people.organization.id, people.elsewhere.id]],
    )
    const names = new Map(Object.entries(people.actors).map(([name, { id }]) => [id, name]))
    return rows.map(({ who, kind }) => `${names.get(who)}: ${kind}`)
  }
  const tell = (by: Member, recipientId: string, kind = 'ROLES_CHANGED', key = 'one') =>
    inDatabaseAs(api, by, { text: TELL, values: [recipientId, kind, key] })

  it('of a logged session: each peer who was there, once, however often it is sent', async () => {
    const { peer, educational } = people.actors
    const caller = await api.as(educational)
    const input = sessionInput([peer], { segments: [{ type: 'EDUCATIONAL', minutes: 45, activities: [] }] })
    const sent = await api.statementsOf(() => caller.data(LOG_SESSION, { input }))
    expect(sent.flat().filter((statement) => statement.includes('access.notify'))).toHaveLength(1)
    expect(sent).toHaveLength(2)
    await caller.data(LOG_SESSION, { input })
    expect(await told()).toEqual(['peer: SESSION_LOGGED'])
  })

  it('T4: of an observed flag: the peer and nobody else; of a peer who is not theirs nobody', async () => {
    const { peer, colleague, supportive } = people.actors
    const caller = await api.as(supportive)
    const about = { evidence: 'Asked to test people.', cause: 'ASSIGNED_WORK' }
    await caller.data(OBSERVE, { input: { ...about, peerId: peer.id } })
    const refused = await caller.ask(OBSERVE, { input: { ...about, peerId: colleague.id } })
    expect(refused.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect(await told()).toEqual(['peer: FLAG_TOLD'])
  })

  it('of an accepted invitation: who invited', async () => {
    const { admin } = people.actors
    const id = randomUUID()
    await api.build.insert('invitation', {
      organization_id: admin.organizationId,
      id,
      email: 'joins@example.org',
      display_name: 'Joins',
      roles: ['PEER'],
      token_hash: Buffer.from(id),
      invited_by: admin.id,
      created_at: NOW,
      expires_at: NOW,
    })
    for (let times = 0; times < 2; times++)
      await api.superuser.query('update invitation set accepted_at = $2 where id = $1', [id, NOW])
    expect(await told()).toEqual(['admin: INVITATION_ACCEPTED'])
  })

  it('nobody when the change does not take place', async () => {
    const { peer, colleague } = people.actors
    const both = [{ text: TELL, values: [peer.id, 'ROLES_CHANGED', 'one'] }, 'select 1 / 0']
    await expect(inDatabaseAs(api, colleague, ...both)).rejects.toThrow('division by zero')
    expect(await told()).toEqual([])
  })

  it('once per recipient and key', async () => {
    const { peer, colleague, manager } = people.actors
    for (const recipient of [peer, peer, colleague]) await tell(manager, recipient.id)
    await tell(manager, peer.id, 'ROLES_CHANGED', 'another')
    expect((await told()).toSorted()).toEqual([
      'colleague: ROLES_CHANGED',
      'peer: ROLES_CHANGED',
      'peer: ROLES_CHANGED',
    ])
  })

  it('T8: nobody of another organization, and nobody who is disabled', async () => {
    const { peer, stranger, manager } = people.actors
    await tell(manager, stranger.id)
    await api.superuser.query('update membership set disabled_at = $2 where id = $1', [peer.id, NOW])
    await tell(manager, peer.id)
    expect(await told()).toEqual([])
  })

  it('of known kinds only', async () => {
    await expect(tell(people.actors.manager, people.actors.peer.id, 'CHECKED_IN')).rejects.toThrow(
      'notification_kind_known',
    )
  })

  it('by the jobs, which work where nobody is signed in', async () => {
    const { manager, peer } = people.actors
    await tell(manager, peer.id)
    const asManager = (text: string, values: unknown[] = []) => inDatabaseAs(api, manager, { text, values })
    expect(await asManager('select * from access.mails_to_plan(100)')).toEqual([])
    expect(await asManager('select * from access.take_due_mails($1, 100)', [NOW])).toEqual([])
    expect(
      await asManager('select * from access.take_invitations($1, $2)', [NOW, [Buffer.from('x')]]),
    ).toEqual([])
  })
})
