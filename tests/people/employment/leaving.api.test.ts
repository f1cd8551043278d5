import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { changed, refusal } from '../../support/changes.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// Leaving with a day: what ends with it, what comes back, who may not, and the door on the day after.

const LEAVE = `mutation ($id: UUID!, $on: LocalDate!, $revision: Int!) {
  endEmployment(input: { peerId: $id, leavesOn: $on, expectedRevision: $revision }) { __typename
    ... on EmploymentEnded { peer { leavesOn revision } } ... on StaleRevision { currentRevision } } }`
const CANCEL = `mutation ($id: UUID!, $revision: Int!) {
  cancelDeparture(input: { peerId: $id, expectedRevision: $revision }) { __typename
    ... on DepartureCancelled { peer { leavesOn revision } } } }`
const TEAM = `mutation ($id: UUID!, $revision: Int!, $teamId: UUID) {
  assignTeam(input: { peerId: $id, expectedRevision: $revision, teamId: $teamId }) { __typename
    ... on TeamAssigned { peer { team { name } revision } } ... on StaleRevision { currentRevision } } }`

describe('leaving with a day', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let jail: string
  let peer: Member
  let supervisor: Member
  let manager: Caller
  beforeAll(async () => {
    api = await TestApi.start()
  })
  afterAll(() => api.close())
  beforeEach(async () => {
    api.at('2026-06-17T16:00:00Z')
    organization = await api.build.organization()
    jail = await api.build.hostAgency(organization)
    peer = await api.build.peer(organization)
    supervisor = await api.build.supervisor(organization)
    manager = await api.as(await api.build.member(organization, ['MANAGER']))
  })

  const ends = async () => {
    const { rows } = await api.superuser.query<{ what: string; ends: string | null }>(
      `select 'placement ' || starts_on as what, ends_on::text as ends from placement where peer_id = $1
       union all select type, ends_on::text from supervision_relationship where peer_id = $1 order by 1`,
      [peer.id],
    )
    return Object.fromEntries(rows.map(({ what, ends: day }) => [what, day]))
  }
  async function work(): Promise<void> {
    await api.build.placement(peer, jail, { startsOn: '2025-01-01', endsOn: '2026-03-31' })
    await api.build.placement(peer, jail, { startsOn: '2026-04-01' })
    await api.build.relationship(supervisor, peer, 'EDUCATIONAL')
    await api.build.relationship(supervisor, peer, 'SUPPORTIVE', { endsOn: '2026-07-10' })
    await api.build.relationship(supervisor, peer, 'ADMINISTRATIVE', { startsOn: '2026-08-01' })
  }
  it('ends placements and supervision with it, and gives each its own end back when undone', async () => {
    await work()
    const before = await ends()
    await changed(manager, LEAVE, { id: peer.id, on: '2026-07-31', revision: 0 })
    expect(await ends()).toEqual({
      'placement 2025-01-01': '2026-03-31',
      'placement 2026-04-01': '2026-07-31',
      // What ends sooner ends sooner; what begins later never takes place.
      EDUCATIONAL: '2026-07-31',
      SUPPORTIVE: '2026-07-10',
      ADMINISTRATIVE: '2026-07-31',
    })
    expect(await changed(manager, LEAVE, { id: peer.id, on: '2026-07-05', revision: 1 })).toMatchObject({
      peer: { leavesOn: '2026-07-05', revision: 2 },
    })
    expect(await ends()).toMatchObject({ SUPPORTIVE: '2026-07-05', 'placement 2026-04-01': '2026-07-05' })
    await changed(manager, LEAVE, { id: peer.id, on: '2026-08-31', revision: 2 })
    expect(await ends()).toMatchObject({ SUPPORTIVE: '2026-07-10', ADMINISTRATIVE: '2026-08-31' })
    await changed(manager, CANCEL, { id: peer.id, revision: 3 })
    expect(await ends()).toEqual(before)
  })

  it('T1: brings back no support that the peer has ended meanwhile, running or not yet begun', async () => {
    const later = await api.build.relationship(supervisor, peer, 'SUPPORTIVE', { startsOn: '2026-06-25' })
    const running = await api.build.relationship(await api.build.supervisor(organization), peer, 'SUPPORTIVE')
    await changed(manager, LEAVE, { id: peer.id, on: '2026-07-31', revision: 0 })
    const own = await api.as(peer)
    for (const id of [later, running])
      await own.data(
        `mutation ($id: UUID!) {
          endSupervisionRelationship(input: { relationshipId: $id }) { relationship { id } } }`,
        { id },
      )
    await changed(manager, CANCEL, { id: peer.id, revision: 1 })
    const { rows } = await api.superuser.query(
      "select 1 from supervision_relationship where peer_id = $1 and (ends_on is null or ends_on >= '2026-06-25')",
      [peer.id],
    )
    expect(rows).toEqual([])
  })

  it('asks the same statements however much work ends', async () => {
    await work()
    const few = await api.statementsOf(() =>
      changed(manager, LEAVE, { id: peer.id, on: '2026-07-31', revision: 0 }),
    )
    const other = await api.build.peer(organization)
    for (let count = 0; count < 20; count++)
      await api.build.relationship(await api.build.supervisor(organization), other, 'SUPPORTIVE')
    const many = await api.statementsOf(() =>
      changed(manager, LEAVE, { id: other.id, on: '2026-07-31', revision: 0 }),
    )
    expect(many.map((batch) => batch.length)).toEqual(few.map((batch) => batch.length))
  })

  it('lets in until the last day, and from the day after nobody: not the session, not a new one', async () => {
    const own = await api.as(peer)
    await changed(manager, LEAVE, { id: peer.id, on: '2026-06-18', revision: 0 })
    api.at('2026-06-19T03:59:00Z')
    expect(await refusal(own, '{ mySupervisors { totalCount } }', {})).toBeUndefined()
    api.at('2026-06-19T04:00:00Z')
    expect(await refusal(own, '{ mySupervisors { totalCount } }', {})).toBe('UNAUTHENTICATED')
    const late = await api.as(peer)
    expect(await refusal(late, '{ mySupervisors { totalCount } }', {})).toBe('UNAUTHENTICATED')
    const sees = await (await api.as(supervisor)).data('{ caseload { totalCount } }')
    expect(sees).toEqual({ caseload: { totalCount: 0 } })
  })

  it('cannot be undone or moved once the day is over', async () => {
    await changed(manager, LEAVE, { id: peer.id, on: '2026-06-16', revision: 0 })
    expect(await refusal(manager, CANCEL, { id: peer.id, revision: 1 })).toBe(
      'people.employment.left-already',
    )
    expect(await refusal(manager, LEAVE, { id: peer.id, on: '2026-07-31', revision: 1 })).toBe(
      'people.employment.left-already',
    )
  })

  it('keeps the last admin, at the service and in the database', async () => {
    const last = await api.build.member(organization, ['ADMIN', 'PEER'])
    expect(await refusal(manager, LEAVE, { id: last.id, on: '2026-07-31', revision: 0 })).toBe(
      'people.employment.last-admin',
    )
    await expect(
      api.build.insert('employment', {
        organization_id: organization.id,
        member_id: last.id,
        leaves_on: '2026-07-31',
      }),
    ).rejects.toMatchObject({ constraint: 'employment_last_admin' })
    const other = await api.build.member(organization, ['ADMIN', 'PEER'])
    await changed(manager, LEAVE, { id: last.id, on: '2026-07-31', revision: 0 })
    // The one who leaves does not count as the one who stays.
    expect(await refusal(manager, LEAVE, { id: other.id, on: '2026-07-31', revision: 0 })).toBe(
      'people.employment.last-admin',
    )
  })

  it('refuses a day that cannot be, and new work after it', async () => {
    const refused = await manager.ask(LEAVE, { id: peer.id, on: '2023-12-31', revision: 0 })
    expect(refused.errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'leavesOn', problem: 'before-its-start', limit: '2024-01-01' },
    ])
    await changed(manager, LEAVE, { id: peer.id, on: '2026-07-31', revision: 0 })
    const input = { hostAgencyId: jail, jobTitle: 'PEER_ADVOCATE', startsOn: '2026-07-01', fullTimeShare: 1 }
    const { errors } = await manager.ask(
      'mutation ($input: CreatePlacementInput!) { createPlacement(input: $input) { placement { id } } }',
      { input: { peerId: peer.id, ...input } },
    )
    expect(errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'endsOn', problem: 'too-far-ahead', limit: '2026-07-31' },
    ])
  })

  it('tells the second of two managers, whether it is the team or the day', async () => {
    const team = (
      await api.superuser.query<{ id: string }>(
        "insert into reporting_team (organization_id, name) values ($1, 'Nights') returning id",
        [organization.id],
      )
    ).rows[0]?.id
    expect(await changed(manager, TEAM, { id: peer.id, revision: 0, teamId: team })).toMatchObject({
      peer: { team: { name: 'Nights' }, revision: 1 },
    })
    expect(await refusal(manager, TEAM, { id: peer.id, revision: 0, teamId: null })).toBe('StaleRevision')
    expect(await refusal(manager, LEAVE, { id: peer.id, on: '2026-07-31', revision: 0 })).toBe(
      'StaleRevision',
    )
    await changed(manager, LEAVE, { id: peer.id, on: '2026-07-31', revision: 1 })
  })

  it('T9: in the database, no other end is ever taken back', async () => {
    const id = await api.build.relationship(supervisor, peer, 'SUPPORTIVE', { endsOn: '2026-07-10' })
    const change = (set: string) =>
      api.superuser.query(`update supervision_relationship set ${set} where id = $1`, [id])
    const taken = { constraint: 'supervision_relationship_end_extended' }
    await expect(change('ends_on = null')).rejects.toMatchObject(taken)
    await expect(
      change("ends_with_leaving = true, ends_on_before_leaving = '2027-01-01'"),
    ).rejects.toMatchObject(taken)
    await change("ends_with_leaving = true, ends_on_before_leaving = ends_on, ends_on = '2026-07-01'")
    await expect(change("ends_with_leaving = false, ends_on = '2026-08-01'")).rejects.toMatchObject(taken)
  })
})
