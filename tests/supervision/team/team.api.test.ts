import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { aSession } from '../../support/builders/supervision-builders.ts'
import { TestApi } from '../../support/test-api.ts'

// Whom a supervisor owes time, by type of supervision, and what the peer sees of the same.

const CASELOAD = `query ($first: Int, $after: String) { caseload(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } facets { overdue dueThisWeek onTrack withoutCadence }
  edges { node { peer { id } type lastHeldOn due { kind dueOn overdueDays rule countedFrom cadenceDays } } } } }`
interface Row {
  peer: { id: string }
  type: string
  lastHeldOn: string | null
  due: {
    kind: string
    dueOn: string
    overdueDays: number
    rule: string
    countedFrom: string
    cadenceDays: number
  } | null
}
interface Caseload {
  caseload: {
    totalCount: number
    pageInfo: { hasNextPage: boolean; endCursor: string | null }
    facets: Record<string, number>
    edges: { node: Row }[]
  }
}

describe('the caseload', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let supervisor: Member
  beforeAll(async () => {
    api = await TestApi.start()
    organization = await api.build.organization()
    supervisor = await api.build.supervisor(organization)
  })
  afterAll(() => api.close())

  const aPeer = async (
    holder: Member,
    heldOn: string | null,
    { cadenceDays = 7, groupSessionsCount = false, format = 'INDIVIDUAL', agreed = true } = {},
  ): Promise<Member> => {
    const peer = await api.build.peer(organization)
    await api.build.relationship(holder, peer, 'SUPPORTIVE', { startsOn: '2026-06-01' })
    if (agreed) await api.build.agreement(peer, { SUPPORTIVE: cadenceDays }, { groupSessionsCount })
    if (heldOn) await aSession(api, holder, [peer], { heldOn, format })
    return peer
  }
  const read = async (
    holder: Member,
    variables: Record<string, unknown> = {},
  ): Promise<Caseload['caseload']> =>
    (await (await api.as(holder)).data<Caseload>(CASELOAD, variables)).caseload

  it('puts first who needs time first, with the rule, and counts each status', async () => {
    const onTrack = await aPeer(supervisor, '2026-06-16')
    const thisWeek = await aPeer(supervisor, '2026-06-10')
    const late = await aPeer(supervisor, '2026-06-05')
    const never = await aPeer(supervisor, null)
    const notAgreed = await aPeer(supervisor, null, { agreed: false })
    const found = await read(supervisor)
    const order = [never, late, thisWeek, onTrack, notAgreed].map(({ id }) => id)
    expect(found.edges.map(({ node }) => node.peer.id)).toEqual(order)
    expect(found.edges.map(({ node }) => node.due)).toEqual([
      {
        kind: 'OVERDUE',
        dueOn: '2026-06-08',
        overdueDays: 9,
        rule: 'FROM_START',
        countedFrom: '2026-06-01',
        cadenceDays: 7,
      },
      {
        kind: 'OVERDUE',
        dueOn: '2026-06-12',
        overdueDays: 5,
        rule: 'FROM_LAST_SESSION',
        countedFrom: '2026-06-05',
        cadenceDays: 7,
      },
      {
        kind: 'DUE_THIS_WEEK',
        dueOn: '2026-06-17',
        overdueDays: 0,
        rule: 'FROM_LAST_SESSION',
        countedFrom: '2026-06-10',
        cadenceDays: 7,
      },
      {
        kind: 'ON_TRACK',
        dueOn: '2026-06-23',
        overdueDays: 0,
        rule: 'FROM_LAST_SESSION',
        countedFrom: '2026-06-16',
        cadenceDays: 7,
      },
      null,
    ])
    expect([found.totalCount, found.facets]).toEqual([
      5,
      { overdue: 2, dueThisWeek: 1, onTrack: 1, withoutCadence: 1 },
    ])
  })

  it('pages through the same order without a gap or a double', async () => {
    const all = (await read(supervisor)).edges.map(({ node }) => node.peer.id)
    const paged: string[] = []
    let after: string | null = null
    do {
      const page: Caseload['caseload'] = await read(supervisor, { first: 2, after })
      expect(page.totalCount).toBe(all.length)
      paged.push(...page.edges.map(({ node }) => node.peer.id))
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after)
    expect(paged).toEqual(all)
  })

  it.each([0, 101])('refuses a page of %i', async (first) => {
    const { errors } = await (await api.as(supervisor)).ask(CASELOAD, { first })
    expect(errors?.[0]?.extensions.validationErrors?.[0]?.field).toBe('first')
  })

  it.each([
    'nonsense',
    Buffer.from('["2026-06-01","x"]').toString('base64url'),
    Buffer.from('["x","y"]').toString('base64url'),
  ])('refuses the cursor %s like any that was never given', async (after) => {
    const { errors } = await (await api.as(supervisor)).ask(CASELOAD, { after })
    expect(errors?.[0]?.extensions.validationErrors).toEqual([{ field: 'after', problem: 'not-an-option' }])
  })

  it('counts group sessions only where the agreement says so, and other types never', async () => {
    const holder = await api.build.supervisor(organization)
    const counted = await aPeer(holder, '2026-06-16', { format: 'GROUP', groupSessionsCount: true })
    const left = await aPeer(holder, '2026-06-16', { format: 'GROUP' })
    await aSession(api, holder, [left], { heldOn: '2026-06-16', segments: { EDUCATIONAL: 30 } })
    const held = new Map((await read(holder)).edges.map(({ node }) => [node.peer.id, node.lastHeldOn]))
    expect([held.get(counted.id), held.get(left.id)]).toEqual(['2026-06-16', null])
  })

  it('takes an agreement only between its days', async () => {
    const holder = await api.build.supervisor(organization)
    const peer = await aPeer(holder, null, { agreed: false })
    await api.build.agreement(peer, { SUPPORTIVE: 14 }, { agreedOn: '2026-06-18' })
    expect((await read(holder)).edges[0]?.node.due).toBeNull()
  })

  it('leaves out what has ended, is not accepted or has yet to begin', async () => {
    const [holder, peer] = [await api.build.supervisor(organization), await api.build.peer(organization)]
    await api.build.relationship(holder, peer, 'EDUCATIONAL', { endsOn: '2026-06-16' })
    await api.build.relationship(holder, peer, 'SUPPORTIVE', { accepted: false })
    await api.build.relationship(holder, peer, 'ADMINISTRATIVE', { startsOn: '2026-06-18' })
    expect(await read(holder)).toMatchObject({
      edges: [],
      totalCount: 0,
      facets: { overdue: 0, dueThisWeek: 0, onTrack: 0, withoutCadence: 0 },
    })
  })

  it('asks two statements in one write for 5 peers and for 50', async () => {
    const statements = async (count: number): Promise<number[]> => {
      const holder = await api.build.supervisor(organization)
      for (let each = 0; each < count; each += 1) await aPeer(holder, '2026-06-10')
      const caller = await api.as(holder)
      const batches = await api.statementsOf(async () => {
        expect((await caller.data<Caseload>(CASELOAD, { first: 50 })).caseload.edges.length).toBe(count)
      })
      return batches.map((batch) => batch.length)
    }
    expect([await statements(5), await statements(50)]).toEqual([[2], [2]])
  })

  it('shows the peer the same rhythm, and asks as little', async () => {
    const holder = await api.build.supervisor(organization)
    const peer = await aPeer(holder, '2026-06-05')
    await api.build.relationship(await api.build.supervisor(organization), peer, 'SUPPORTIVE', {
      accepted: false,
    })
    const caller = await api.as(peer)
    const batches = await api.statementsOf(async () => {
      const { mySupervisors } = await caller.data<{ mySupervisors: { edges: object[] } }>(
        '{ mySupervisors { edges { node { supervisor { id } type accepted due { kind overdueDays } } } } }',
      )
      const due = { kind: 'OVERDUE', overdueDays: 5 }
      expect(mySupervisors.edges).toMatchObject([
        { node: { supervisor: { id: holder.id }, type: 'SUPPORTIVE', accepted: true, due } },
        { node: { accepted: false, due: null } },
      ])
    })
    expect(batches.map((batch) => batch.length)).toEqual([2])
    interface Page {
      mySupervisors: {
        totalCount: number
        pageInfo: { endCursor: string | null; hasNextPage: boolean }
        edges: { node: { accepted: boolean } }[]
      }
    }
    const page = (after: string | null) =>
      caller.data<Page>(
        `query ($after: String) { mySupervisors(first: 1, after: $after) {
          totalCount pageInfo { hasNextPage endCursor } edges { node { accepted } } } }`,
        { after },
      )
    const { mySupervisors: first } = await page(null)
    const { mySupervisors: second } = await page(first.pageInfo.endCursor)
    expect([first, second]).toMatchObject([
      { totalCount: 2, pageInfo: { hasNextPage: true }, edges: [{ node: { accepted: true } }] },
      { totalCount: 2, pageInfo: { hasNextPage: false }, edges: [{ node: { accepted: false } }] },
    ])
  })
})
