import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// The access matrix of agreements, available supervisors and exclusions: actors × operations.

describe('who may do what with agreements and exclusions', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  let actors: Record<string, Member> & Awaited<ReturnType<typeof cast>>['actors']
  beforeAll(async () => {
    api = await TestApi.start()
    people = await cast(api.build)
    actors = people.actors
  })
  afterAll(() => api.close())

  const outcomes = async (query: string, variables: (member: Member | null) => Record<string, unknown>) => {
    const outcome = async (caller: Caller, member: Member | null): Promise<string> =>
      (await caller.ask(query, variables(member))).errors?.[0]?.extensions.code ?? 'allowed'
    const found: Record<string, string> = { signedOut: await outcome(api.signedOut(), null) }
    for (const [name, member] of Object.entries(actors))
      found[name] = await outcome(await api.as(member), member)
    return found
  }
  const allBut = (usual: string, others: Record<string, string>): Record<string, string> => ({
    signedOut: 'UNAUTHENTICATED',
    ...Object.fromEntries(Object.keys(actors).map((name) => [name, usual])),
    ...others,
  })
  const peerId = () => ({ peerId: actors.peer.id })
  const agreementId = async (): Promise<string> => {
    const id = randomUUID()
    const base = { organization_id: people.organization.id, peer_id: actors.peer.id }
    await api.build.insert('supervision_agreement', { ...base, id, agreed_on: '2026-06-01' })
    await api.build.insert('supervision_agreement_term', {
      ...base,
      agreement_id: id,
      type: 'EDUCATIONAL',
      cadence_days: 14,
      supervisor_id: actors.educational.id,
    })
    return id
  }

  it("shows how a peer is supervised to manager and auditor, and no other organization's", async () => {
    const query = 'query ($peerId: UUID!) { supervisionOf(peerId: $peerId) { states agreement { id } } }'
    expect(await outcomes(query, peerId)).toEqual(
      allBut('FORBIDDEN', { manager: 'allowed', auditor: 'allowed', strangerManager: 'NOT_FOUND' }),
    )
  })

  it("answers a manager only who is available, and nobody for another organization's peer", async () => {
    const query = `query ($peerId: UUID!) {
      availableSupervisors(peerId: $peerId, type: EDUCATIONAL) { edges { node { id } } } }`
    expect(await outcomes(query, peerId)).toEqual(
      allBut('FORBIDDEN', { manager: 'allowed', strangerManager: 'allowed' }),
    )
    const { data } = await (await api.as(actors.strangerManager)).ask(query, peerId())
    const ours = people.organization.id
    const { rows } = await api.superuser.query<{ id: string }>(
      'select id from membership where organization_id = $1',
      [ours],
    )
    expect(rows.filter(({ id }) => JSON.stringify(data).includes(id))).toEqual([])
  })

  it('lets a manager record and reassign, the peer decline, and nobody else', async () => {
    const agree = `mutation ($input: CreateSupervisionAgreementInput!) {
      createSupervisionAgreement(input: $input) { agreement { id } } }`
    const terms = [{ type: 'EDUCATIONAL', cadenceDays: 14, sessionMinutes: 60, confidence: 'Between us.' }]
    const input = () => ({ input: { peerId: actors.colleague.id, agreedOn: '2026-06-17', terms } })
    expect(await outcomes(agree, input)).toEqual(
      allBut('FORBIDDEN', { manager: 'allowed', strangerManager: 'BAD_INPUT' }),
    )
    const relationshipId = await api.build.relationship(actors.educational, actors.colleague, 'EDUCATIONAL')
    const next = await api.build.supervisor(people.organization)
    const reassign = `mutation ($input: ReassignSupervisionInput!) {
      reassignSupervision(input: $input) { relationship { id } } }`
    const over = () => ({ input: { relationshipId, supervisorId: next.id, lastOn: '2026-06-17' } })
    expect(await outcomes(reassign, over)).toEqual(
      allBut('FORBIDDEN', { manager: 'allowed', strangerManager: 'NOT_FOUND' }),
    )
    const proposal = await api.build.relationship(next, actors.peer, 'SUPPORTIVE', { accepted: false })
    const decline = `mutation ($id: UUID!) {
      declineSupportiveRelationship(input: { relationshipId: $id }) { relationship { id } } }`
    expect(await outcomes(decline, () => ({ id: proposal }))).toEqual(
      allBut('NOT_FOUND', { peer: 'allowed', admin: 'FORBIDDEN', auditor: 'FORBIDDEN' }),
    )
  })

  it('lets the peer and whom a term names sign, and nobody else whatever the role', async () => {
    const id = await agreementId()
    const sign = `mutation ($id: UUID!) {
      signSupervisionAgreement(input: { agreementId: $id }) { agreement { id } } }`
    expect(await outcomes(sign, () => ({ id }))).toEqual(
      allBut('NOT_FOUND', {
        peer: 'allowed',
        educational: 'allowed',
        admin: 'FORBIDDEN',
        auditor: 'FORBIDDEN',
      }),
    )
  })

  it('lets each who can be supervised exclude somebody and undo it, and nobody else', async () => {
    const supervised = {
      ...{ peer: 'allowed', colleague: 'allowed', educational: 'allowed', manager: 'allowed' },
      // Elsewhere, of a host agency who sees nobody else, and oneself.
      ...{
        stranger: 'NOT_FOUND',
        strangerManager: 'NOT_FOUND',
        administrative: 'NOT_FOUND',
        supportive: 'NOT_FOUND',
      },
    }
    const member = () => ({ input: { memberId: actors.supportive.id } })
    const exclude =
      'mutation ($input: CreateExclusionInput!) { createExclusion(input: $input) { person { id } } }'
    const remove =
      'mutation ($input: RemoveExclusionInput!) { removeExclusion(input: $input) { person { id } } }'
    expect(await outcomes(exclude, member)).toEqual(allBut('FORBIDDEN', supervised))
    expect(await outcomes(remove, member)).toEqual(allBut('FORBIDDEN', supervised))
    for (const query of ['{ myExclusions { totalCount } }', '{ exclusionChoices { totalCount } }'])
      expect(await outcomes(query, () => ({}))).toEqual(
        allBut('allowed', { admin: 'FORBIDDEN', auditor: 'FORBIDDEN' }),
      )
  })

  it('lets each supervisor and manager mark a pair and undo it, and nobody else', async () => {
    const pair = () => ({ input: { peerId: actors.colleague.id, supervisorId: actors.supportive.id } })
    const mark = `mutation ($input: CreateUnavailablePairInput!) {
      createUnavailablePair(input: $input) { pair { peer { id } } } }`
    const unmark = `mutation ($input: RemoveUnavailablePairInput!) {
      removeUnavailablePair(input: $input) { pair { peer { id } } } }`
    const expected = allBut('FORBIDDEN', {
      supportive: 'allowed',
      manager: 'allowed',
      administrative: 'NOT_FOUND',
      educational: 'NOT_FOUND',
      strangerManager: 'NOT_FOUND',
    })
    expect(await outcomes(mark, pair)).toEqual(expected)
    expect(await outcomes(unmark, pair)).toEqual(expected)
    const listed = Object.fromEntries(
      ['administrative', 'educational', 'supportive', 'manager', 'strangerManager'].map((name) => [
        name,
        'allowed',
      ]),
    )
    for (const query of ['{ unavailablePairs { totalCount } }', '{ unavailablePeerChoices { totalCount } }'])
      expect(await outcomes(query, () => ({}))).toEqual(allBut('FORBIDDEN', listed))
  })
})
