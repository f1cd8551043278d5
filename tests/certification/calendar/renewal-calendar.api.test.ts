import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../support/builders/builders.ts'
import { cast } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

const CALENDAR = `query ($from: LocalDate! = "2026-06-01", $to: LocalDate! = "2027-05-31", $filter: RenewalsFilter,
  $first: Int! = 25, $after: String) {
  renewalCalendar(from: $from, to: $to, filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } months { startsOn expiries openings sendBys reminders }
    edges { node { on kind peer { displayName } credential status expiresOn } }
  }
}`
const SPAN = { from: '2026-06-01', to: '2027-05-31' }
const STANDINGS = '{ certificationStatusesOfMyPeers { totalCount edges { node { peer { id } status } } } }'

interface Calendar {
  renewalCalendar: {
    totalCount: number
    pageInfo: { hasNextPage: boolean; endCursor: string | null }
    months: unknown[]
    edges: { node: { on: string; kind: string; credential: string } }[]
  }
}

describe('the calendar of renewals, on June 17, 2026', () => {
  let api: TestApi
  let actors: Awaited<ReturnType<typeof cast>>['actors']
  let manager: Caller
  beforeAll(async () => {
    api = await TestApi.start()
    actors = (await cast(api.build)).actors
    manager = await api.as(actors.manager)
    const arrange = new CertificationBuilders(api.build)
    await arrange.certification(actors.peer, CREDENTIAL.california, { expiresOn: '2026-08-31' })
    await arrange.certification(actors.peer, CREDENTIAL.alaska, { expiresOn: '2026-03-01' })
    await arrange.certification(actors.colleague, CREDENTIAL.california, {
      issuedOn: '2025-02-01',
      expiresOn: '2027-01-31',
    })
  })
  afterAll(() => api.close())

  const calendar = async (variables: object = {}) =>
    (await manager.data<Calendar>(CALENDAR, { ...variables })).renewalCalendar
  const days = async (variables: object = {}) =>
    (await calendar(variables)).edges.map(({ node }) => `${node.on} ${node.kind}`)

  it('has the days printed on certificates and those read from rules, in order, and none that was not read', async () => {
    expect(await days()).toEqual([
      '2026-07-02 RENEWAL_OPENS',
      '2026-08-31 EXPIRES',
      '2026-12-02 RENEWAL_OPENS',
      '2027-01-31 EXPIRES',
    ])
    const { months, totalCount, edges } = await calendar()
    expect(totalCount).toBe(4)
    expect(months).toEqual([
      { startsOn: '2026-07-01', expiries: 0, openings: 1, sendBys: 0, reminders: 0 },
      { startsOn: '2026-08-01', expiries: 1, openings: 0, sendBys: 0, reminders: 0 },
      { startsOn: '2026-12-01', expiries: 0, openings: 1, sendBys: 0, reminders: 0 },
      { startsOn: '2027-01-01', expiries: 1, openings: 0, sendBys: 0, reminders: 0 },
    ])
    expect(edges[1]?.node).toEqual({
      on: '2026-08-31',
      kind: 'EXPIRES',
      peer: { displayName: actors.peer.displayName },
      credential: 'CA CMPSS',
      status: 'AT_RISK',
      expiresOn: '2026-08-31',
    })
  })

  it('reminds 90 days before the end where no opening was read, and calls the day ours', async () => {
    const peer = await api.build.peer({ id: actors.manager.organizationId, name: '' })
    const arrange = new CertificationBuilders(api.build)
    await arrange.certification(peer, 'us-ut-cpss', { expiresOn: '2026-11-30' })
    const filter = { peerId: peer.id }
    expect(await days({ filter })).toEqual(['2026-09-01 REMINDER', '2026-11-30 EXPIRES'])
    expect((await calendar({ filter })).months[0]).toMatchObject({ openings: 0, reminders: 1 })
    await api.superuser.query('update membership set disabled_at = now() where id = $1', [peer.id])
    expect(await days({ filter })).toEqual([])
  })

  it('pages, filters and is cut at both ends', async () => {
    const first = await calendar({ first: 3 })
    expect(first.pageInfo.hasNextPage).toBe(true)
    expect(await days({ first: 3, after: first.pageInfo.endCursor })).toEqual(['2027-01-31 EXPIRES'])
    expect(await days({ from: '2026-08-31', to: '2026-12-02' })).toHaveLength(2)
    expect(await days({ filter: { peerId: actors.peer.id } })).toEqual([
      '2026-07-02 RENEWAL_OPENS',
      '2026-08-31 EXPIRES',
    ])
    expect(await days({ filter: { state: ['AK'] } })).toEqual([])
  })

  it.each([
    [{ from: '2026-06-02', to: '2026-06-01' }, 'to', 'before-its-start'],
    [{ from: '2026-06-01', to: '2028-06-02' }, 'to', 'too-far-ahead'],
    [{ first: 101 }, 'first', 'too-large'],
    [{ after: Buffer.from('["x","","",""]').toString('base64url') }, 'after', 'not-an-option'],
    [
      { after: Buffer.from('["2026-01-01","\\u0000","",""]').toString('base64url') },
      'after',
      'not-an-option',
    ],
    [{ filter: { credential: ['A B'] } }, 'filter.credential', 'not-an-option'],
  ])('refuses %o', async (variables, field, problem) => {
    const { errors } = await manager.ask(CALENDAR, variables)
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_INPUT',
      validationErrors: [{ field, problem }],
    })
  })

  it('is a file for a spreadsheet, for whoever gave the password just now', async () => {
    const { text } = await manager.file('renewal-calendar', SPAN)
    const lines = text.trimEnd().split('\r\n')
    expect(lines[0]).toBe('Date,Event,Peer,Credential,Status,Expires,As of,Event (code),Status (code)')
    expect(lines).toHaveLength(5)
    expect(lines[2]).toBe(
      `2026-08-31,Expires,${actors.peer.displayName},CA CMPSS,At risk,2026-08-31,2026-06-17,EXPIRES,AT_RISK`,
    )
    const late = await api.as(actors.manager, { confirmed: false })
    expect((await late.file('renewal-calendar', SPAN)).code).toBe('CONFIRM_PASSWORD')
    expect((await manager.file('renewal-calendar', { ...SPAN, to: '2026-05-31' })).code).toBe('BAD_INPUT')
  })

  it('costs one write of three statements, however many days it holds', async () => {
    const batches = await api.statementsOf(() => calendar({ first: 100 }))
    expect(batches.map((batch) => batch.length)).toEqual([3])
  })

  async function seenBy<Data>(query: string, inShort: (data: Data) => unknown) {
    const seen: Record<string, unknown> = {}
    for (const [name, member] of Object.entries<Member>(actors)) {
      const { data, errors } = await (await api.as(member)).ask<Data>(query)
      seen[name] = data === null ? errors?.[0]?.extensions.code : inShort(data)
    }
    return seen
  }

  it('T8: is for managers and auditors of the organization', async () => {
    const refused = Object.fromEntries(Object.keys(actors).map((name) => [name, 'FORBIDDEN']))
    const seen = await seenBy<Calendar>(CALENDAR, ({ renewalCalendar }) => renewalCalendar.totalCount)
    expect(seen).toEqual({ ...refused, manager: 4, auditor: 4, strangerManager: 0 })
  })

  it('leaves supervisors the status of their own peers, of whichever type, and no more', async () => {
    const refused = Object.fromEntries(Object.keys(actors).map((name) => [name, 'FORBIDDEN']))
    const own = { totalCount: 1, edges: [{ node: { peer: { id: actors.peer.id }, status: 'LAPSED' } }] }
    const seen = await seenBy<{ certificationStatusesOfMyPeers: unknown }>(
      STANDINGS,
      ({ certificationStatusesOfMyPeers }) => certificationStatusesOfMyPeers,
    )
    expect(seen).toEqual({
      ...refused,
      administrative: own,
      educational: own,
      supportive: own,
      strangerManager: { totalCount: 0, edges: [] },
    })
    const supervisor = await api.as(actors.supportive)
    const batches = await api.statementsOf(() => supervisor.data(STANDINGS))
    expect(batches.map((batch) => batch.length)).toEqual([3])
  })
})
