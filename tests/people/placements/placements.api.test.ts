import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { changed } from '../../support/changes.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// Placing, correcting and counting: what is refused with field and limit, and what two managers at once can do.

const ADD = `mutation ($input: CreatePlacementInput!) {
  createPlacement(input: $input) { placement { id revision fullTimeShare hostAgency { name } } } }`
const UPDATE = `mutation ($input: UpdatePlacementInput!) { updatePlacement(input: $input) { __typename
  ... on PlacementUpdated { placement { endsOn revision } } ... on StaleRevision { currentRevision } } }`
const COUNT = `mutation ($id: UUID!, $people: Int!, $on: LocalDate!) {
  recordCaseload(input: { placementId: $id, people: $people, countedOn: $on }) {
    caseloadCount { people countedOn } placement { caseload } } }`

describe('placing a peer', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let jail: string
  let court: string
  let peer: Member
  let manager: Caller
  let second: Caller
  beforeAll(async () => {
    api = await TestApi.start()
  })
  afterAll(() => api.close())
  beforeEach(async () => {
    organization = await api.build.organization()
    jail = await api.build.hostAgency(organization)
    court = await api.build.hostAgency(organization, { name: 'Court' })
    peer = await api.build.peer(organization)
    manager = await api.as(await api.build.member(organization, ['MANAGER']))
    second = await api.as(await api.build.member(organization, ['MANAGER']))
  })

  const input = (change: object = {}) => ({
    hostAgencyId: jail,
    jobTitle: 'PEER_BRIDGER',
    startsOn: '2026-01-01',
    fullTimeShare: 0.5,
    ...change,
  })
  const added = (change: object = {}) => ({ input: { peerId: peer.id, ...input(change) } })
  const updated = (placementId: string, expectedRevision: number, change: object) => ({
    input: { placementId, expectedRevision, ...input(change) },
  })
  async function add(change: object = {}): Promise<string> {
    const { placement } = await changed<{ placement: { id: string; hostAgency: { name: string } } }>(
      manager,
      ADD,
      added(change),
    )
    expect(placement).toMatchObject({ revision: 1 })
    expect(placement.hostAgency.name).toBeTypeOf('string')
    return placement.id
  }
  async function validationErrors(caller: Caller, query: string, variables: Record<string, unknown>) {
    const { errors } = await caller.ask(query, variables)
    return errors?.[0]?.extensions.validationErrors ?? errors?.[0]?.extensions.code
  }

  it('refuses an end before its beginning, the same agency twice and more than full time, each with its limit', async () => {
    await add({ endsOn: '2026-06-30' })
    const tried = (change: object) => validationErrors(manager, ADD, added(change))
    expect(await tried({ startsOn: '2026-07-01', endsOn: '2026-06-30' })).toEqual([
      { field: 'endsOn', problem: 'before-its-start', limit: '2026-07-01' },
    ])
    expect(await tried({ startsOn: '2026-06-30' })).toEqual([
      { field: 'startsOn', problem: 'overlaps', limit: '2026-06-30' },
    ])
    expect(await tried({ hostAgencyId: court, startsOn: '2026-06-30', fullTimeShare: 0.55 })).toEqual([
      { field: 'fullTimeShare', problem: 'too-large', limit: 0.5 },
    ])
    expect(await tried({ hostAgencyId: randomUUID(), startsOn: '2026-07-01' })).toEqual([
      { field: 'hostAgencyId', problem: 'not-found' },
    ])
    await add({ startsOn: '2026-07-01' })
    await add({ hostAgencyId: court })
  })

  it('holds in the database too, whatever a service forgets', async () => {
    await add()
    const placed = (row: object) =>
      api.build.insert('placement', {
        organization_id: organization.id,
        peer_id: peer.id,
        host_agency_id: jail,
        job_title: 'PEER_BRIDGER',
        starts_on: '2026-05-01',
        full_time_share: 0.5,
        ...row,
      })
    await expect(placed({})).rejects.toMatchObject({ constraint: 'placement_overlaps' })
    const tooMuch = placed({ host_agency_id: court, full_time_share: 0.51 })
    await expect(tooMuch).rejects.toMatchObject({ constraint: 'placement_more_than_full_time' })
    await placed({ host_agency_id: court })
  })

  it('lets one of two managers place at the same moment, and refuses the other', async () => {
    const answers = await Promise.all([manager, second].map((caller) => caller.ask(ADD, added())))
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'placed').sort()
    expect(codes).toEqual(['BAD_INPUT', 'placed'])
  })

  it('tells the second of two managers that the placement changed meanwhile', async () => {
    const id = await add()
    expect(await changed(manager, UPDATE, updated(id, 1, { endsOn: '2026-08-31' }))).toMatchObject({
      placement: { endsOn: '2026-08-31', revision: 2 },
    })
    expect(await second.data(UPDATE, updated(id, 1, { fullTimeShare: 1 }))).toEqual({
      updatePlacement: { __typename: 'StaleRevision', currentRevision: 2 },
    })
    const { rows } = await api.superuser.query(
      'select ends_on::text, full_time_share::float, revision from placement where id = $1',
      [id],
    )
    expect(rows).toEqual([{ ends_on: '2026-08-31', full_time_share: 0.5, revision: 2 }])
  })

  it('keeps counts by day; the latest day stands on the placement, and the trail has each', async () => {
    const id = await add()
    const own = await api.as(peer)
    await manager.data(COUNT, { id, people: 26, on: '2026-06-01' })
    await own.data(COUNT, { id, people: 31, on: '2026-06-17' })
    await own.data(COUNT, { id, people: 29, on: '2026-06-17' })
    expect(await changed(manager, COUNT, { id, people: 12, on: '2026-02-01' })).toEqual({
      caseloadCount: { people: 12, countedOn: '2026-02-01' },
      placement: { caseload: 29 },
    })
    const { rows } = await api.superuser.query('select caseload_size from placement where id = $1', [id])
    expect(rows).toEqual([{ caseload_size: 29 }])
    expect(await validationErrors(own, COUNT, { id, people: 501, on: '2026-06-18' })).toEqual([
      { field: 'people', problem: 'too-large', limit: 500 },
      { field: 'countedOn', problem: 'in-the-future', limit: '2026-06-17' },
    ])
    const colleague = await api.as(await api.build.peer(organization))
    expect(await validationErrors(colleague, COUNT, { id, people: 1, on: '2026-06-17' })).toBe('NOT_FOUND')
    const trail = await api.superuser.query(
      "select actor_id from audit_entry where subject = 'caseload_count' and person_id = $1",
      [peer.id],
    )
    expect(trail.rowCount).toBe(4)
  })

  it('lets a peer change nothing of their placement but the count, in the database itself', async () => {
    const id = await add()
    const direct = async (set: string) => {
      const token = await api.session(peer)
      await api.superuser.query('begin')
      try {
        await api.superuser.query('set local role alongside_app')
        await api.superuser.query("select from access.enter($1, $2, '{}', null)", [
          createHash('sha256').update(token).digest(),
          api.now.toISOString(),
        ])
        return (await api.superuser.query(`update placement set ${set} where id = $1`, [id])).rowCount
      } finally {
        await api.superuser.query('rollback')
      }
    }
    expect(await direct('caseload_size = 20')).toBe(1)
    await expect(direct('full_time_share = 1')).rejects.toMatchObject({ code: '42501' })
    await expect(direct("ends_on = '2026-06-17'")).rejects.toMatchObject({ code: '42501' })
  })
})
