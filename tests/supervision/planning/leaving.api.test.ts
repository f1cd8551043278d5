import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { NOW } from '../../support/fixed-today.ts'
import { TestApi } from '../../support/test-api.ts'

// What was planned with somebody who leaves, or whose supervision passes on.

const LEAVE = `mutation ($id: UUID!, $on: LocalDate!) {
  endEmployment(input: { peerId: $id, leavesOn: $on, expectedRevision: 0 }) { __typename ... on StaleRevision { currentRevision } } }`
const END = `mutation ($id: UUID!) { endSupervisionRelationship(input: { relationshipId: $id }) { relationship { id } } }`

describe('planned sessions after the end', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let manager: Member
  let supervisor: Member
  beforeAll(async () => {
    api = await TestApi.start()
    organization = await api.build.organization()
    manager = await api.build.member(organization, ['MANAGER'])
    supervisor = await api.build.supervisor(organization)
  })
  afterAll(() => api.close())

  const planned = async (
    peers: readonly Member[],
    startsOn: string,
    types = ['SUPPORTIVE'],
  ): Promise<string> => {
    const [id, organization_id] = [randomUUID(), organization.id]
    await api.build.insert('planned_session', {
      ...{
        organization_id,
        id,
        supervisor_id: supervisor.id,
        starts_on: startsOn,
        start_time: '09:00',
        minutes: 45,
      },
      ...{ format: peers.length > 1 ? 'GROUP' : 'INDIVIDUAL', modality: 'VIDEO', status: 'SCHEDULED' },
      ...{ planned_by: supervisor.id, planned_at: NOW, changed_by: supervisor.id, changed_at: NOW },
    })
    for (const { id: peer_id } of peers)
      for (const type of types)
        await api.build.insert('planned_attendance', {
          ...{ organization_id, planned_session_id: id, peer_id, type, supervisor_id: supervisor.id },
        })
    return id
  }
  const found = async (member: Member): Promise<Record<string, unknown>> => {
    const { myPlannedSessions } = await (
      await api.as(member)
    ).data<{
      myPlannedSessions: {
        edges: { node: { id: string; status: string; peers: object[]; types: string[] } }[]
      }
    }>(
      '{ myPlannedSessions(view: UPCOMING, first: 100) { edges { node { id status types peers { id } } } } }',
    )
    return Object.fromEntries(
      myPlannedSessions.edges.map(({ node }) => [
        node.id,
        [node.status, node.peers.length, node.types.join()],
      ]),
    )
  }

  it('is cancelled where a peer leaves before it, and stays where they leave after it', async () => {
    const peer = await api.build.peer(organization)
    await api.build.relationship(supervisor, peer, 'SUPPORTIVE')
    const [before, after] = [await planned([peer], '2026-06-30'), await planned([peer], '2026-07-01')]
    const caller = await api.as(manager)
    const { endEmployment } = await caller.data<{
      endEmployment: { __typename: string; currentRevision?: number }
    }>(LEAVE, { id: peer.id, on: '2026-06-30' })
    if (endEmployment.__typename === 'StaleRevision')
      await caller.data(
        LEAVE.replace('expectedRevision: 0', `expectedRevision: ${endEmployment.currentRevision}`),
        {
          id: peer.id,
          on: '2026-06-30',
        },
      )
    expect(await found(supervisor)).toMatchObject({
      [before]: ['SCHEDULED', 1, 'SUPPORTIVE'],
      [after]: ['CANCELLED', 1, 'SUPPORTIVE'],
    })
  })

  it('goes on without whom, and without which type, is supervised no more', async () => {
    const [one, other] = [await api.build.peer(organization), await api.build.peer(organization)]
    for (const peer of [one, other]) await api.build.relationship(supervisor, peer, 'SUPPORTIVE')
    const educational = await api.build.relationship(supervisor, other, 'EDUCATIONAL')
    const [group, both] = [
      await planned([one, other], '2026-07-08'),
      await planned([other], '2026-07-09', ['EDUCATIONAL', 'SUPPORTIVE']),
    ]
    const { rows } = await api.superuser.query<{ id: string }>(
      'select id from supervision_relationship where peer_id = $1',
      [one.id],
    )
    const caller = await api.as(manager)
    await caller.data(END, { id: rows[0]?.id })
    await caller.data(END, { id: educational })
    expect(await found(supervisor)).toMatchObject({
      [group]: ['SCHEDULED', 1, 'SUPPORTIVE'],
      [both]: ['SCHEDULED', 1, 'SUPPORTIVE'],
    })
    // Whoever is supervised no more finds it no more; whoever stays does.
    expect(await found(one)).toEqual({})
    expect(await found(other)).toMatchObject({ [group]: ['SCHEDULED', 1, 'SUPPORTIVE'] })
  })
})
