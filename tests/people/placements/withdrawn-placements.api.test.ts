import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type BuiltOrganization, cast, type Member } from '../../support/builders/builders.ts'
import { inDatabaseAs } from '../../support/builders/supervision-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// A placement that was entered by mistake: gone from every sum, still to be read, and back with one step.

const WITHDRAW = `mutation ($id: UUID!, $revision: Int!) { withdrawPlacement(placementId: $id, revision: $revision) }`
const PUT_BACK = `mutation ($id: UUID!, $revision: Int!) {
  undoPlacementWithdrawal(placementId: $id, revision: $revision) }`
const LEAVE = `mutation ($id: UUID!) { recordLeaving(peerId: $id, leavesOn: "2026-07-31", revision: 0) }`
const CORRECT = `mutation ($id: UUID!, $revision: Int!, $input: PlacementDetails!) {
  correctPlacement(placementId: $id, revision: $revision, input: $input) }`
const ADD =
  'mutation ($peer: UUID!, $input: PlacementDetails!) { addPlacement(peerId: $peer, input: $input) }'
const PROFILE = `query ($id: UUID!) { peer(peerId: $id) { fullTimeShare caseload caseloadCounts { people }
  placements { id endsOn } withdrawnPlacements { id endsOn withdrawnAt withdrawnBy } } }`

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

  const code = async (caller: Caller, query: string, variables: Record<string, unknown>) => {
    const { errors } = await caller.ask(query, variables)
    return errors?.[0]?.extensions.fact ?? errors?.[0]?.extensions.code
  }
  const profile = async (caller: Caller) =>
    (await caller.data<{ peer: Record<string, unknown> }>(PROFILE, { id: peer.id })).peer
  const input = () => ({
    hostAgencyId: jail,
    jobTitle: 'PEER_ADVOCATE',
    startsOn: '2026-02-01',
    fullTimeShare: 1,
  })

  it('T9: counts nowhere any more, and is read by the peer and the manager with who and when', async () => {
    const count = `mutation ($id: UUID!) { recordCaseload(placementId: $id, people: 24, countedOn: "2026-06-01") }`
    await manager.data(count, { id: placement })
    await manager.data(WITHDRAW, { id: placement, revision: 1 })
    const nowhere = { fullTimeShare: null, caseload: null, caseloadCounts: [], placements: [] }
    const withdrawn = { id: placement, endsOn: '2026-12-31', withdrawnBy: office.displayName }
    for (const reader of [manager, await api.as(peer)]) {
      const read = await profile(reader)
      expect(read).toMatchObject({ ...nowhere, withdrawnPlacements: [withdrawn] })
      expect(JSON.stringify(read)).toContain(api.now.toISOString())
    }
    expect(await code(manager, count, { id: placement })).toBe('input.refused')
    await manager.data(ADD, { peer: peer.id, input: input() })
    expect(await profile(manager)).toMatchObject({ fullTimeShare: 1 })
    const { rows } = await api.superuser.query<{ facts: Record<string, unknown> }>(
      "select facts from audit_entry where subject = 'placement' and subject_id = $1 and facts ? 'voided_at'",
      [placement],
    )
    expect(rows).toHaveLength(1)
  })

  it('comes back as it was, unless another one stands in its time', async () => {
    await manager.data(WITHDRAW, { id: placement, revision: 1 })
    await manager.data(PUT_BACK, { id: placement, revision: 2 })
    const back = { placements: [{ id: placement, endsOn: '2026-12-31' }], withdrawnPlacements: [] }
    expect(await profile(manager)).toMatchObject({ ...back, fullTimeShare: 1 })
    await manager.data(WITHDRAW, { id: placement, revision: 3 })
    await manager.data(ADD, { peer: peer.id, input: input() })
    const refused = await manager.ask(PUT_BACK, { id: placement, revision: 4 })
    expect(refused.errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'startsOn', problem: 'overlaps' },
    ])
  })

  it('stays out when a leaving is undone, and comes back no longer than the last day', async () => {
    await manager.data(LEAVE, { id: peer.id })
    await manager.data(WITHDRAW, { id: placement, revision: 1 })
    await manager.data('mutation ($id: UUID!) { undoLeaving(peerId: $id, revision: 1) }', { id: peer.id })
    expect(await profile(manager)).toMatchObject({ placements: [], fullTimeShare: null })
    const other = await api.build.peer(organization)
    const theirs = await api.build.placement(other, jail, { startsOn: '2026-01-01' })
    await manager.data(WITHDRAW, { id: theirs, revision: 1 })
    await manager.data(LEAVE, { id: other.id })
    await manager.data(PUT_BACK, { id: theirs, revision: 2 })
    const { rows } = await api.superuser.query('select ends_on::text from placement where id = $1', [theirs])
    expect(rows).toEqual([{ ends_on: '2026-07-31' }])
  })

  it('comes back with its own last day when the leaving that shortened it is undone', async () => {
    await manager.data(LEAVE, { id: peer.id })
    await manager.data(WITHDRAW, { id: placement, revision: 1 })
    await manager.data(PUT_BACK, { id: placement, revision: 2 })
    expect(await profile(manager)).toMatchObject({ placements: [{ id: placement, endsOn: '2026-07-31' }] })
    await manager.data('mutation ($id: UUID!) { undoLeaving(peerId: $id, revision: 1) }', { id: peer.id })
    expect(await profile(manager)).toMatchObject({ placements: [{ id: placement, endsOn: '2026-12-31' }] })
  })

  it('comes back no longer than the last day of somebody who is to come back, or is back', async () => {
    await manager.data(WITHDRAW, { id: placement, revision: 1 })
    await api.superuser.query(
      "insert into employment (organization_id, member_id, leaves_on, returns_on) values ($1, $2, '2026-06-01', $3)",
      [organization.id, peer.id, '2026-07-15'],
    )
    await manager.data(PUT_BACK, { id: placement, revision: 2 })
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
    await manager.data(WITHDRAW, { id, revision: 1 })
    expect(await states()).not.toContain('GA')
  })

  it('is not corrected, nor withdrawn by what was seen before somebody else changed it', async () => {
    await manager.data(WITHDRAW, { id: placement, revision: 1 })
    for (const revision of [1, 2]) {
      expect(await code(manager, CORRECT, { id: placement, revision, input: input() })).toBe(
        'people.peers.changed-meanwhile',
      )
      expect(await code(manager, WITHDRAW, { id: placement, revision })).toBe(
        'people.peers.changed-meanwhile',
      )
    }
  })

  it('is withdrawn by a manager of the organization only, at the API and in the database', async () => {
    const { actors, hostAgencyId } = await cast(api.build)
    const id = await api.build.placement(actors.peer, hostAgencyId, {
      startsOn: '2020-01-01',
      endsOn: '2020-02-01',
    })
    const found: Record<string, unknown> = {}
    for (const [name, member] of Object.entries(actors))
      found[name] = await code(await api.as(member), WITHDRAW, { id, revision: 9 })
    expect(found).toEqual({
      ...Object.fromEntries(Object.keys(actors).map((name) => [name, 'FORBIDDEN'])),
      manager: 'people.peers.changed-meanwhile',
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
