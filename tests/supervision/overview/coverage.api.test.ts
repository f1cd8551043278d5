import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { PeopleBuilders } from '../../support/builders/people-builders.ts'
import { aSession } from '../../support/builders/supervision-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// How everybody is covered, as managers and auditors see it: dates only.

const COVERAGE = `query ($first: Int, $after: String, $filter: SupervisionCoverageFilter) {
  supervisionCoverage(first: $first, after: $after, filter: $filter) {
    totalCount pageInfo { hasNextPage endCursor }
    summary { peers types { type of onTime overdue notAssigned notStarted noSchedule paused }
              supervisors { supervisor { id } peers peersFte fullTimeShare peersPerFte of onTime overdue }
              hostAgencies { hostAgency { id } peers types { type of onTime } } }
    edges { node { peer { id } hostAgencies { name }
      cells { type state overdueDays lastHeldOn daysSince relationships { supervisor { id } due { kind overdueDays } } } } } } }`
interface Cell {
  type: string
  state: string
  overdueDays: number
  lastHeldOn: string | null
  daysSince: number | null
  relationships: { supervisor: { id: string }; due: { kind: string; overdueDays: number } | null }[]
}
interface Coverage {
  totalCount: number
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  summary: {
    peers: number
    types: Record<string, number | string>[]
    supervisors: Record<string, unknown>[]
    hostAgencies: Record<string, unknown>[]
  }
  edges: { node: { peer: { id: string }; cells: Cell[] } }[]
}
const CASELOAD = '{ caseload(first: 50) { edges { node { peer { id } type due { kind overdueDays } } } } }'
interface Caseload {
  caseload: {
    edges: {
      node: { peer: { id: string }; type: string; due: { kind: string; overdueDays: number } | null }
    }[]
  }
}

describe('how everybody is covered', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let supervisor: Member
  let manager: Caller
  let people: Record<'uncovered' | 'late' | 'fine' | 'away' | 'asked' | 'unplanned', Member>
  beforeAll(async () => {
    api = await TestApi.start()
    organization = await api.build.organization()
    supervisor = await api.build.supervisor(organization)
    const managing = await api.build.member(organization, ['MANAGER'])
    manager = await api.as(managing)
    const { build } = api
    const made = async (): Promise<Member> => build.peer(organization)
    people = {
      uncovered: await made(),
      late: await made(),
      fine: await made(),
      away: await made(),
      asked: await made(),
      unplanned: await made(),
    }
    const { late, fine, away, asked, unplanned } = people
    for (const each of [late, fine, away]) {
      await build.relationship(supervisor, each, 'SUPPORTIVE', { startsOn: '2026-05-01' })
      await build.agreement(each, { SUPPORTIVE: 14 })
    }
    await build.relationship(supervisor, asked, 'SUPPORTIVE', { accepted: false })
    await build.relationship(supervisor, unplanned, 'SUPPORTIVE', { startsOn: '2026-05-01' })
    await aSession(api, supervisor, [late], { heldOn: '2026-05-25' })
    await aSession(api, supervisor, [fine], { heldOn: '2026-06-16' })
    await aSession(api, supervisor, [fine], { heldOn: '2026-02-02', segments: { EDUCATIONAL: 30 } })
    await new PeopleBuilders(build).leave(away, '2026-06-10', '2026-06-30')
    await build.placement(fine, await build.hostAgency(organization), { fullTimeShare: 0.5 })
  })
  afterAll(() => api.close())

  const read = async (variables: Record<string, unknown> = {}, caller = manager): Promise<Coverage> =>
    (await caller.data<{ supervisionCoverage: Coverage }>(COVERAGE, variables)).supervisionCoverage
  const cellOf = ({ edges }: Coverage, peer: Member, type = 'SUPPORTIVE'): Cell | undefined =>
    edges.find(({ node }) => node.peer.id === peer.id)?.node.cells.find((cell) => cell.type === type)

  it('says of each how it is, with the last day and how long somebody has been without', async () => {
    const found = await read()
    const { uncovered, late, fine, away, asked, unplanned } = people
    expect([uncovered, late, fine, away, asked, unplanned].map((peer) => cellOf(found, peer)?.state)).toEqual(
      ['NOT_ASSIGNED', 'OVERDUE', 'ON_TIME', 'PAUSED', 'NOT_STARTED', 'NO_SCHEDULE'],
    )
    expect(cellOf(found, late)).toMatchObject({ overdueDays: 9, lastHeldOn: '2026-05-25', daysSince: 23 })
    // Nobody is assigned, and yet there was a session: that is the organization's figure.
    expect(cellOf(found, fine, 'EDUCATIONAL')).toMatchObject({
      state: 'NOT_ASSIGNED',
      lastHeldOn: '2026-02-02',
      daysSince: 135,
    })
    expect(cellOf(found, uncovered)).toMatchObject({ lastHeldOn: null, daysSince: null, relationships: [] })
  })

  it('adds up: on time of how many, those on leave apart, by supervisor and by agency', async () => {
    const { summary } = await read({ first: 1 })
    expect(summary.peers).toBe(6)
    expect(summary.types.find(({ type }) => type === 'SUPPORTIVE')).toEqual({
      ...{ type: 'SUPPORTIVE', of: 5, onTime: 1, overdue: 1, notAssigned: 1 },
      ...{ notStarted: 1, noSchedule: 1, paused: 1 },
    })
    // One of them has no placement, so the sum is not known.
    expect(summary.supervisors).toEqual([
      {
        ...{ supervisor: { id: supervisor.id }, peers: 5, peersFte: null, of: 4, onTime: 1, overdue: 1 },
        ...{ fullTimeShare: null, peersPerFte: null },
      },
    ])
    expect(summary.hostAgencies).toMatchObject([
      { peers: 1, types: [{}, {}, { type: 'SUPPORTIVE', of: 1, onTime: 1 }] },
    ])
  })

  it('knows people per full-time supervisor once their time is recorded, never by themselves', async () => {
    const RECORD = `mutation ($input: RecordSupervisorTimeInput!) {
      recordSupervisorTime(input: $input) { supervisorTime { fullTimeShare startsOn } } }`
    const record = (caller: Caller, over: object = {}) =>
      caller.ask(RECORD, {
        input: { supervisorId: supervisor.id, fullTimeShare: 0.5, startsOn: '2026-06-01', ...over },
      })
    const elsewhere = await api.build.organization()
    const busy = await api.build.member(elsewhere, ['MANAGER', 'SUPERVISOR'])
    const problems = async (caller: Caller, over: object = {}) =>
      (await record(caller, over)).errors?.[0]?.extensions.validationErrors?.map(({ problem }) => problem)
    expect(await problems(await api.as(busy), { supervisorId: busy.id })).toEqual(['not-an-option'])
    expect(await problems(await api.as(busy))).toEqual(['not-found'])
    expect(await problems(manager, { fullTimeShare: 1.2, startsOn: '2026-06-18' })).toEqual([
      'too-large',
      'in-the-future',
    ])
    expect((await record(await api.as(supervisor))).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    await record(manager, { fullTimeShare: 0.25 })
    expect((await record(manager)).errors).toBeUndefined()
    const { summary } = await read({ first: 1 })
    expect(summary.supervisors).toMatchObject([{ peers: 5, fullTimeShare: 0.5, peersPerFte: 10 }])
  })

  it("says of each what the supervisor's own list says", async () => {
    const own = await (await api.as(supervisor)).data<Caseload>(CASELOAD)
    const found = await read()
    expect(own.caseload.edges.length).toBe(4)
    for (const { node } of own.caseload.edges) {
      const cell = found.edges
        .find((each) => each.node.peer.id === node.peer.id)
        ?.node.cells.find(({ type }) => type === node.type)
      expect(cell?.relationships[0]?.due ?? null).toEqual(node.due)
      expect(cell?.state === 'OVERDUE').toBe(node.due?.kind === 'OVERDUE')
    }
  })

  it('puts the worst first and pages without a gap or a double', async () => {
    const all = (await read()).edges.map(({ node }) => node.peer.id)
    expect(all).toHaveLength(6)
    const paged: string[] = []
    let after: string | null = null
    do {
      const page: Coverage = await read({ first: 2, after })
      expect(page.totalCount).toBe(6)
      paged.push(...page.edges.map(({ node }) => node.peer.id))
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after)
    expect(paged).toEqual(all)
  })

  it('narrows to a status of a type, a supervisor, an agency, a name', async () => {
    const ids = async (filter: Record<string, unknown>): Promise<string[]> =>
      (await read({ filter })).edges.map(({ node }) => node.peer.id)
    const { uncovered, late, fine } = people
    expect(await ids({ state: 'NOT_ASSIGNED', type: 'SUPPORTIVE' })).toEqual([uncovered.id])
    expect(await ids({ state: 'OVERDUE' })).toEqual([late.id])
    expect((await ids({ supervisorId: supervisor.id })).length).toBe(5)
    expect(await ids({ search: fine.displayName })).toEqual([fine.id])
    const { summary } = await read()
    const agency = (summary.hostAgencies[0] as { hostAgency: { id: string } }).hostAgency.id
    expect(await ids({ hostAgencyId: agency })).toEqual([fine.id])
    // What is asked of the whole does not change with the filter.
    expect((await read({ filter: { state: 'OVERDUE' } })).summary.peers).toBe(6)
  })

  it.each(['nonsense', Buffer.from('[0,0,"a"]').toString('base64url')])(
    'refuses the cursor %s',
    async (after) => {
      const { errors } = await manager.ask(COVERAGE, { after })
      expect(errors?.[0]?.extensions.validationErrors).toEqual([{ field: 'after', problem: 'not-an-option' }])
    },
  )

  it('refuses a name that is too long', async () => {
    const { errors } = await manager.ask(COVERAGE, { filter: { search: 'a'.repeat(101) } })
    expect(errors?.[0]?.extensions.validationErrors?.[0]).toMatchObject({ problem: 'too-long', limit: 100 })
  })

  it('exports a row for each person and type after the password, and the trail says so', async () => {
    const auditor = await api.build.member(organization, ['AUDITOR'])
    expect((await (await api.as(auditor, { confirmed: false })).file('supervision-coverage')).code).toBe(
      'CONFIRM_PASSWORD',
    )
    const { text } = await (await api.as(auditor)).file('supervision-coverage')
    const lines = text.trimEnd().split('\r\n')
    expect(lines).toHaveLength(1 + 6 * 3)
    expect(lines.find((line) => line.includes(`${people.late.displayName},,Supportive`))).toContain(
      'Overdue,9,2026-05-25,2026-06-08,14',
    )
    const { rows } = await api.superuser.query(
      "select facts from audit_entry where actor_id = $1 and area = 'EXPORT'",
      [auditor.id],
    )
    expect(rows).toEqual([{ facts: { rows: 18 } }])
  })

  it('asks as many statements for 25 people as for 250', async () => {
    const statements = async (count: number): Promise<number[]> => {
      const elsewhere = await api.build.organization()
      const holder = await api.build.supervisor(elsewhere)
      for (let each = 0; each < count; each += 1) {
        const peer = await api.build.peer(elsewhere)
        await api.build.relationship(holder, peer, 'SUPPORTIVE', { startsOn: '2026-05-01' })
        await api.build.agreement(peer, { SUPPORTIVE: 14 })
      }
      const caller = await api.as(await api.build.member(elsewhere, ['MANAGER']))
      const batches = await api.statementsOf(async () => {
        expect((await read({ first: 25 }, caller)).totalCount).toBe(count)
      })
      return batches.map((batch) => batch.length)
    }
    const few = await statements(25)
    expect(await statements(250)).toEqual(few)
    expect(few).toEqual([7])
  })
})
