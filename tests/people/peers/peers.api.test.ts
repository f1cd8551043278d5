import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { PeopleBuilders } from '../../support/builders/people-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// The list of peers and one peer: what is found, in which order, with how many statements. Today is 2026-06-17.

interface Found {
  peers: {
    totalCount: number
    pageInfo: { hasNextPage: boolean; endCursor: string | null }
    edges: { node: { displayName: string; state: string; stateUntil: string | null } }[]
  }
}
const LIST = `query ($first: Int, $after: String, $filter: PeersFilter, $sort: PeersSort) {
  peers(first: $first, after: $after, filter: $filter, sort: $sort) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id displayName state stateUntil joinedOn jobTitles fullTimeShare caseload
                   team { name } hostAgencies { name } } } } }`
const CERTIFIED = `query ($first: Int, $after: String, $filter: PeersFilter, $sort: PeersSort) {
  peers(first: $first, after: $after, filter: $filter, sort: $sort) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { displayName certification { status expiresOn isExpiryUnknown count } } } } }`
const FACETS = `query ($filter: PeersFilter) {
  peers(filter: $filter, first: 1) { facets { onLeave leaving notJoined left aboveUsualCaseload } } }`
const WORK = `placements { id revision endsOn caseload hostAgency { name } } voidedPlacements { id }
  caseloadCounts { countedOn people } leavePeriods { startsOn endsOn }`
const PROFILE = `query ($id: UUID!) { peer(peerId: $id) {
  displayName revision leavesOn state caseload ${WORK} } }`
const LIST_WITH_WORK = `query ($first: Int) { peers(first: $first) { edges { node { displayName ${WORK} } } } }`

describe('the peers of an organization', () => {
  let api: TestApi
  let people: PeopleBuilders
  let organization: BuiltOrganization
  let manager: Caller
  let managing: Member
  let jail: string
  beforeAll(async () => {
    api = await TestApi.start()
    people = new PeopleBuilders(api.build)
  })
  afterAll(() => api.close())
  beforeEach(async () => {
    organization = await api.build.organization()
    jail = await api.build.hostAgency(organization)
    managing = await api.build.member(organization, ['MANAGER'])
    manager = await api.as(managing)
  })

  async function named(displayName: string): Promise<Member> {
    const peer = await api.build.peer(organization)
    await api.superuser.query('update membership set display_name = $1 where id = $2', [displayName, peer.id])
    return { ...peer, displayName }
  }
  /** On leave, leaving, not joined, left, above the usual caseload. */
  async function counted(filter: object): Promise<number[]> {
    const { peers } = await manager.data<{ peers: { facets: Record<string, number> } }>(FACETS, { filter })
    return ['onLeave', 'leaving', 'notJoined', 'left', 'aboveUsualCaseload'].map(
      (key) => peers.facets[key] ?? -1,
    )
  }
  async function listed(variables: object = {}): Promise<string[]> {
    const { peers } = await manager.data<Found>(LIST, { ...variables })
    return peers.edges.map(({ node }) => node.displayName)
  }

  it('says of each how they stand: here, away, leaving, gone, not joined yet', async () => {
    await named('Ana')
    await people.leave(await named('Ben'), '2026-06-10', '2026-06-30')
    await people.leave(await named('Cleo'), '2026-06-10')
    await people.employment(await named('Dan'), { leaves_on: '2026-07-31' })
    await people.employment(await named('Eve'), { leaves_on: '2026-06-16' })
    const late = await named('Flo')
    await api.superuser.query('update membership set account_id = null where id = $1', [late.id])
    await people.leave(await named('Gil'), '2026-06-18')
    const { peers } = await manager.data<Found>(LIST)
    const states = peers.edges.map(({ node }) => [node.displayName, node.state, node.stateUntil])
    expect(states).toEqual([
      ['Ana', 'CURRENT', null],
      ['Ben', 'ON_LEAVE', '2026-06-30'],
      ['Cleo', 'ON_LEAVE', null],
      ['Dan', 'LEAVING', '2026-07-31'],
      ['Flo', 'NOT_JOINED', null],
      ['Gil', 'CURRENT', null],
    ])
    expect(await listed({ filter: { state: 'LEFT' } })).toEqual(['Eve'])
    expect(await counted({})).toEqual([2, 1, 1, 1, 0])
    expect(await counted({ state: 'LEFT' })).toEqual([2, 1, 1, 1, 0])
    expect(await counted({ search: 'e' })).toEqual([2, 0, 0, 1, 0])
  })

  it('counts on each chip exactly what the list shows once it is pressed', async () => {
    const [ana, ben] = [await named('Ana'), await named('Ben')]
    await api.build.placement(ana, jail, { caseloadSize: 31 })
    await api.build.placement(ben, jail, { caseloadSize: 31 })
    await people.leave(ben, '2026-06-16')
    await named('Cleo')
    const choices = [{}, { state: 'ON_LEAVE' }, { aboveUsualCaseload: true }, { hostAgencyId: jail }]
    for (const filter of choices) {
      const shown = async (more: object) => (await listed({ filter: { ...filter, ...more } })).length
      expect(await counted(filter)).toEqual([
        await shown({ state: 'ON_LEAVE' }),
        await shown({ state: 'LEAVING' }),
        await shown({ state: 'NOT_JOINED' }),
        await shown({ state: 'LEFT' }),
        await shown({ aboveUsualCaseload: true }),
      ])
    }
  })

  it('finds by name without accents, and narrows by agency, team, title and caseload', async () => {
    const ana = await named('Ana Núñez')
    const ben = await named('Ben')
    const probation = await api.build.hostAgency(organization, { name: 'Probation' })
    const team = await people.team(organization, 'Nights')
    await api.build.placement(ana, jail, { caseloadSize: 31 })
    await api.build.placement(ben, probation, { caseloadSize: 30 })
    await people.employment(ben, { team_id: team })
    expect(await listed({ filter: { search: 'nunez' } })).toEqual(['Ana Núñez'])
    expect(await listed({ filter: { search: '%' } })).toEqual([])
    expect(await listed({ filter: { hostAgencyId: jail } })).toEqual(['Ana Núñez'])
    expect(await listed({ filter: { teamId: team } })).toEqual(['Ben'])
    expect(await listed({ filter: { jobTitle: 'PEER_BRIDGER' } })).toEqual([])
    expect(await listed({ filter: { aboveUsualCaseload: true } })).toEqual(['Ana Núñez'])
    expect(await listed({ sort: { by: 'TEAM', descending: true } })).toEqual(['Ben', 'Ana Núñez'])
  })

  it('gives every row once over all pages, in either direction', async () => {
    for (const name of ['Ana', 'Ben', 'Ben', 'Cleo', 'Dan']) await named(name)
    for (const descending of [false, true]) {
      const seen: string[] = []
      let after: string | null = null
      do {
        const { peers }: Found = await manager.data<Found>(LIST, {
          first: 2,
          after,
          sort: { by: 'NAME', descending },
        })
        seen.push(...peers.edges.map(({ node }) => node.displayName))
        after = peers.pageInfo.hasNextPage ? peers.pageInfo.endCursor : null
      } while (after)
      const sorted = ['Ana', 'Ben', 'Ben', 'Cleo', 'Dan']
      expect(seen).toEqual(descending ? sorted.reverse() : sorted)
    }
    const { errors } = await manager.ask(LIST, { after: 'bm90aGluZw' })
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT')
  })

  it('asks one write of two statements for 5 peers and for 50, and of five for one peer with all their work', async () => {
    const sentFor = async (query: string) => {
      const batches = await api.statementsOf(() =>
        manager.data(query, query === FACETS ? {} : { first: 100 }),
      )
      return batches.map((batch) => batch.length)
    }
    const sent = () => sentFor(LIST)
    for (let count = 0; count < 5; count++) await api.build.placement(await named(`P ${count}`), jail)
    expect(await sent()).toEqual([2])
    expect(await sentFor(FACETS)).toEqual([3])
    expect(await sentFor(LIST_WITH_WORK)).toEqual([2, 4])
    let last: Member | undefined
    for (let count = 5; count < 50; count++) {
      last = await named(`P ${count}`)
      await api.build.placement(last, jail)
    }
    expect(await listed({ first: 100 })).toHaveLength(50)
    expect(await sent()).toEqual([2])
    expect(await sentFor(FACETS)).toEqual([3])
    expect(await sentFor(LIST_WITH_WORK)).toEqual([2, 4])
    const profile = await api.statementsOf(() => manager.data(PROFILE, { id: last?.id }))
    expect(profile.map((batch) => batch.length)).toEqual([5])
    const name = `query ($id: UUID!) { peer(peerId: $id) { displayName } }`
    const short = await api.statementsOf(() => manager.data(name, { id: last?.id }))
    expect(short.map((batch) => batch.length)).toEqual([2])
  })

  it('says of each in the list what it says of one alone', async () => {
    const [ana, ben] = [await named('Ana'), await named('Ben')]
    const placementId = await api.build.placement(ana, jail, { caseloadSize: 20 })
    await people.count(ana, placementId, '2026-03-01', 24)
    await people.leave(ben, '2026-07-01', '2026-07-14')
    const { peers } = await manager.data<{ peers: { edges: { node: object }[] } }>(LIST_WITH_WORK)
    for (const [place, { id }] of [ana, ben].entries()) {
      const { peer } = await manager.data<{ peer: object }>(PROFILE, { id })
      expect(peer).toMatchObject(peers.edges[place]?.node ?? {})
    }
    expect(peers.edges.map(({ node }) => node)).toMatchObject([
      { caseloadCounts: [{ people: 24 }], leavePeriods: [] },
      { placements: [], leavePeriods: [{ startsOn: '2026-07-01' }] },
    ])
  })

  describe('with their certifications', () => {
    /** The certifications of Ana lapsed and current, of Ben current, of Cleo none; Dan's was voided. */
    async function arranged(): Promise<void> {
      const arrange = new CertificationBuilders(api.build)
      const ana = await named('Ana')
      await arrange.certification(ana, CREDENTIAL.california, { expiresOn: '2026-06-01' })
      await arrange.certification(ana, CREDENTIAL.michigan, {
        issuedOn: '2026-05-01',
        expiresOn: '2028-04-30',
      })
      await arrange.certification(await named('Ben'), CREDENTIAL.california, {
        issuedOn: '2026-05-01',
        expiresOn: '2028-05-31',
      })
      await named('Cleo')
      const voided = await arrange.certification(await named('Dan'), CREDENTIAL.california)
      const by = [voided, managing.id, '2026-06-17T12:00:00Z']
      await api.superuser.query('update certification set voided_by = $2, voided_at = $3 where id = $1', by)
    }
    const names = async (variables: Record<string, unknown>): Promise<string[]> => {
      const { peers } = await manager.data<Found>(CERTIFIED, variables)
      return peers.edges.map(({ node }) => node.displayName)
    }

    it('says the most pressing status and the next expiry of each, and that none is on file', async () => {
      await arranged()
      const { peers } = await manager.data<{ peers: { edges: { node: object }[] } }>(CERTIFIED)
      expect(peers.edges.map(({ node }) => node)).toEqual([
        {
          displayName: 'Ana',
          certification: { status: 'LAPSED', expiresOn: '2028-04-30', isExpiryUnknown: false, count: 2 },
        },
        {
          displayName: 'Ben',
          certification: { status: 'CURRENT', expiresOn: '2028-05-31', isExpiryUnknown: false, count: 1 },
        },
        { displayName: 'Cleo', certification: null },
        { displayName: 'Dan', certification: null },
      ])
      const rows = (await manager.file('peers')).text.trimEnd().split('\r\n')
      expect(rows[0]).toContain(',Certification,Expires,')
      expect(rows[1]).toContain(',Lapsed,2028-04-30,')
      expect(rows[3]).toContain(',No certification on file,,')
    })

    it('sorts by what presses most, over pages, and narrows by it', async () => {
      await arranged()
      const sort = { by: 'CERTIFICATION', descending: false }
      expect(await names({ sort })).toEqual(['Ana', 'Ben', 'Cleo', 'Dan'])
      expect(await names({ sort: { ...sort, descending: true } })).toEqual(['Dan', 'Cleo', 'Ben', 'Ana'])
      const { peers } = await manager.data<Found>(CERTIFIED, { sort, first: 2 })
      expect(await names({ sort, first: 2, after: peers.pageInfo.endCursor })).toEqual(['Cleo', 'Dan'])
      expect(await names({ filter: { certificationStatus: 'LAPSED' } })).toEqual(['Ana'])
      expect(await names({ filter: { hasCertification: false } })).toEqual(['Cleo', 'Dan'])
      expect(await counted({ hasCertification: false })).toEqual([0, 0, 0, 0, 0])
    })

    it('asks as many statements for one peer as for forty', async () => {
      const sent = async () => {
        await manager.data(CERTIFIED, { first: 100 })
        const batches = await api.statementsOf(() => manager.data(CERTIFIED, { first: 100 }))
        return batches.map((batch) => batch.length)
      }
      const arrange = new CertificationBuilders(api.build)
      await arrange.certification(await named('P 0'), CREDENTIAL.california)
      const forOne = await sent()
      for (let count = 1; count < 40; count++)
        await arrange.certification(await named(`P ${count}`), CREDENTIAL.california)
      expect(await sent()).toEqual(forOne)
      expect(forOne).toEqual([3])
    })
  })

  it('exports the same rows after the password, and the trail says who took how many', async () => {
    await api.build.placement(await named('=Ana'), jail, { caseloadSize: 33 })
    await named('Ben')
    const unconfirmed = await api.as(managing, { confirmed: false })
    expect((await unconfirmed.file('peers')).code).toBe('CONFIRM_PASSWORD')
    const lines = (await manager.file('peers')).text.trimEnd().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[1]).toContain("'=Ana,Active,")
    expect(lines[1]).toContain('Above 20-30')
    const { rows } = await api.superuser.query(
      "select actor_id, facts from audit_entry where organization_id = $1 and area = 'EXPORT'",
      [organization.id],
    )
    expect(rows).toEqual([{ actor_id: managing.id, facts: { rows: 2 } }])
  })

  it('shows one peer with placements, counts and leave, and nobody where there is none', async () => {
    const ana = await named('Ana')
    const placementId = await api.build.placement(ana, jail, { caseloadSize: 20 })
    await people.count(ana, placementId, '2026-03-01', 24)
    await people.count(ana, placementId, '2026-01-01', 28)
    await people.leave(ana, '2026-07-01', '2026-07-14')
    const { peer } = await manager.data(PROFILE, { id: ana.id })
    expect(peer).toEqual({
      displayName: 'Ana',
      revision: 0,
      leavesOn: null,
      state: 'CURRENT',
      // The latest count by its day, not by when it was entered.
      caseload: 24,
      placements: [
        { id: placementId, revision: 1, endsOn: null, caseload: 24, hostAgency: { name: 'County Jail' } },
      ],
      voidedPlacements: [],
      caseloadCounts: [
        { countedOn: '2026-01-01', people: 28 },
        { countedOn: '2026-03-01', people: 24 },
      ],
      leavePeriods: [{ startsOn: '2026-07-01', endsOn: '2026-07-14' }],
    })
    const { errors } = await manager.ask(PROFILE, { id: randomUUID() })
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })
})
