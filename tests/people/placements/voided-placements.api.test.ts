import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type BuiltOrganization, cast, type Member } from '../../support/builders/builders.ts'
import { inDatabaseAs } from '../../support/builders/supervision-builders.ts'
import { changed, refusal } from '../../support/changes.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// A placement that was entered by mistake: gone from every sum, still to be read, and back with one step.

const PLACEMENT = 'placement { revision voidedAt }'
const VOID = `mutation ($id: UUID!, $revision: Int!) {
  voidPlacement(input: { placementId: $id, expectedRevision: $revision }) {
    __typename ... on PlacementVoided { ${PLACEMENT} } } }`
const RESTORE = `mutation ($id: UUID!, $revision: Int!) {
  restorePlacement(input: { placementId: $id, expectedRevision: $revision }) {
    __typename ... on PlacementRestored { ${PLACEMENT} } } }`
const LEAVE = `mutation ($id: UUID!) {
  endEmployment(input: { peerId: $id, leavesOn: "2026-07-31", expectedRevision: 0 }) { __typename } }`
const CANCEL = `mutation ($id: UUID!) {
  cancelDeparture(input: { peerId: $id, expectedRevision: 1 }) { __typename } }`
const UPDATE = `mutation ($input: UpdatePlacementInput!) { updatePlacement(input: $input) { __typename } }`
const ADD = 'mutation ($input: CreatePlacementInput!) { createPlacement(input: $input) { placement { id } } }'
const PROFILE = `query ($id: UUID!) { peer(peerId: $id) { fullTimeShare caseload caseloadCounts { people }
  placements { id endsOn voidedAt } voidedPlacements { id endsOn voidedAt voidedBy { id displayName } } } }`

describe('a placement entered by mistake', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let peer: Member
  let office: Member
  let manager: Caller
  let jail: string
  let placement: string
  beforeAll(async () => {
    api = await TestApi.start()
  })
  afterAll(() => api.close())
  beforeEach(async () => {
    organization = await api.build.organization()
    peer = await api.build.peer(organization)
    office = await api.build.member(organization, ['MANAGER'])
    manager = await api.as(office)
    jail = await api.build.hostAgency(organization)
    placement = await api.build.placement(peer, jail, { startsOn: '2026-01-01', endsOn: '2026-12-31' })
  })

  const profile = async (caller: Caller) =>
    (await caller.data<{ peer: Record<string, unknown> }>(PROFILE, { id: peer.id })).peer
  const input = () => ({
    hostAgencyId: jail,
    jobTitle: 'PEER_ADVOCATE',
    startsOn: '2026-02-01',
    fullTimeShare: 1,
  })

  it('T9: counts nowhere any more, and is read by the peer and the manager with who and when', async () => {
    const count = `mutation ($id: UUID!) { recordCaseload(
      input: { placementId: $id, people: 24, countedOn: "2026-06-01" }) { placement { caseload } } }`
    expect(await changed(manager, count, { id: placement })).toEqual({ placement: { caseload: 24 } })
    await changed(manager, VOID, { id: placement, revision: 1 })
    const nowhere = { fullTimeShare: null, caseload: null, caseloadCounts: [], placements: [] }
    const voidedBy = { id: office.id, displayName: office.displayName }
    const voided = { id: placement, endsOn: '2026-12-31', voidedBy }
    for (const reader of [manager, await api.as(peer)]) {
      const read = await profile(reader)
      expect(read).toMatchObject({ ...nowhere, voidedPlacements: [voided] })
      expect(JSON.stringify(read)).toContain(api.now.toISOString())
    }
    expect(await refusal(manager, count, { id: placement })).toBe('input.refused')
    await changed(manager, ADD, { input: { peerId: peer.id, ...input() } })
    expect(await profile(manager)).toMatchObject({ fullTimeShare: 1 })
    const { rows } = await api.superuser.query<{ facts: Record<string, unknown> }>(
      "select facts from audit_entry where subject = 'placement' and subject_id = $1 and facts ? 'voided_at'",
      [placement],
    )
    expect(rows).toHaveLength(1)
  })

  it('comes back as it was, unless another one stands in its time', async () => {
    await changed(manager, VOID, { id: placement, revision: 1 })
    await changed(manager, RESTORE, { id: placement, revision: 2 })
    const placements = [{ id: placement, endsOn: '2026-12-31', voidedAt: null }]
    const back = { placements, voidedPlacements: [] }
    expect(await profile(manager)).toMatchObject({ ...back, fullTimeShare: 1 })
    await changed(manager, VOID, { id: placement, revision: 3 })
    await changed(manager, ADD, { input: { peerId: peer.id, ...input() } })
    const refused = await manager.ask(RESTORE, { id: placement, revision: 4 })
    expect(refused.errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'startsOn', problem: 'overlaps' },
    ])
  })

  it('stays out when a leaving is undone, and comes back no longer than the last day', async () => {
    await changed(manager, LEAVE, { id: peer.id })
    await changed(manager, VOID, { id: placement, revision: 1 })
    await changed(manager, CANCEL, { id: peer.id })
    expect(await profile(manager)).toMatchObject({ placements: [], fullTimeShare: null })
    const other = await api.build.peer(organization)
    const theirs = await api.build.placement(other, jail, { startsOn: '2026-01-01' })
    await changed(manager, VOID, { id: theirs, revision: 1 })
    await changed(manager, LEAVE, { id: other.id })
    await changed(manager, RESTORE, { id: theirs, revision: 2 })
    const { rows } = await api.superuser.query('select ends_on::text from placement where id = $1', [theirs])
    expect(rows).toEqual([{ ends_on: '2026-07-31' }])
  })

  it('comes back with its own last day when the leaving that shortened it is undone', async () => {
    await changed(manager, LEAVE, { id: peer.id })
    await changed(manager, VOID, { id: placement, revision: 1 })
    await changed(manager, RESTORE, { id: placement, revision: 2 })
    expect(await profile(manager)).toMatchObject({ placements: [{ id: placement, endsOn: '2026-07-31' }] })
    await changed(manager, CANCEL, { id: peer.id })
    expect(await profile(manager)).toMatchObject({ placements: [{ id: placement, endsOn: '2026-12-31' }] })
  })

  it('comes back no longer than the last day of somebody who is to come back, or is back', async () => {
    await changed(manager, VOID, { id: placement, revision: 1 })
    await api.superuser.query(
      "insert into employment (organization_id, member_id, leaves_on, returns_on) values ($1, $2, '2026-06-01', $3)",
      [organization.id, peer.id, '2026-07-15'],
    )
    await changed(manager, RESTORE, { id: placement, revision: 2 })
    expect(await profile(manager)).toMatchObject({ placements: [{ id: placement, endsOn: '2026-06-01' }] })
  })

  it('brings no state with its rules to a peer, when it was to begin later', async () => {
    const elsewhere = await api.build.hostAgency(organization, { name: 'Far away', state: 'GA' })
    const id = await api.build.placement(peer, elsewhere, { startsOn: '2027-01-01' })
    const states = async () =>
      (
        await manager.data<{ supervisionOf: { states: string[] } }>(
          'query ($id: UUID!) { supervisionOf(peerId: $id) { states } }',
          { id: peer.id },
        )
      ).supervisionOf.states
    expect(await states()).toContain('GA')
    await changed(manager, VOID, { id, revision: 1 })
    expect(await states()).not.toContain('GA')
  })

  it('is not changed, nor voided by what was seen before somebody else changed it', async () => {
    await changed(manager, VOID, { id: placement, revision: 1 })
    for (const revision of [1, 2]) {
      const change = { placementId: placement, expectedRevision: revision, ...input() }
      expect(await refusal(manager, UPDATE, { input: change })).toBe('StaleRevision')
      expect(await refusal(manager, VOID, { id: placement, revision })).toBe('StaleRevision')
    }
  })

  it('is voided by a manager of the organization only, at the API and in the database', async () => {
    const { actors, hostAgencyId } = await cast(api.build)
    const id = await api.build.placement(actors.peer, hostAgencyId, {
      startsOn: '2020-01-01',
      endsOn: '2020-02-01',
    })
    const found: Record<string, unknown> = {}
    for (const [name, member] of Object.entries(actors))
      found[name] = await refusal(await api.as(member), VOID, { id, revision: 9 })
    expect(found).toEqual({
      ...Object.fromEntries(Object.keys(actors).map((name) => [name, 'FORBIDDEN'])),
      manager: 'StaleRevision',
      strangerManager: 'record.not-found',
    })
    const set = (by: string) => ({
      text: `update placement set voided_at = now(), voided_by = $2, ends_on = starts_on - 1 where id = $1`,
      values: [id, by],
    })
    await expect(inDatabaseAs(api, actors.peer, set(actors.peer.id))).rejects.toThrow(/only a manager/)
    await expect(inDatabaseAs(api, actors.manager, set(actors.peer.id))).rejects.toThrow(/row-level security/)
    await inDatabaseAs(api, actors.manager, set(actors.manager.id))
  })
})
