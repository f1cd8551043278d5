import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { PeopleBuilders } from '../../support/builders/people-builders.ts'
import { TestApi } from '../../support/test-api.ts'

// The access matrix of people at work and host agencies: actors × operations, by privacy.md's row for placements.

type Actors = Awaited<ReturnType<typeof cast>>['actors']
const FORBIDDEN = {
  signedOut: 'UNAUTHENTICATED',
  peer: 'FORBIDDEN',
  colleague: 'FORBIDDEN',
  administrative: 'FORBIDDEN',
  educational: 'FORBIDDEN',
  supportive: 'FORBIDDEN',
  manager: 'FORBIDDEN',
  admin: 'FORBIDDEN',
  auditor: 'FORBIDDEN',
  stranger: 'FORBIDDEN',
  strangerManager: 'FORBIDDEN',
}

describe('who may see and change people at work', () => {
  let api: TestApi
  let actors: Actors
  let ids: { peer: string; agency: string; placement: string; leave: string; contact: string; paper: string }
  beforeAll(async () => {
    api = await TestApi.start()
    const world = await cast(api.build)
    actors = world.actors
    const { peer } = actors
    const { rows } = await api.superuser.query<{ id: string }>(
      'select id from placement where peer_id = $1',
      [peer.id],
    )
    const placement = rows[0]?.id ?? ''
    const people = new PeopleBuilders(api.build)
    await people.count(peer, placement, '2026-06-01', 24)
    const [contact, paper] = [randomUUID(), randomUUID()]
    const agency = { organization_id: world.organization.id, host_agency_id: world.hostAgencyId }
    await api.build.insert('host_agency_contact', {
      ...agency,
      id: contact,
      name: 'Desk',
      purpose: 'Copies',
      phone: '555',
    })
    await api.build.insert('data_sharing_agreement', {
      ...agency,
      id: paper,
      reference: 'A-1',
      starts_on: '2026-01-01',
    })
    const leave = await people.leave(peer, '2026-07-01', '2026-07-14')
    ids = { peer: peer.id, agency: world.hostAgencyId, placement, leave, contact, paper }
  })
  afterAll(() => api.close())

  /** What each actor gets: the code of the error, or the answer in short. */
  async function outcomes(query: string, inShort: (data: Record<string, never>) => unknown) {
    const found: Record<string, unknown> = {}
    for (const [name, member] of [['signedOut', null], ...Object.entries(actors)] as [
      string,
      Member | null,
    ][]) {
      const caller = member ? await api.as(member) : api.signedOut()
      const { data, errors } = await caller.ask(query)
      found[name] = errors?.[0] ? errors[0].extensions.code : inShort(data ?? {})
    }
    return found
  }

  it('T8: lists peers for managers and auditors, each of their own organization', async () => {
    const total = (data: Record<string, never>) =>
      (data['peers'] as unknown as { totalCount: number }).totalCount
    expect(await outcomes('{ peers { totalCount } }', total)).toEqual({
      ...FORBIDDEN,
      manager: 2,
      auditor: 2,
      strangerManager: 1,
    })
    const rowsInFile: Record<string, unknown> = {}
    for (const [name, member] of [['signedOut', null] as const, ...Object.entries(actors)]) {
      const { code, text } = await (member ? await api.as(member) : api.signedOut()).file('peers')
      rowsInFile[name] = code ?? text.trimEnd().split('\r\n').length - 1
    }
    expect(rowsInFile).toEqual({ ...FORBIDDEN, manager: 2, auditor: 2, strangerManager: 1 })
  })

  it('shows one peer to themselves, their supervisors of any type, managers and auditors; to others nobody', async () => {
    const query = `{ peer(peerId: "${ids.peer}") { placements { id } caseloadCounts { people } leavePeriods { id } } }`
    const rows = (data: Record<string, never>) => {
      const { placements, caseloadCounts, leavePeriods } = data['peer'] as unknown as Record<
        string,
        unknown[]
      >
      return [placements, caseloadCounts, leavePeriods].map((list) => list?.length).join()
    }
    const all = '1,1,1'
    expect(await outcomes(query, rows)).toEqual({
      ...FORBIDDEN,
      ...{ peer: all, administrative: all, educational: all, supportive: all, manager: all, auditor: all },
      ...{ colleague: 'NOT_FOUND', stranger: 'NOT_FOUND', strangerManager: 'NOT_FOUND' },
    })
  })

  /** A change that somebody else was quicker with is none. */
  const done = (data: Record<string, never>) =>
    JSON.stringify(data).includes('StaleRevision') ? 'StaleRevision' : 'done'
  it('lets a manager alone place, move and let go', async () => {
    const input = `hostAgencyId: "${ids.agency}", jobTitle: PEER_ADVOCATE, startsOn: "2020-01-01", endsOn: "2020-02-01", fullTimeShare: 1`
    const own = { ...FORBIDDEN, manager: 'done', strangerManager: 'NOT_FOUND' }
    const ofPeer = `peerId: "${ids.peer}"`
    for (const mutation of [
      `createPlacement(input: { ${ofPeer}, ${input} }) { placement { id } }`,
      `assignTeam(input: { ${ofPeer}, expectedRevision: 0 }) { __typename }`,
      `endEmployment(input: { ${ofPeer}, expectedRevision: 1, leavesOn: "2026-12-31" }) { __typename }`,
      `cancelDeparture(input: { ${ofPeer}, expectedRevision: 2 }) { __typename }`,
    ])
      expect(await outcomes(`mutation { ${mutation} }`, done), mutation).toEqual(own)
  })

  it('lets the peer and a manager count and record leave', async () => {
    const own = {
      ...FORBIDDEN,
      peer: 'done',
      manager: 'done',
      colleague: 'NOT_FOUND',
      stranger: 'NOT_FOUND',
      strangerManager: 'NOT_FOUND',
    }
    const leave = `leavePeriodId: "${ids.leave}"`
    for (const mutation of [
      `recordCaseload(input: { placementId: "${ids.placement}", people: 20, countedOn: "2026-06-17" }) {
        placement { caseload } }`,
      `updateLeave(input: { ${leave}, startsOn: "2026-07-01", endsOn: "2026-07-15" }) { leavePeriod { endsOn } }`,
    ])
      expect(await outcomes(`mutation { ${mutation} }`, done), mutation).toEqual(own)
    const record = `mutation { recordLeave(input: {
      peerId: "${ids.peer}", startsOn: "2026-09-01", endsOn: "2026-09-02" }) { leavePeriod { id } } }`
    // The second of the two finds the first one's leave in the way.
    expect(await outcomes(record, done)).toEqual({ ...own, manager: 'BAD_INPUT' })
    expect(
      await outcomes(`mutation { voidLeave(input: { ${leave} }) { leavePeriod { startsOn } } }`, done),
    ).toEqual({
      ...own,
      manager: 'NOT_FOUND',
    })
  })

  it('leaves host agencies to managers and admins', async () => {
    const count = (data: Record<string, never>) =>
      (data['hostAgencies'] as unknown as { edges: unknown[] }).edges.length
    expect(await outcomes('{ hostAgencies { edges { node { name } } } }', count)).toEqual({
      ...FORBIDDEN,
      manager: 1,
      admin: 1,
      strangerManager: 0,
    })
    const own = { ...FORBIDDEN, manager: 'done', admin: 'done', strangerManager: 'NOT_FOUND' }
    const [agency, paper] = [`hostAgencyId: "${ids.agency}"`, 'reference: "A-2", startsOn: "2026-01-01"']
    for (const mutation of [
      `createHostAgencyContact(input: { ${agency}, name: "X", purpose: "Y", phone: "555" }) {
        contact { id } hostAgency { contacts { name } } }`,
      `createDataSharingAgreement(input: { ${agency}, ${paper} }) { hostAgency { dataSharing { state } } }`,
      `updateDataSharingAgreement(input: { agreementId: "${ids.paper}", ${paper} }) { agreement { reference } }`,
    ])
      expect(await outcomes(`mutation { ${mutation} }`, done), mutation).toEqual(own)
    const remove = `mutation { removeHostAgencyContact(input: { contactId: "${ids.contact}" }) {
      hostAgency { contacts { name } } } }`
    expect(await outcomes(remove, done)).toEqual({ ...own, admin: 'NOT_FOUND' })
  })
})
