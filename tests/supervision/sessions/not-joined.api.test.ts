import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { aSession, LOG_SESSION, sessionInput } from '../../support/builders/supervision-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// Who comes in with an invitation reads what is about them: nothing is written about a peer who has not joined.

const RAISE = `mutation ($input: RaiseObservedDriftFlagInput!) { raiseObservedDriftFlag(input: $input) { driftFlagId } }`
const AGREE = `mutation ($input: CreateSupervisionAgreementInput!) {
  createSupervisionAgreement(input: $input) { agreement { id } } }`
const TYPES = ['ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE'] as const

describe('a peer who has not joined', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let supervisor: Member
  let asSupervisor: Caller
  let joined: Member
  let waiting: Member
  beforeAll(async () => {
    api = await TestApi.start()
    organization = await api.build.organization()
    supervisor = await api.build.supervisor(organization)
    joined = await api.build.peer(organization)
    waiting = await api.build.peer(organization)
    await api.superuser.query('update membership set account_id = null where id = $1', [waiting.id])
    for (const peer of [joined, waiting])
      for (const type of TYPES) await api.build.relationship(supervisor, peer, type)
    asSupervisor = await api.as(supervisor)
  })
  afterAll(() => api.close())

  const log = async (peers: readonly Member[], segment: Record<string, unknown>) => {
    const segments = [{ type: 'SUPPORTIVE', minutes: 45, activities: [], ...segment }]
    const { errors } = await asSupervisor.ask(LOG_SESSION, { input: sessionInput(peers, { segments }) })
    return errors?.[0]?.extensions.validationErrors
  }
  const refused = [{ field: 'segments.0.note', problem: 'not-joined' }]

  it('is logged with date, minutes and type, and without a word', async () => {
    expect(await log([waiting], { note: 'Something about her' })).toEqual(refused)
    expect(await log([waiting], { activities: ['SELF_CARE'] })).toEqual(refused)
    expect(await log([waiting, joined], { note: 'About all of us' })).toEqual(refused)
    const about = (peer: Member) => ({ peerNotes: [{ peerId: peer.id, note: 'About one' }] })
    expect(await log([waiting, joined], about(waiting))).toEqual(refused)
    expect(await log([waiting, joined], about(joined))).toBeUndefined()
    expect(await log([waiting], {})).toBeUndefined()
  })

  it.each(TYPES)('%s: has no note in the database, whoever writes it', async (type) => {
    const parts = { segments: { [type]: 45 } }
    for (const aboutPeer of [waiting, undefined]) {
      const writing = aSession(api, supervisor, [waiting, joined], {
        ...parts,
        notes: [{ type, note: 'Secret', ...(aboutPeer ? { aboutPeer } : {}) }],
      })
      await expect(writing).rejects.toMatchObject({ constraint: 'written_about_joined_peers' })
      await api.superuser.query('rollback')
    }
  })

  it('is not flagged, and is not offered', async () => {
    const input = { peerId: waiting.id, evidence: 'I saw something', cause: 'STRUCTURE' }
    const { errors } = await asSupervisor.ask(RAISE, { input })
    expect(errors?.[0]?.extensions.validationErrors).toEqual([{ field: 'peerId', problem: 'not-joined' }])
    const { observablePeers } = await asSupervisor.data<{ observablePeers: { edges: object[] } }>(
      '{ observablePeers { edges { node { id } } } }',
    )
    expect(observablePeers.edges).toEqual([{ node: { id: joined.id } }])
  })

  it('has no agreement yet', async () => {
    const manager = await api.as(await api.build.member(organization, ['MANAGER']))
    const term = { type: 'SUPPORTIVE', cadenceDays: 7, sessionMinutes: 45, groupSessionsCount: false }
    const terms = [{ ...term, confidence: 'Between us.' }]
    const input = { peerId: waiting.id, agreedOn: '2026-06-17', terms }
    const { errors } = await manager.ask(AGREE, { input })
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      fact: 'supervision.agreements.not-joined',
    })
    expect((await manager.ask(AGREE, { input: { ...input, peerId: joined.id } })).errors).toBeUndefined()
  })

  it('is said to the form, so that it asks for no note', async () => {
    const { caseload } = await asSupervisor.data<{
      caseload: { edges: { node: { peer: { id: string }; peerHasJoined: boolean } }[] }
    }>('{ caseload { edges { node { peer { id } peerHasJoined } } } }')
    const said = new Map(caseload.edges.map(({ node }) => [node.peer.id, node.peerHasJoined]))
    expect([said.get(waiting.id), said.get(joined.id)]).toEqual([false, true])
  })
})
