import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { inDatabaseAs } from '../../support/builders/supervision-builders.ts'
import { type Answer, type Caller, TestApi } from '../../support/test-api.ts'

// A supervisor leaves: everybody whom they supervise is handed over, all of it or nothing.

const CASELOAD = `query ($id: UUID!) { reassignableCaseload(supervisorId: $id) { totalCount edges { node {
  relationship { id type peer { id } } candidates { id } } } } }`
const REASSIGN = `mutation ($input: ReassignCaseloadInput!) {
  reassignCaseload(input: $input) { reassigned reassignmentIds remaining { id type endsOn } } }`
const UNDO = `mutation ($input: UndoCaseloadReassignmentInput!) {
  undoCaseloadReassignment(input: $input) { undone } }`
interface Row {
  relationship: { id: string; type: string; peer: { id: string } }
  candidates: { id: string }[]
}

describe('handing over a caseload', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let manager: Member
  let caller: Caller
  let leaving: Member
  let next: Member
  let peers: [Member, Member]
  let ids: { administrative: string; supportive: string }
  beforeAll(async () => (api = await TestApi.start()))
  afterAll(() => api.close())
  beforeEach(async () => {
    const { build } = api
    organization = await build.organization()
    manager = await build.member(organization, ['MANAGER', 'SUPERVISOR'])
    caller = await api.as(manager)
    leaving = await build.supervisor(organization)
    next = await build.supervisor(organization)
    peers = [await build.peer(organization), await build.peer(organization)]
    ids = {
      administrative: await build.relationship(leaving, peers[0], 'ADMINISTRATIVE'),
      supportive: await build.relationship(leaving, peers[1], 'SUPPORTIVE'),
    }
  })

  const all = () => Object.values(ids).map((relationshipId) => ({ relationshipId, supervisorId: next.id }))
  const send = (over: Record<string, unknown> = {}): Promise<Answer> =>
    caller.ask(REASSIGN, {
      input: { supervisorId: leaving.id, lastOn: '2026-06-30', assignments: all(), ...over },
    })
  const errorsOf = async (answer: Promise<Answer>) =>
    (await answer).errors?.[0]?.extensions.validationErrors ?? (await answer).errors?.[0]?.extensions.code
  const relationships = async () =>
    (
      await api.superuser.query<{ supervisor_id: string; type: string; ends_on: string; accepted: boolean }>(
        `select supervisor_id, type, starts_on::text, ends_on::text, accepted_at is not null as accepted
           from supervision_relationship where organization_id = $1 order by type, starts_on`,
        [organization.id],
      )
    ).rows
  const candidates = async (): Promise<Row[]> => {
    type Found = { reassignableCaseload: { edges: { node: Row }[] } }
    const { reassignableCaseload } = await caller.data<Found>(CASELOAD, { id: leaving.id })
    return reassignableCaseload.edges.map(({ node }) => node)
  }

  it('shows each by type with who could take over: never who leaves, who looks, or a pair kept apart', async () => {
    await api.build.insert('exclusion_preference', {
      organization_id: organization.id,
      peer_id: peers[1].id,
      excluded_id: next.id,
      made_by: peers[1].id,
      made_at: api.now,
    })
    const rows = await candidates()
    expect(rows.map(({ relationship, candidates: found }) => [relationship.type, found])).toEqual([
      ['ADMINISTRATIVE', [{ id: next.id }]],
      ['SUPPORTIVE', []],
    ])
  })

  it('ends each and begins the next on the day after; a supportive one waits, and each peer is told', async () => {
    const { data } = await send()
    expect(data?.['reassignCaseload']).toMatchObject({
      reassigned: 2,
      remaining: [{ endsOn: '2026-06-30' }, { endsOn: '2026-06-30' }],
    })
    expect(await relationships()).toMatchObject([
      { supervisor_id: leaving.id, type: 'ADMINISTRATIVE', ends_on: '2026-06-30' },
      { supervisor_id: next.id, type: 'ADMINISTRATIVE', starts_on: '2026-07-01', accepted: true },
      { supervisor_id: leaving.id, type: 'SUPPORTIVE', ends_on: '2026-06-30' },
      { supervisor_id: next.id, type: 'SUPPORTIVE', starts_on: '2026-07-01', accepted: false },
    ])
    const { rows } = await api.superuser.query<{ recipient_id: string; kind: string }>(
      'select recipient_id, kind from notification where organization_id = $1 order by kind, recipient_id',
      [organization.id],
    )
    const told = (member: Member) =>
      rows.filter((row) => row.recipient_id === member.id).map(({ kind }) => kind)
    expect(told(peers[0])).toEqual(['SUPERVISION_ASSIGNED', 'SUPERVISION_ENDED'])
    expect(told(peers[1])).toEqual(['SUPERVISION_ENDED', 'SUPERVISION_PROPOSED'])
    expect(told(leaving)).toEqual(['SUPERVISION_ENDED', 'SUPERVISION_ENDED'])
  })

  it('does nothing at all where one of them cannot be, and says which, without a reason', async () => {
    await api.build.insert('exclusion_preference', {
      organization_id: organization.id,
      peer_id: peers[1].id,
      excluded_id: next.id,
      made_by: peers[1].id,
      made_at: api.now,
    })
    const before = await relationships()
    expect(await errorsOf(send())).toEqual([{ field: 'assignments.1.supervisorId', problem: 'unavailable' }])
    expect(await relationships()).toEqual(before)
  })

  it.each([
    ['nobody', () => ({ assignments: [] }), [{ field: 'assignments', problem: 'required' }]],
    [
      'the manager themselves',
      () => ({ assignments: [{ relationshipId: ids.administrative, supervisorId: manager.id }] }),
      [{ field: 'assignments.0.supervisorId', problem: 'not-an-option' }],
    ],
    [
      'who leaves',
      () => ({ assignments: [{ relationshipId: ids.administrative, supervisorId: leaving.id }] }),
      [{ field: 'assignments.0.supervisorId', problem: 'not-an-option' }],
    ],
    [
      'one twice',
      () => ({ assignments: [all()[0], all()[0]] }),
      [{ field: 'assignments.1.relationshipId', problem: 'repeated' }],
    ],
    [
      'a past day',
      () => ({ lastOn: '2026-06-16' }),
      [{ field: 'lastOn', problem: 'too-long-ago', limit: '2026-06-17' }],
    ],
    [
      'a relationship that is not there',
      () => ({
        assignments: [{ relationshipId: '00000000-0000-4000-8000-000000000000', supervisorId: next.id }],
      }),
      [{ field: 'assignments.0.relationshipId', problem: 'not-found' }],
    ],
  ])('refuses %s', async (_, over, errors) => {
    const before = await relationships()
    expect(await errorsOf(send(over()))).toEqual(errors)
    expect(await relationships()).toEqual(before)
  })

  it("refuses another supervisor's relationship, and changes nothing of it", async () => {
    const other = await api.build.supervisor(organization)
    const theirs = await api.build.relationship(other, peers[0], 'EDUCATIONAL')
    const before = await relationships()
    const assignments = [{ relationshipId: theirs, supervisorId: next.id }]
    expect(await errorsOf(send({ assignments }))).toEqual([
      { field: 'assignments.0.relationshipId', problem: 'not-found' },
    ])
    expect(await relationships()).toEqual(before)
  })

  it('asks for the password, and opens to managers only', async () => {
    const unconfirmed = await api.as(manager, { confirmed: false })
    const input = { supervisorId: leaving.id, lastOn: '2026-06-30', assignments: all() }
    expect((await unconfirmed.ask(REASSIGN, { input })).errors?.[0]?.extensions.code).toBe('CONFIRM_PASSWORD')
    for (const role of ['PEER', 'SUPERVISOR', 'ADMIN', 'AUDITOR'] as const) {
      const other = await api.as(await api.build.member(organization, [role]))
      expect((await other.ask(REASSIGN, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
      expect((await other.ask(CASELOAD, { id: leaving.id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    }
    const elsewhere = await api.build.organization()
    const stranger = await api.as(await api.build.member(elsewhere, ['MANAGER']))
    expect(await stranger.data(CASELOAD, { id: leaving.id })).toEqual({
      reassignableCaseload: { totalCount: 0, edges: [] },
    })
    expect(await errorsOf(stranger.ask(REASSIGN, { input }))).toEqual([
      { field: 'assignments.0.relationshipId', problem: 'not-found' },
    ])
  })

  const handedOver = async (): Promise<string[]> =>
    ((await send()).data?.['reassignCaseload'] as { reassignmentIds: string[] }).reassignmentIds
  const undo = (reassignmentIds: string[], by = caller): Promise<Answer> =>
    by.ask(UNDO, { input: { reassignmentIds } })

  it('is undone as it was, planned sessions included, and everybody concerned is told', async () => {
    const before = await relationships()
    const organization_id = organization.id
    const plannedId = randomUUID()
    const made = { planned_by: leaving.id, planned_at: api.now, changed_by: leaving.id, changed_at: api.now }
    await api.build.insert('planned_session', {
      ...{ organization_id, id: plannedId, supervisor_id: leaving.id, starts_on: '2026-07-06' },
      ...{ start_time: '09:00', minutes: 45, format: 'INDIVIDUAL', modality: 'VIDEO', status: 'SCHEDULED' },
      ...made,
    })
    await api.build.insert('planned_attendance', {
      ...{ organization_id, planned_session_id: plannedId, peer_id: peers[0].id },
      ...{ type: 'ADMINISTRATIVE', supervisor_id: leaving.id },
    })
    const planned = async () =>
      (
        await api.superuser.query<{ status: string; reason: string | null }>(
          'select status, reason from planned_session where id = $1',
          [plannedId],
        )
      ).rows
    const reassigned = await handedOver()
    expect(reassigned).toHaveLength(2)
    expect(await planned()).toEqual([{ status: 'CANCELLED', reason: 'SUPERVISION_ENDED' }])
    expect((await undo(reassigned)).data).toEqual({ undoCaseloadReassignment: { undone: 2 } })
    expect(await planned()).toEqual([{ status: 'SCHEDULED', reason: null }])
    const now = await relationships()
    expect(now.filter(({ supervisor_id }) => supervisor_id === leaving.id)).toEqual(before)
    expect(now.filter(({ supervisor_id }) => supervisor_id === next.id)).toMatchObject([
      { starts_on: '2026-07-01', ends_on: '2026-06-30' },
      { starts_on: '2026-07-01', ends_on: '2026-06-30' },
    ])
    const { rows } = await api.superuser.query<{ recipient_id: string }>(
      "select recipient_id from notification where organization_id = $1 and kind = 'REASSIGNMENT_UNDONE'",
      [organization_id],
    )
    // Of the supportive one, which nobody had accepted, only the peer and the supervisor of before knew.
    expect(rows.map(({ recipient_id }) => recipient_id).sort()).toEqual(
      [peers[0].id, peers[1].id, leaving.id, leaving.id, next.id].sort(),
    )
    expect(await errorsOf(undo(reassigned))).toBe('NOT_FOUND')
    expect((await handedOver()).length).toBe(2)
  })

  it('is not undone once something was built on it, whole or not at all', async () => {
    const reassigned = await handedOver()
    const { rows } = await api.superuser.query<{ id: string }>(
      "select id from supervision_relationship where id = any ($1) and type = 'SUPPORTIVE'",
      [reassigned],
    )
    await (
      await api.as(peers[1])
    ).data(
      'mutation ($id: UUID!) { acceptSupportiveRelationship(input: { relationshipId: $id }) { relationship { id } } }',
      { id: rows[0]?.id },
    )
    const before = await relationships()
    expect(await errorsOf(undo(reassigned))).toBe('CONFLICT')
    expect(await relationships()).toEqual(before)
    const others = reassigned.filter((id) => id !== rows[0]?.id)
    api.at('2026-07-01T16:00:00Z')
    caller = await api.as(manager)
    expect(await errorsOf(undo(others))).toBe('CONFLICT')
    api.at('2026-06-17T16:00:00Z')
  })

  it('is undone by a manager of the organization alone, with the password, and goes back to no other end', async () => {
    const reassigned = await handedOver()
    const stranger = await api.as(await api.build.member(await api.build.organization(), ['MANAGER']))
    expect(await errorsOf(undo(reassigned, stranger))).toBe('NOT_FOUND')
    expect(await errorsOf(undo(reassigned, await api.as(next)))).toBe('FORBIDDEN')
    const unconfirmed = await api.as(manager, { confirmed: false })
    expect(await errorsOf(undo(reassigned, unconfirmed))).toBe('CONFIRM_PASSWORD')
    // The application itself cannot put an end off.
    const putOff = async () =>
      inDatabaseAs(api, manager, {
        text: 'update supervision_relationship set ends_on = null where id = $1',
        values: [ids.administrative],
      })
    await expect(putOff()).rejects.toMatchObject({ constraint: 'supervision_relationship_end_extended' })
  })
})
