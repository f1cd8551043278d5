import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SUPERVISION_TYPES, type SupervisionType } from '../../../shared/src/supervision/supervision-types.ts'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { aFlag, flagsSeenIn } from '../../support/builders/drift-builders.ts'
import { aSession, inDatabaseAs } from '../../support/builders/supervision-builders.ts'
import { NOW } from '../../support/fixed-today.ts'
import { TestApi } from '../../support/test-api.ts'

// Supervision shows nothing from before its start, nobody names themselves, and the peer is told before.

const PROPOSE = `mutation ($input: ProposeSupervisionRelationshipInput!) {
  proposeSupervisionRelationship(input: $input) { relationship { id } } }`
const ACCEPT = `mutation ($id: UUID!) {
  acceptSupportiveRelationship(input: { relationshipId: $id }) { relationship { id } } }`
const [TODAY, TOMORROW] = ['2026-06-17', '2026-06-18']
const BEFORE = new Date('2026-06-16T12:00:00Z')

describe('supervision that begins', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let manager: Member
  let peer: Member
  beforeAll(async () => {
    api = await TestApi.start()
    organization = await api.build.organization()
    manager = await api.build.member(organization, ['MANAGER', 'SUPERVISOR'])
    peer = await api.build.peer(organization)
  })
  afterAll(() => api.close())

  const propose = async (supervisor: Member, over: Record<string, unknown> = {}, by = manager) => {
    const { data, errors } = await (
      await api.as(by)
    ).ask<{ proposeSupervisionRelationship: { relationship: { id: string } } }>(PROPOSE, {
      input: {
        supervisorId: supervisor.id,
        peerId: peer.id,
        type: 'EDUCATIONAL',
        startsOn: TOMORROW,
        ...over,
      },
    })
    const id = data?.proposeSupervisionRelationship.relationship.id ?? ''
    return { id, validationErrors: errors?.[0]?.extensions.validationErrors }
  }
  const flagsAsTeam = async (supervisor: Member) => flagsSeenIn(await api.as(supervisor), 'teamDriftFlags')

  it.each(SUPERVISION_TYPES)('%s: the peer is told at the proposal, before it is in force', async (type) => {
    const supervisor = await api.build.supervisor(organization)
    const { id } = await propose(supervisor, { type })
    const { rows } = await api.superuser.query<{ kind: string; starts: string; accepted: Date | null }>(
      `select n.kind, r.starts_on::text as starts, r.accepted_at as accepted
         from supervision_relationship r join notification n on n.subject_id = r.id and n.recipient_id = r.peer_id
        where r.id = $1`,
      [id],
    )
    expect(rows).toEqual([
      type === 'SUPPORTIVE'
        ? { kind: 'SUPERVISION_PROPOSED', starts: TOMORROW, accepted: null }
        : { kind: 'SUPERVISION_ASSIGNED', starts: TOMORROW, accepted: NOW },
    ])
    const peersNow = `select access.peers_of('${type}') as peers`
    expect(await inDatabaseAs(api, supervisor, peersNow)).toEqual([{ peers: [] }])
  })

  it.each(['ADMINISTRATIVE', 'EDUCATIONAL'] as const)('%s: begins tomorrow at the earliest', async (type) => {
    const supervisor = await api.build.supervisor(organization)
    const tooEarly = [{ field: 'startsOn', problem: 'too-long-ago', limit: TOMORROW }]
    expect((await propose(supervisor, { type, startsOn: TODAY })).validationErrors).toEqual(tooEarly)
    expect((await propose(supervisor, { type, startsOn: '2026-06-01' })).validationErrors).toEqual(tooEarly)
  })

  it.each(SUPERVISION_TYPES)('%s: nobody names themselves, in the API and in the database', async (type) => {
    expect((await propose(manager, { type })).validationErrors).toEqual([
      { field: 'supervisorId', problem: 'not-an-option' },
    ])
    const { availableSupervisors } = await (
      await api.as(manager)
    ).data<{ availableSupervisors: { edges: { node: { id: string } }[] } }>(
      `query ($peerId: UUID!, $type: SupervisionType!) {
         availableSupervisors(peerId: $peerId, type: $type, first: 100) { edges { node { id } } } }`,
      { peerId: peer.id, type },
    )
    expect(availableSupervisors.edges.map(({ node }) => node.id)).not.toContain(manager.id)
    const accepted = type === 'SUPPORTIVE' ? 'null' : 'access.now()'
    await expect(
      inDatabaseAs(api, manager, {
        text: `insert into supervision_relationship (organization_id, supervisor_id, peer_id, type, starts_on, proposed_at, accepted_at)
               values (access.organization_id(), access.membership_id(), $1, $2, access.today() + 1, access.now(), ${accepted})`,
        values: [peer.id, type],
      }),
    ).rejects.toThrow('row-level security')
    const other = await api.build.member(organization, ['MANAGER'])
    expect((await propose(manager, { type }, other)).id).not.toBe('')
  })

  it('shows no flag that was raised before, however old the day that the manager names', async () => {
    const supervisor = await api.build.supervisor(organization)
    const old = await aFlag(api.build, peer, { raisedBy: peer, raisedAt: BEFORE, openedAt: BEFORE })
    await api.build.relationship(supervisor, peer, 'EDUCATIONAL', { startsOn: TODAY })
    const fresh = await aFlag(api.build, peer, { raisedBy: peer, openedAt: NOW })
    expect(await flagsAsTeam(supervisor)).toEqual([fresh])
    expect(await flagsAsTeam(supervisor)).not.toContain(old)
  })

  it('shows no flag of the same day that was raised before the peer accepted', async () => {
    const supervisor = await api.build.supervisor(organization)
    const { id } = await propose(supervisor, { type: 'SUPPORTIVE', startsOn: TODAY })
    const morning = await aFlag(api.build, peer, { raisedBy: peer, openedAt: NOW })
    api.at(new Date(NOW.getTime() + 3_600_000))
    await (await api.as(peer)).data(ACCEPT, { id })
    const noon = await aFlag(api.build, peer, { raisedBy: peer, raisedAt: api.now, openedAt: api.now })
    const seen = await flagsAsTeam(supervisor)
    api.at(NOW)
    expect(seen).toContain(noon)
    expect(seen).not.toContain(morning)
  })

  it('keeps the steps of a released flag from a manager whose own supervision began after it', async () => {
    const flagId = await aFlag(api.build, peer, {
      ...{ raisedBy: peer, raisedAt: BEFORE, openedAt: BEFORE, releasedAs: 'STRUCTURE' },
    })
    await api.build.insert('drift_flag_step', {
      ...{ organization_id: organization.id, id: crypto.randomUUID(), flag_id: flagId, peer_id: peer.id },
      ...{ number: 1, from_status: 'DISCUSSED', to_status: 'PLANNED', plan: 'A plan with somebody else' },
      ...{ taken_by: peer.id, taken_at: BEFORE },
    })
    const chief = await api.build.member(organization, ['MANAGER', 'SUPERVISOR'])
    await api.build.relationship(chief, peer, 'EDUCATIONAL', { startsOn: TODAY })
    const inFull = 'select id from drift_flag_step where flag_id = $1'
    const seen = (member: Member) => inDatabaseAs(api, member, { text: inFull, values: [flagId] })
    expect(await seen(chief)).toEqual([])
    expect((await seen(peer)).length).toBe(1)
    expect(await flagsAsTeam(chief)).not.toContain(flagId)
    expect(await flagsSeenIn(await api.as(chief), 'releasedDriftFlags')).toContain(flagId)
  })

  it.each(SUPERVISION_TYPES)(
    '%s: shows no note from before, not even one’s own',
    async (type: SupervisionType) => {
      const supervisor = await api.build.supervisor(organization)
      const held = async (heldOn: string, note: string) =>
        aSession(api, supervisor, [peer], {
          heldOn,
          segments: { [type]: 45 },
          notes: [{ type, aboutPeer: peer, note }],
        })
      await api.build.relationship(supervisor, peer, type, { startsOn: '2026-01-01', endsOn: '2026-05-31' })
      await held('2026-05-20', 'From before')
      await api.build.relationship(supervisor, peer, type, { startsOn: '2026-06-10' })
      await held('2026-06-10', 'From now')
      const notes = (member: Member) =>
        inDatabaseAs<{ note: string }>(api, member, {
          text: `select note from ${type.toLowerCase()}_note where supervisor_id = $1 order by note`,
          values: [supervisor.id],
        })
      expect(await notes(supervisor)).toEqual([{ note: 'From now' }])
      expect((await notes(peer)).map(({ note }) => note)).toEqual(['From before', 'From now'])
    },
  )
})
