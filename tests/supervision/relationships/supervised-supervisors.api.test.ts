import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { LOG_SESSION, sessionInput } from '../../support/builders/supervision-builders.ts'
import { TestApi } from '../../support/test-api.ts'

// Supervision of supervisors is a relationship like any other: proposed, accepted, held, acknowledged and ended.

const PROPOSE = `mutation ($input: ProposeSupervisionRelationshipInput!) {
  proposeSupervisionRelationship(input: $input) { relationship { id holdsPeerRole } } }`
const ACCEPT = `mutation ($id: UUID!) {
  acceptSupportiveRelationship(input: { relationshipId: $id }) { relationship { accepted } } }`
const AGREE = `mutation ($input: CreateSupervisionAgreementInput!) {
  createSupervisionAgreement(input: $input) { agreement { id } } }`
const ASK_TIME = `mutation ($input: CreateTimeRequestInput!) {
  createTimeRequest(input: $input) { timeRequest { id } } }`
const ASK_MORE = `mutation ($input: CreateSupervisionRequestInput!) {
  createSupervisionRequest(input: $input) { supervisionRequest { id } } }`
const EXCLUDE =
  'mutation ($input: CreateExclusionInput!) { createExclusion(input: $input) { person { id } } }'
const FLAG =
  'mutation ($input: RaiseObservedDriftFlagInput!) { raiseObservedDriftFlag(input: $input) { driftFlagId } }'
const SESSIONS_OF = 'query ($peerId: UUID!) { sessionsOf(peerId: $peerId) { totalCount } }'
const COVERAGE = `query ($filter: SupervisionCoverageFilter) { supervisionCoverage(first: 50, filter: $filter) {
  summary { peers types { type of onTime notAssigned } } edges { node { peer { id } isPeer cells { type state } } } } }`
interface Coverage {
  supervisionCoverage: {
    summary: { peers: number; types: { type: string; of: number; onTime: number; notAssigned: number }[] }
    edges: { node: { peer: { id: string }; isPeer: boolean; cells: { type: string; state: string }[] } }[]
  }
}
const [TODAY, TOMORROW] = ['2026-06-17', '2026-06-18']

describe('supervision of supervisors', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let manager: Member
  let senior: Member
  let junior: Member
  beforeAll(async () => {
    api = await TestApi.start()
    organization = await api.build.organization()
    manager = await api.build.member(organization, ['MANAGER'])
    senior = await api.build.supervisor(organization)
    junior = await api.build.supervisor(organization)
  })
  afterAll(() => api.close())

  const ask = async (member: Member, query: string, variables: Record<string, unknown> = {}) =>
    (await api.as(member)).ask<Record<string, Record<string, Record<string, unknown>>>>(query, variables)
  const codeOf = async (...args: Parameters<typeof ask>) =>
    (await ask(...args)).errors?.[0]?.extensions.code ?? 'allowed'
  const input = (over: Record<string, unknown>) => ({
    input: { supervisorId: senior.id, peerId: junior.id, type: 'EDUCATIONAL', startsOn: TOMORROW, ...over },
  })

  it('is proposed by a manager, for managers as well, and never of oneself or for an auditor', async () => {
    const made = await ask(manager, PROPOSE, input({}))
    expect(made.data?.proposeSupervisionRelationship?.relationship?.holdsPeerRole).toBe(false)
    const other = await api.build.member(organization, ['MANAGER'])
    expect(await codeOf(manager, PROPOSE, input({ peerId: other.id }))).toBe('allowed')
    for (const [peerId, problem] of [
      [senior.id, 'not-an-option'],
      [(await api.build.member(organization, ['AUDITOR'])).id, 'not-found'],
    ]) {
      const { errors } = await ask(manager, PROPOSE, input({ peerId }))
      expect(errors?.[0]?.extensions.validationErrors?.[0]?.problem).toBe(problem)
    }
  })

  it('in the database nobody supervises themselves', async () => {
    await expect(api.build.relationship(senior, senior, 'EDUCATIONAL')).rejects.toThrow(/not_oneself/)
  })

  it('begins, is agreed on, held, acknowledged and ended by the supervised, behind the same walls', async () => {
    const made = await ask(manager, PROPOSE, input({ type: 'SUPPORTIVE', startsOn: TODAY }))
    const id = made.data?.proposeSupervisionRelationship?.relationship?.id
    expect(await codeOf(senior, ACCEPT, { id })).toBe('NOT_FOUND')
    expect(await codeOf(junior, ACCEPT, { id })).toBe('allowed')
    const terms = [{ type: 'SUPPORTIVE', supervisorId: senior.id, cadenceDays: 14, sessionMinutes: 45 }].map(
      (term) => ({ ...term, groupSessionsCount: false, confidence: 'Between us.' }),
    )
    expect(await codeOf(manager, AGREE, { input: { peerId: junior.id, agreedOn: TODAY, terms } })).toBe(
      'allowed',
    )
    expect(await codeOf(senior, LOG_SESSION, { input: sessionInput([junior]) })).toBe('allowed')
    const mine = await (
      await api.as(junior)
    ).data<{ mySessions: object; sessionsToAcknowledge: object }>(
      `{ mySessions { totalCount edges { node { segments { type notes { note } } } } }
         sessionsToAcknowledge { totalCount } mySupervisors { totalCount } }`,
    )
    expect(mine.mySessions).toMatchObject({
      totalCount: 1,
      edges: [{ node: { segments: [{ notes: [{}] }] } }],
    })
    const stranger = await api.build.supervisor(organization)
    expect(await codeOf(stranger, SESSIONS_OF, { peerId: junior.id })).toBe('NOT_FOUND')
    const office = await (
      await api.as(manager)
    ).data<{ sessionsOf: object }>(
      `query ($peerId: UUID!) { sessionsOf(peerId: $peerId) { edges { node { segments { type notes { note } } } } } }`,
      { peerId: junior.id },
    )
    expect(office.sessionsOf).toMatchObject({ edges: [{ node: { segments: [{ notes: [] }] } }] })
  })

  it('lets them ask for a time and for more, and keep somebody away, as a peer does', async () => {
    const time = { supervisorId: senior.id, type: 'SUPPORTIVE', weekdays: [], timesOfDay: [] }
    expect(await codeOf(junior, ASK_TIME, { input: time })).toBe('allowed')
    expect(await codeOf(senior, ASK_TIME, { input: { ...time, supervisorId: junior.id } })).not.toBe(
      'allowed',
    )
    const wish = { wish: 'MORE', type: 'EDUCATIONAL' }
    expect(await codeOf(junior, ASK_MORE, { input: wish })).toBe('allowed')
    expect(await codeOf(await api.build.member(organization, ['ADMIN']), ASK_MORE, { input: wish })).toBe(
      'FORBIDDEN',
    )
    const away = await api.build.supervisor(organization)
    expect(await codeOf(junior, EXCLUDE, { input: { memberId: away.id } })).toBe('allowed')
    const { errors } = await ask(manager, PROPOSE, input({ supervisorId: away.id }))
    expect(errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'supervisorId', problem: 'unavailable' },
    ])
  })

  it('raises no flag about somebody without the peer role: nobody would see it first', async () => {
    const flag = { peerId: junior.id, evidence: 'Was asked to drive the van.', cause: 'AGENCY_POLICY' }
    expect(await codeOf(senior, FLAG, { input: flag })).toBe('NOT_FOUND')
    const { rows } = await api.superuser.query('select from drift_flag where peer_id = $1', [junior.id])
    expect(rows).toEqual([])
  })

  it('counts supervisors where they are supervised, and none of their missing types as missing', async () => {
    const peer = await api.build.peer(organization)
    const caller = await api.as(manager)
    const { supervisionCoverage: all } = await caller.data<Coverage>(COVERAGE)
    const rows = all.edges.map(({ node }) => node)
    expect(rows.filter(({ isPeer }) => isPeer).map(({ peer: { id } }) => id)).toEqual([peer.id])
    expect(rows.find(({ peer: { id } }) => id === junior.id)?.cells).toContainEqual({
      type: 'SUPPORTIVE',
      state: 'ON_TIME',
    })
    expect(rows.map(({ peer: { id } }) => id)).not.toContain(senior.id)
    expect(all.summary.types.find(({ type }) => type === 'SUPPORTIVE')).toMatchObject({
      ...{ of: 2, onTime: 1, notAssigned: 1 },
    })
    const { supervisionCoverage: staff } = await caller.data<Coverage>(COVERAGE, {
      filter: { supervisors: true },
    })
    const ids = staff.edges.map(({ node }) => node.peer.id)
    expect([ids.includes(senior.id), ids.includes(junior.id), ids.includes(peer.id)]).toEqual([
      true,
      true,
      false,
    ])
  })
})
