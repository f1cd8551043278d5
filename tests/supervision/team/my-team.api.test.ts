import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { PeopleBuilders } from '../../support/builders/people-builders.ts'
import { aSession } from '../../support/builders/supervision-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// A supervisor's team, one row a person, and the balance of one of them.

const TEAM = `query ($first: Int, $after: String, $filter: TeamFilter) {
  myTeam(first: $first, after: $after, filter: $filter) {
    totalCount pageInfo { hasNextPage endCursor }
    facets { overdue next7Days later types hostAgencies { id } }
    edges { node { peer { id } group lastHeldOn weeks hostAgencies { name }
      relationships { type due { dueOn pausedDays } pauses { startsOn endsOn } } } } } }`
interface Team {
  totalCount: number
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  facets: {
    overdue: number
    next7Days: number
    later: number
    types: string[]
    hostAgencies: { id: string }[]
  }
  edges: {
    node: {
      peer: { id: string }
      group: string
      lastHeldOn: string | null
      weeks: boolean[]
      hostAgencies: { name: string }[]
      relationships: {
        type: string
        due: { dueOn: string; pausedDays: number } | null
        pauses: { startsOn: string; endsOn: string }[]
      }[]
    }
  }[]
}

describe('the team of a supervisor', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let supervisor: Member
  let caller: Caller
  let people: Record<'late' | 'soon' | 'fine' | 'away', Member>
  beforeAll(async () => {
    api = await TestApi.start()
    const { build } = api
    organization = await build.organization()
    supervisor = await build.supervisor(organization)
    caller = await api.as(supervisor)
    const made = async (): Promise<Member> => {
      const peer = await build.peer(organization)
      await build.relationship(supervisor, peer, 'SUPPORTIVE', { startsOn: '2026-05-01' })
      await build.agreement(peer, { SUPPORTIVE: 14, EDUCATIONAL: 30 })
      return peer
    }
    people = { late: await made(), soon: await made(), fine: await made(), away: await made() }
    await build.relationship(supervisor, people.fine, 'EDUCATIONAL', { startsOn: '2026-06-10' })
    await build.placement(people.fine, await build.hostAgency(organization))
    await aSession(api, supervisor, [people.late], { heldOn: '2026-05-25' })
    await aSession(api, supervisor, [people.soon], { heldOn: '2026-06-09' })
    await aSession(api, supervisor, [people.fine], { heldOn: '2026-06-16' })
    await aSession(api, supervisor, [people.fine], { heldOn: '2026-03-25', segments: { ADMINISTRATIVE: 30 } })
    await aSession(api, supervisor, [people.away], { heldOn: '2026-06-16' })
    await new PeopleBuilders(build).leave(people.away, '2026-06-20', '2026-06-29')
  })
  afterAll(() => api.close())

  const read = async (variables: Record<string, unknown> = {}, who = caller): Promise<Team> =>
    (await who.data<{ myTeam: Team }>(TEAM, variables)).myTeam

  it('has one row a person, in three parts, with leave that moves the day and the quarter as weeks', async () => {
    const { edges, facets, totalCount } = await read()
    const { late, soon, fine, away } = people
    expect(edges.map(({ node }) => [node.peer.id, node.group])).toEqual([
      [late.id, 'OVERDUE'],
      [soon.id, 'NEXT_7_DAYS'],
      [fine.id, 'LATER'],
      [away.id, 'LATER'],
    ])
    expect([totalCount, facets]).toMatchObject([4, { overdue: 1, next7Days: 1, later: 2 }])
    expect(facets.types).toEqual(['EDUCATIONAL', 'SUPPORTIVE'])
    const [, , third, last] = edges
    expect(third?.node.relationships.map(({ type }) => type)).toEqual(['EDUCATIONAL', 'SUPPORTIVE'])
    expect(third?.node.hostAgencies).toEqual([{ name: 'County Jail' }])
    // The administrative session of March is of a type that this supervisor does not provide.
    expect(third?.node.weeks).toEqual([...Array.from({ length: 12 }, () => false), true])
    expect(last?.node.relationships).toEqual([
      {
        type: 'SUPPORTIVE',
        due: { dueOn: '2026-07-10', pausedDays: 10 },
        pauses: [{ startsOn: '2026-06-20', endsOn: '2026-06-29' }],
      },
    ])
  })

  it('begins the day with the same numbers, who is due and what waits, in two round trips', async () => {
    const MORNING = `{ supervisorMorning { overdue next7Days later dueSoon { peer { id } } sessionsToday { id }
      sessionsToSign timeRequests agreementsToSign } }`
    interface Morning {
      supervisorMorning: Record<string, unknown>
    }
    const batches = await api.statementsOf(async () => {
      const { supervisorMorning } = await caller.data<Morning>(MORNING)
      expect(supervisorMorning).toMatchObject({
        ...{ overdue: 1, next7Days: 1, later: 2, sessionsToday: [], timeRequests: 0 },
        dueSoon: [{ peer: { id: people.late.id } }, { peer: { id: people.soon.id } }],
        // The session of March is of a type that they do not give: nobody asks them to sign it.
        sessionsToSign: 4,
      })
    })
    // The team is asked for its day first, as on its own page.
    expect(batches).toHaveLength(2)
    const stranger = await api.as(await api.build.supervisor(organization))
    expect((await stranger.data<Morning>(MORNING)).supervisorMorning).toMatchObject({
      ...{ overdue: 0, next7Days: 0, later: 0, dueSoon: [], sessionsToSign: 0, agreementsToSign: 0 },
    })
  })

  it('narrows to a type, which alone decides then, to a part, an agency and a name', async () => {
    const ids = async (filter: Record<string, unknown>): Promise<string[]> =>
      (await read({ filter })).edges.map(({ node }) => node.peer.id)
    const { late, soon, fine } = people
    expect(await ids({ type: 'EDUCATIONAL' })).toEqual([fine.id])
    expect(await ids({ group: 'OVERDUE' })).toEqual([late.id])
    expect(await ids({ search: soon.displayName })).toEqual([soon.id])
    const { facets } = await read()
    expect(await ids({ hostAgencyId: facets.hostAgencies[0]?.id })).toEqual([fine.id])
    const { errors } = await caller.ask(TEAM, { filter: { search: 'a'.repeat(101) } })
    expect(errors?.[0]?.extensions.validationErrors?.[0]?.field).toBe('filter.search')
  })

  it('pages without a gap or a double', async () => {
    const all = (await read()).edges.map(({ node }) => node.peer.id)
    const first = await read({ first: 3 })
    const second = await read({ first: 3, after: first.pageInfo.endCursor })
    expect([...first.edges, ...second.edges].map(({ node }) => node.peer.id)).toEqual(all)
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false])
  })

  it('is empty for whoever supervises nobody, and shows nobody whom another supervises', async () => {
    const other = await api.as(await api.build.supervisor(organization))
    expect(await read({}, other)).toMatchObject({ totalCount: 0, edges: [], facets: { types: [] } })
  })

  it('shows the balance of the last 90 days for own people, and of others nothing is there', async () => {
    const balance = (peerId: string, who = caller) =>
      who.ask<{ balanceOfMyPeer: { type: string; minutes: number }[] }>(
        'query ($peerId: UUID!) { balanceOfMyPeer(peerId: $peerId) { type minutes agreedPercent } }',
        { peerId },
      )
    const { data } = await balance(people.fine.id)
    expect(data?.balanceOfMyPeer).toMatchObject([
      { type: 'ADMINISTRATIVE', minutes: 30 },
      { type: 'EDUCATIONAL', minutes: 0 },
      { type: 'SUPPORTIVE', minutes: 45 },
    ])
    const stranger = await api.build.peer(organization)
    const { errors } = await balance(stranger.id)
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    const nobody = await balance('00000000-0000-4000-8000-000000000000')
    expect(nobody.errors).toEqual(
      errors?.map((error) => ({ ...error, extensions: expect.anything() as object })),
    )
  })

  it('asks as many statements for 25 people as for 250', async () => {
    const statements = async (count: number): Promise<number[]> => {
      const holder = await api.build.supervisor(organization)
      for (let each = 0; each < count; each += 1) {
        const peer = await api.build.peer(organization)
        await api.build.relationship(holder, peer, 'SUPPORTIVE', { startsOn: '2026-05-01' })
        await api.build.agreement(peer, { SUPPORTIVE: 14 })
      }
      const who = await api.as(holder)
      const batches = await api.statementsOf(async () => {
        expect((await read({ first: 25 }, who)).totalCount).toBe(count)
      })
      return batches.map((batch) => batch.length)
    }
    const few = await statements(25)
    expect(await statements(250)).toEqual(few)
  })
})
