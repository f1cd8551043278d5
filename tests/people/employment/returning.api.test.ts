import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type BuiltOrganization, cast, type Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { changed, refusal } from '../../support/changes.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// Coming back after the last day: the door on the first day, what stays ended, who may not, and undo until the day.

const LEAVE = `mutation ($id: UUID!, $on: LocalDate!, $revision: Int!) {
  endEmployment(input: { peerId: $id, leavesOn: $on, expectedRevision: $revision }) { __typename } }`
const RETURN = `mutation ($id: UUID!, $on: LocalDate!, $revision: Int!) {
  rehirePeer(input: { peerId: $id, returnsOn: $on, expectedRevision: $revision }) { __typename
    ... on PeerRehired { peer { state returnsOn revision } } } }`
const UNDO = `mutation ($id: UUID!, $revision: Int!) {
  cancelRehire(input: { peerId: $id, expectedRevision: $revision }) { __typename } }`
const CANCEL = `mutation ($id: UUID!, $revision: Int!) {
  cancelDeparture(input: { peerId: $id, expectedRevision: $revision }) { __typename } }`
const PROFILE =
  'query ($id: UUID!) { peer(peerId: $id) { state leavesOn returnsOn revision placements { endsOn } } }'
const PROPOSE = `mutation ($input: ProposeSupervisionRelationshipInput!) {
  proposeSupervisionRelationship(input: $input) { relationship { id } } }`
const MINE = '{ mySupervisors { edges { node { id } } } }'

describe('coming back', () => {
  let api: TestApi
  let organization: BuiltOrganization
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
    peer = await api.build.peer(organization)
    supervisor = await api.build.supervisor(organization)
    manager = await api.as(await api.build.member(organization, ['MANAGER']))
    await api.build.placement(peer, await api.build.hostAgency(organization), { startsOn: '2025-01-01' })
    await api.build.relationship(supervisor, peer, 'SUPPORTIVE')
  })

  const left = () => changed(manager, LEAVE, { id: peer.id, on: '2026-06-16', revision: 0 })
  const profile = async () =>
    (await manager.data<{ peer: Record<string, unknown> }>(PROFILE, { id: peer.id })).peer

  it('opens the door on the first day back, to a new session only', async () => {
    const before = await api.as(peer)
    await left()
    await changed(manager, RETURN, { id: peer.id, on: '2026-06-18', revision: 1 })
    expect(await profile()).toMatchObject({ state: 'LEFT', leavesOn: '2026-06-16', returnsOn: '2026-06-18' })
    api.at('2026-06-18T03:59:00Z')
    expect(await refusal(await api.as(peer), MINE)).toBe('UNAUTHENTICATED')
    api.at('2026-06-18T04:00:00Z')
    expect(await refusal(await api.as(peer), MINE)).toBeUndefined()
    expect(await refusal(before, MINE)).toBe('UNAUTHENTICATED')
    expect(await profile()).toMatchObject({ state: 'CURRENT', leavesOn: null, returnsOn: '2026-06-18' })
  })

  it('brings nothing back that has ended, not even when a second leaving is undone', async () => {
    await left()
    await changed(manager, RETURN, { id: peer.id, on: '2026-06-17', revision: 1 })
    const work = async () => ({
      placements: (await profile())['placements'],
      supervisors: await (await api.as(peer)).data(MINE),
      caseload: await (await api.as(supervisor)).data('{ caseload { totalCount } }'),
    })
    const ended = {
      placements: [{ endsOn: '2026-06-16' }],
      supervisors: { mySupervisors: { edges: [] } },
      caseload: { caseload: { totalCount: 0 } },
    }
    expect(await work()).toEqual(ended)
    await changed(manager, LEAVE, { id: peer.id, on: '2026-07-31', revision: 2 })
    expect(await profile()).toMatchObject({ state: 'LEAVING', leavesOn: '2026-07-31', returnsOn: null })
    await changed(manager, CANCEL, { id: peer.id, revision: 3 })
    expect(await work()).toEqual(ended)
  })

  it('leaves no work behind when the return is undone', async () => {
    await left()
    await changed(manager, RETURN, { id: peer.id, on: '2026-06-19', revision: 1 })
    const agency = await api.build.hostAgency(organization)
    const input = {
      hostAgencyId: agency,
      jobTitle: 'PEER_ADVOCATE',
      startsOn: '2026-06-18',
      fullTimeShare: 1,
    }
    const early = await manager.ask(
      'mutation ($input: CreatePlacementInput!) { createPlacement(input: $input) { placement { id } } }',
      { input: { peerId: peer.id, ...input } },
    )
    expect(early.errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'endsOn', problem: 'too-far-ahead', limit: '2026-06-16' },
    ])
    await api.build.placement(peer, agency, { startsOn: '2026-06-19' })
    await api.build.relationship(supervisor, peer, 'EDUCATIONAL', { startsOn: '2026-06-19' })
    await changed(manager, UNDO, { id: peer.id, revision: 2 })
    const { rows } = await api.superuser.query(
      `select ends_on - starts_on as days from placement where peer_id = $1 and starts_on = '2026-06-19'
       union all select ends_on - starts_on from supervision_relationship where peer_id = $1 and starts_on = '2026-06-19'`,
      [peer.id],
    )
    expect(rows).toEqual([{ days: -1 }, { days: -1 }])
  })

  it('leaves no work before a return that is put off', async () => {
    await left()
    await changed(manager, RETURN, { id: peer.id, on: '2026-06-19', revision: 1 })
    const agency = await api.build.hostAgency(organization)
    await api.build.placement(peer, agency, { startsOn: '2026-06-19', endsOn: '2026-06-30' })
    await api.build.placement(peer, agency, { startsOn: '2026-07-15' })
    await changed(manager, RETURN, { id: peer.id, on: '2026-07-15', revision: 2 })
    expect((await profile())['placements']).toEqual([{ endsOn: null }, { endsOn: '2026-06-16' }])
  })

  it('puts the certifications back into the lists, out of which leaving took them', async () => {
    const dates = { issuedOn: '2024-09-01', expiresOn: '2026-08-31' }
    await new CertificationBuilders(api.build).certification(peer, CREDENTIAL.california, dates)
    const listed = async () =>
      (await manager.data<{ renewals: { totalCount: number } }>('{ renewals { totalCount } }')).renewals
        .totalCount
    expect(await listed()).toBe(1)
    await left()
    expect(await listed()).toBe(0)
    await changed(manager, RETURN, { id: peer.id, on: '2026-06-18', revision: 1 })
    expect(await listed()).toBe(0)
    api.at('2026-06-18T16:00:00Z')
    manager = await api.as(await api.build.member(organization, ['MANAGER']))
    expect(await listed()).toBe(1)
  })

  it('begins no supervision while somebody is away, and ends with the last day what begins before it', async () => {
    const given = { peerId: peer.id, supervisorId: supervisor.id, type: 'EDUCATIONAL' }
    const propose = (startsOn: string) => manager.ask(PROPOSE, { input: { ...given, startsOn } })
    const ends = async () =>
      (
        await api.superuser.query<object>(
          "select ends_on::text from supervision_relationship where peer_id = $1 and type = 'EDUCATIONAL'",
          [peer.id],
        )
      ).rows
    await changed(manager, LEAVE, { id: peer.id, on: '2026-06-20', revision: 0 })
    expect((await propose('2026-06-18')).errors).toBeUndefined()
    expect(await ends()).toEqual([{ ends_on: '2026-06-20' }])
    await changed(manager, CANCEL, { id: peer.id, revision: 1 })
    expect(await ends()).toEqual([{ ends_on: null }])
    await changed(manager, LEAVE, { id: peer.id, on: '2026-06-16', revision: 2 })
    await changed(manager, RETURN, { id: peer.id, on: '2026-06-19', revision: 3 })
    const refused = [{ field: 'peerId', problem: 'not-found' }]
    expect((await propose('2026-06-18')).errors?.[0]?.extensions.validationErrors).toEqual(refused)
    expect((await propose('2026-06-19')).errors).toBeUndefined()
  })

  it('leaves again on no day before the first one back', async () => {
    await left()
    await changed(manager, RETURN, { id: peer.id, on: '2026-06-17', revision: 1 })
    const asked = await manager.ask(LEAVE, { id: peer.id, on: '2026-06-16', revision: 2 })
    expect(asked.errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'leavesOn', problem: 'before-its-start', limit: '2026-06-17' },
    ])
  })

  it('begins support anew by acceptance only', async () => {
    await left()
    await changed(manager, RETURN, { id: peer.id, on: '2026-06-17', revision: 1 })
    const input = { peerId: peer.id, supervisorId: supervisor.id, type: 'SUPPORTIVE', startsOn: '2026-06-17' }
    const made = await manager.data<{
      proposeSupervisionRelationship: { relationship: { id: string } }
    }>(PROPOSE, { input })
    const peersOf = async () => (await api.as(supervisor)).data('{ caseload { totalCount } }')
    expect(await peersOf()).toEqual({ caseload: { totalCount: 0 } })
    await (
      await api.as(peer)
    ).data(
      `mutation ($id: UUID!) { acceptSupportiveRelationship(input: { relationshipId: $id }) { relationship { id } } }`,
      {
        id: made.proposeSupervisionRelationship.relationship.id,
      },
    )
    expect(await peersOf()).toEqual({ caseload: { totalCount: 1 } })
  })

  it('is undone until its day, and from then on is a leaving like any other', async () => {
    await left()
    await changed(manager, RETURN, { id: peer.id, on: '2026-06-19', revision: 1 })
    await changed(manager, UNDO, { id: peer.id, revision: 2 })
    expect(await profile()).toMatchObject({ state: 'LEFT', returnsOn: null })
    expect(await refusal(manager, UNDO, { id: peer.id, revision: 3 })).toBe('record.not-found')
    await changed(manager, RETURN, { id: peer.id, on: '2026-06-17', revision: 3 })
    expect(await refusal(manager, UNDO, { id: peer.id, revision: 4 })).toBe('people.employment.back-already')
    const { rows } = await api.superuser.query<{ facts: Record<string, unknown> }>(
      `select facts from audit_entry where subject = 'employment' and person_id = $1 and facts ? 'returns_on'
        order by entry_number`,
      [peer.id],
    )
    expect(rows.map(({ facts }) => facts['returns_on'])).toEqual([
      { from: null, to: '2026-06-19' },
      { from: '2026-06-19', to: null },
      { from: null, to: '2026-06-17' },
    ])
  })

  it('refuses who has not left, a day not after the last one, and the second of two managers', async () => {
    expect(await refusal(manager, RETURN, { id: peer.id, on: '2026-06-18', revision: 0 })).toBe(
      'people.employment.not-left',
    )
    await left()
    const refused = await manager.ask(RETURN, { id: peer.id, on: '2026-06-16', revision: 1 })
    expect(refused.errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'returnsOn', problem: 'before-its-start', limit: '2026-06-17' },
    ])
    expect(await refusal(manager, RETURN, { id: peer.id, on: '2026-06-18', revision: 0 })).toBe(
      'StaleRevision',
    )
  })

  it('is for managers of the organization only', async () => {
    const { actors } = await cast(api.build)
    const office = await api.as(actors.manager)
    await changed(office, LEAVE, { id: actors.peer.id, on: '2026-06-16', revision: 0 })
    const outcomes: Record<string, unknown> = {}
    for (const [name, member] of Object.entries(actors))
      if (name !== 'manager')
        outcomes[name] = [
          await refusal(await api.as(member), RETURN, { id: actors.peer.id, on: '2026-06-18', revision: 1 }),
          await refusal(await api.as(member), UNDO, { id: actors.peer.id, revision: 1 }),
        ]
    expect(outcomes).toEqual({
      ...Object.fromEntries(Object.keys(outcomes).map((name) => [name, ['FORBIDDEN', 'FORBIDDEN']])),
      peer: ['UNAUTHENTICATED', 'UNAUTHENTICATED'],
      strangerManager: ['record.not-found', 'record.not-found'],
    })
  })

  it('counts an admin who is back among those who stay', async () => {
    const [back, other] = [
      await api.build.member(organization, ['ADMIN', 'PEER']),
      await api.build.member(organization, ['ADMIN', 'PEER']),
    ]
    await changed(manager, LEAVE, { id: back.id, on: '2026-06-16', revision: 0 })
    const leave = { id: other.id, on: '2026-07-31', revision: 0 }
    expect(await refusal(manager, LEAVE, leave)).toBe('people.employment.last-admin')
    await changed(manager, RETURN, { id: back.id, on: '2026-06-17', revision: 1 })
    await changed(manager, LEAVE, leave)
  })
})
