import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { inDatabaseAs } from '../../support/builders/supervision-builders.ts'
import { type Answer, TestApi } from '../../support/test-api.ts'

// An exclusion preference is the peer's alone: assignment says "unavailable" and nothing else says anything.

const PROPOSE = `mutation ($input: ProposeSupervisionRelationshipInput!) {
  proposeSupervisionRelationship(input: $input) { relationship { id } } }`
const REASSIGN = `mutation ($input: ReassignSupervisionInput!) {
  reassignSupervision(input: $input) { relationship { id } } }`
const EXCLUDE =
  'mutation ($input: CreateExclusionInput!) { createExclusion(input: $input) { person { id } } }'
const REMOVE = 'mutation ($input: RemoveExclusionInput!) { removeExclusion(input: $input) { person { id } } }'
const MARK = `mutation ($input: CreateUnavailablePairInput!) {
  createUnavailablePair(input: $input) { pair { peer { id } supervisor { id } } } }`
const UNMARK = `mutation ($input: RemoveUnavailablePairInput!) {
  removeUnavailablePair(input: $input) { pair { peer { id } supervisor { id } } } }`
const PAIRS = '{ unavailablePairs { edges { node { peer { id } supervisor { id } } } } }'
interface Pairs {
  unavailablePairs: { edges: { node: unknown }[] }
}
const MINE = '{ myExclusions { totalCount edges { node { id } } } }'
const AVAILABLE = `query ($peerId: UUID!, $type: SupervisionType!, $search: String) {
  availableSupervisors(peerId: $peerId, type: $type, search: $search, first: 100) {
    totalCount edges { node { id } }
  }
}`
interface Available {
  availableSupervisors: { totalCount: number; edges: { node: { id: string } }[] }
}

describe('whom a peer keeps from supervising them', () => {
  let api: TestApi
  let world: Awaited<ReturnType<typeof cast>>
  let peer: Member
  let manager: Member
  /** One of each kind that cannot be named, and one who can. */
  let reasons: Record<string, string>
  let free: Member
  beforeAll(async () => {
    api = await TestApi.start()
    world = await cast(api.build)
    peer = world.actors.colleague
    manager = world.actors.manager
    free = await api.build.supervisor(world.organization)
    const [excluded, disabled, leaving, onLeave] = [
      await api.build.supervisor(world.organization),
      await api.build.supervisor(world.organization),
      await api.build.supervisor(world.organization),
      await api.build.member(world.organization, ['PEER', 'SUPERVISOR']),
    ]
    await (await api.as(peer)).data(EXCLUDE, { input: { memberId: excluded.id } })
    await api.superuser.query('update membership set disabled_at = now() where id = $1', [disabled.id])
    const organization_id = world.organization.id
    await api.build.insert('employment', { organization_id, member_id: leaving.id, leaves_on: '2026-09-01' })
    await api.build.insert('leave_period', {
      organization_id,
      id: randomUUID(),
      peer_id: onLeave.id,
      starts_on: '2026-06-01',
      entered_by: manager.id,
      entered_at: '2026-06-01T12:00:00Z',
    })
    reasons = {
      excluded: excluded.id,
      disabled: disabled.id,
      leaving: leaving.id,
      onLeave: onLeave.id,
      hostAgencyStaff: world.actors.administrative.id,
      noSupervisor: world.actors.peer.id,
      elsewhere: world.actors.strangerManager.id,
      unknown: randomUUID(),
    }
  })
  afterAll(() => api.close())

  const proposal = (supervisorId: string) => ({
    input: { supervisorId, peerId: peer.id, type: 'SUPPORTIVE', startsOn: '2026-06-17' },
  })
  const asked = async (query: string, variables: Record<string, unknown>) => {
    const caller = await api.as(manager)
    const found: { answer?: Answer; statements: string[][] } = { statements: [] }
    found.statements = await api.statementsOf(async () => {
      found.answer = await caller.ask(query, variables)
    })
    return found
  }

  it('is answered exactly like every other reason: same body, same statements', async () => {
    const outcomes = []
    for (const id of Object.values(reasons)) outcomes.push(await asked(PROPOSE, proposal(id)))
    expect(outcomes[0]?.answer?.errors?.[0]?.extensions).toEqual({
      code: 'BAD_INPUT',
      fact: 'input.refused',
      validationErrors: [{ field: 'supervisorId', problem: 'unavailable' }],
    })
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0])
    expect(outcomes[0]?.statements.map((batch) => batch.length)).toEqual([2, 2, 1])
  })

  it('is no different when reassigning, and what was there stays', async () => {
    const relationshipId = await api.build.relationship(free, peer, 'EDUCATIONAL')
    const outcomes = []
    for (const supervisorId of [reasons.excluded, reasons.disabled, reasons.unknown])
      outcomes.push(await asked(REASSIGN, { input: { relationshipId, supervisorId, lastOn: '2026-06-30' } }))
    expect(outcomes[0]?.answer?.errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'supervisorId', problem: 'unavailable' },
    ])
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0])
    const { rows } = await api.superuser.query('select ends_on from supervision_relationship where id = $1', [
      relationshipId,
    ])
    expect(rows).toEqual([{ ends_on: null }])
  })

  it('leaves them out of the list with everybody else who cannot, and out of its count', async () => {
    const { availableSupervisors: found } = await (
      await api.as(manager)
    ).data<Available>(AVAILABLE, { peerId: peer.id, type: 'SUPPORTIVE' })
    const ids = found.edges.map(({ node }) => node.id)
    expect(ids).toContain(free.id)
    expect(Object.values(reasons).filter((id) => ids.includes(id))).toEqual([])
    expect(found.totalCount).toBe(ids.length)
    const other = await (
      await api.as(manager)
    ).data<Available>(AVAILABLE, { peerId: world.actors.peer.id, type: 'EDUCATIONAL' })
    expect(other.availableSupervisors.edges.map(({ node }) => node.id)).toContain(reasons.excluded)
  })

  it('searches by name, and costs one write for five or fifty', async () => {
    const caller = await api.as(manager)
    const ask = (search: string) =>
      caller.data<Available>(AVAILABLE, { peerId: peer.id, type: 'SUPPORTIVE', search })
    expect((await ask(free.displayName.toUpperCase())).availableSupervisors.edges).toEqual([
      { node: { id: free.id } },
    ])
    expect((await ask('%')).availableSupervisors.totalCount).toBe(0)
    const before = await api.statementsOf(() => ask(''))
    for (let made = 0; made < 50; made++) await api.build.supervisor(world.organization)
    const after = await api.statementsOf(() => ask(''))
    expect([before, after].map((batches) => batches.map((batch) => batch.length))).toEqual([[2], [2]])
    expect((await ask('')).availableSupervisors.totalCount).toBeGreaterThan(50)
  })

  it('is read, listed and counted by nobody else, neither through the API nor in the database', async () => {
    const seen: Record<string, number> = {}
    for (const [name, member] of Object.entries(world.actors))
      seen[name] = (await inDatabaseAs(api, member, 'select from exclusion_preference')).length
    expect(Object.entries(seen).filter(([, count]) => count > 0)).toEqual([['colleague', 1]])
    for (const reader of [world.actors.admin, world.actors.auditor]) {
      const { errors } = await (await api.as(reader)).ask(MINE)
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    }
    const none = { myExclusions: { totalCount: 0, edges: [] } }
    for (const reader of [manager, world.actors.supportive])
      expect(await (await api.as(reader)).data(MINE)).toEqual(none)
    const own = await (await api.as(peer)).data(MINE)
    expect(own).toEqual({ myExclusions: { totalCount: 1, edges: [{ node: { id: reasons.excluded } }] } })
    const other = await (await api.as(world.actors.peer)).data(MINE)
    expect(other).toEqual(none)
  })

  it('tells only a manager who is available, also in the database', async () => {
    const may = async (reader: Member, id: string | undefined) =>
      (
        await inDatabaseAs<{ may: boolean }>(api, reader, {
          text: "select access.may_supervise($1, $2, 'SUPPORTIVE') as may",
          values: [id, peer.id],
        })
      )[0]?.may
    expect([await may(manager, free.id), await may(manager, reasons.excluded)]).toEqual([true, false])
    for (const reader of [world.actors.supportive, world.actors.admin, world.actors.auditor, peer])
      expect([await may(reader, free.id), await may(reader, reasons.excluded)]).toEqual([false, false])
  })

  it('leaves no trace in the audit trail and no notification', async () => {
    const { rows } = await api.superuser.query(
      "select from audit_entry where subject = 'exclusion_preference' or facts::text like '%' || $1 || '%'",
      [reasons.excluded],
    )
    const { rows: told } = await api.superuser.query('select from notification')
    expect([rows.length, told.length]).toEqual([0, 0])
  })

  it('has cover: what a supervisor or a manager marks is told by nothing from what a peer wishes', async () => {
    const asSupervisor = await api.as(world.actors.supportive)
    const asManager = await api.as(manager)
    const [unwilling, keptApart] = [world.actors.supportive, await api.build.supervisor(world.organization)]
    const pair = (supervisor: Member) => ({ input: { peerId: peer.id, supervisorId: supervisor.id } })
    const marked = (supervisor: Member) => ({
      pair: { peer: { id: peer.id }, supervisor: { id: supervisor.id } },
    })
    expect(await asSupervisor.data(MARK, pair(unwilling))).toEqual({
      createUnavailablePair: marked(unwilling),
    })
    expect(await asManager.data(MARK, pair(keptApart))).toEqual({ createUnavailablePair: marked(keptApart) })
    const outcomes = []
    for (const id of [reasons.excluded ?? '', unwilling.id, keptApart.id])
      outcomes.push(await asked(PROPOSE, proposal(id)))
    expect(outcomes[0]?.answer?.errors?.[0]?.extensions.fact).toBe('input.refused')
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0])
    // Each finds their own mark, and nobody another's: not the peer whom it is about, not a second manager.
    const of = async (who: Member) =>
      (await (await api.as(who)).data<Pairs>(PAIRS)).unavailablePairs.edges.map(({ node }) => node)
    expect(await of(unwilling)).toEqual([marked(unwilling).pair])
    expect(await of(manager)).toEqual([marked(keptApart).pair])
    expect(await of(await api.build.member(world.organization, ['MANAGER']))).toEqual([])
    expect(await (await api.as(peer)).data(MINE)).toEqual({
      myExclusions: { totalCount: 1, edges: [{ node: { id: reasons.excluded } }] },
    })
    // Nobody removes what another marked, and once removed by its maker it is gone.
    expect((await asManager.ask(UNMARK, pair(unwilling))).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    for (const [who, supervisor] of [
      [asSupervisor, unwilling],
      [asManager, keptApart],
    ] as const) {
      expect(await who.data(UNMARK, pair(supervisor))).toEqual({ removeUnavailablePair: marked(supervisor) })
      expect((await asked(PROPOSE, proposal(supervisor.id))).answer?.errors).toBeUndefined()
    }
    const traces = await api.superuser.query("select from audit_entry where subject = 'exclusion_preference'")
    expect(traces.rows).toEqual([])
  })

  it('lets a supervisor mark only themselves, and no mark of a manager outlasts the manager', async () => {
    const refused = async (who: Member, input: object) =>
      (await (await api.as(who)).ask(MARK, { input })).errors?.[0]?.extensions.code
    const { supportive, stranger, admin, educational } = world.actors
    for (const input of [
      { peerId: peer.id, supervisorId: educational.id },
      { peerId: stranger.id, supervisorId: supportive.id },
      { peerId: admin.id, supervisorId: supportive.id },
      { peerId: randomUUID(), supervisorId: supportive.id },
    ])
      expect(await refused(supportive, input)).toBe('NOT_FOUND')
    const second = await api.build.member(world.organization, ['MANAGER'])
    await (await api.as(second)).data(MARK, { input: { peerId: peer.id, supervisorId: free.id } })
    const isAvailable = async () => {
      const variables = { peerId: peer.id, type: 'ADMINISTRATIVE', search: free.displayName }
      return (await (await api.as(manager)).data<Available>(AVAILABLE, variables)).availableSupervisors
        .totalCount
    }
    expect(await isAvailable()).toBe(0)
    await api.superuser.query("update membership set roles = '{AUDITOR}' where id = $1", [second.id])
    expect(await isAvailable()).toBe(1)
  })

  it('ends nothing that exists, and is gone without a trace once removed', async () => {
    const [current, caller] = [await api.build.supervisor(world.organization), await api.as(peer)]
    const id = await api.build.relationship(current, peer, 'SUPPORTIVE')
    const input = { memberId: current.id }
    const now = { createExclusion: { person: { id: current.id } } }
    expect(await caller.data(EXCLUDE, { input })).toEqual(now)
    expect(await caller.data(EXCLUDE, { input })).toEqual(now)
    const { rows } = await api.superuser.query('select ends_on from supervision_relationship where id = $1', [
      id,
    ])
    expect(rows).toEqual([{ ends_on: null }])
    expect(await caller.data(REMOVE, { input })).toEqual({ removeExclusion: { person: { id: current.id } } })
    const left = await api.superuser.query('select from exclusion_preference where excluded_id = $1', [
      current.id,
    ])
    expect(left.rows).toEqual([])
    expect((await caller.ask(REMOVE, { input })).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })

  it('cannot be oneself, nor somebody of another organization', async () => {
    const caller = await api.as(peer)
    const code = async (memberId: string) =>
      (await caller.ask(EXCLUDE, { input: { memberId } })).errors?.[0]?.extensions.code
    expect([await code(peer.id), await code(world.actors.stranger.id), await code(randomUUID())]).toEqual([
      'NOT_FOUND',
      'NOT_FOUND',
      'NOT_FOUND',
    ])
    interface Choices {
      exclusionChoices: { edges: { node: { id: string } }[]; pageInfo: { endCursor: string | null } }
    }
    const choices = `query ($after: String) { exclusionChoices(first: 20, after: $after) {
      edges { node { id } } pageInfo { endCursor } } }`
    const first = (await caller.data<Choices>(choices)).exclusionChoices
    const next = (await caller.data<Choices>(choices, { after: first.pageInfo.endCursor })).exclusionChoices
    const ids = [...first.edges, ...next.edges].map(({ node }) => node.id)
    expect([first.edges.length, new Set(ids).size]).toEqual([20, ids.length])
    expect(ids).not.toContain(peer.id)
  })
})
