import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast, type Member } from '../../support/builders/builders.ts'
import { aFlag } from '../../support/builders/drift-builders.ts'
import { aSession } from '../../support/builders/supervision-builders.ts'
import { NOW, TODAY } from '../../support/fixed-today.ts'
import { TestApi } from '../../support/test-api.ts'

// The steps of a flag: the session in which it was discussed, the task that a plan became, and who is told.

const STEP = `mutation ($input: AddDriftFlagStepInput!) { addDriftFlagStep(input: $input) { ... on DriftFlagStepAdded {
  driftFlag { status steps { to discussedOn followUp { owner dueOn state supervisor { id } } } } } } }`
const SESSIONS = `query ($id: UUID!) { driftFlagSessions(driftFlagId: $id) { totalCount edges { node {
  id heldOn minutes supervisor { id } } } } }`
const STEPS =
  'steps { to plan discussedOn sessionId followUp { owner dueOn state supervisor { displayName } } }'
const TEAM = `query ($peerId: UUID) { teamDriftFlags(peerId: $peerId) { totalCount edges { node { id ${STEPS} } } } }`
type Step = { to: string; discussedOn: string | null; followUp: object | null }
type Flag = { id: string; steps: Step[] }
type Page = { edges: { node: Flag }[]; totalCount: number }

describe('the steps of a flag', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  beforeAll(async () => {
    api = await TestApi.start()
    people = await cast(api.build)
  })
  afterAll(() => api.close())

  const flagged = (status = 'OPEN') =>
    aFlag(api.build, people.actors.peer, { openedAt: NOW, raisedBy: people.actors.peer, status })
  const step = async (as: Member, driftFlagId: string, to: string, over: object = {}, expectedRevision = 0) =>
    (await api.as(as)).ask<{ addDriftFlagStep: { driftFlag?: { steps: Step[] } } }>(STEP, {
      input: { driftFlagId, expectedRevision, to, ...over },
    })
  const refused = async (...args: Parameters<typeof step>) => {
    const { code, validationErrors } = (await step(...args)).errors?.[0]?.extensions ?? {}
    return code === 'BAD_INPUT' ? validationErrors : code
  }
  const relationshipOf = async (supervisor: Member): Promise<string> => {
    const { rows } = await api.superuser.query<{ id: string }>(
      'select id from supervision_relationship where supervisor_id = $1 and peer_id = $2',
      [supervisor.id, people.actors.peer.id],
    )
    return rows[0]?.id ?? ''
  }
  const task = async (supervisor: Member, over: object = {}) => ({
    plan: 'The nurse finds a substitute.',
    followUp: {
      relationshipId: await relationshipOf(supervisor),
      owner: 'SUPERVISOR',
      dueOn: '2026-07-01',
      ...over,
    },
  })
  const stepsSeenBy = async (as: Member, flagId: string, list = 'teamDriftFlags') => {
    const data = await (
      await api.as(as)
    ).data<Record<string, Page>>(`{ ${list} { edges { node { id ${STEPS} } } } }`)
    return data[list]?.edges.find(({ node }) => node.id === flagId)?.node.steps
  }

  it('names the session in which it was discussed, chosen among those held with the peer', async () => {
    const { peer, supportive, educational, colleague } = people.actors
    const id = await flagged()
    const [ours, theirs] = [
      await aSession(api, supportive, [peer], { heldOn: '2026-06-15' }),
      await aSession(api, supportive, [colleague]),
    ]
    const voided = await aSession(api, supportive, [peer], { heldOn: '2026-06-16' })
    await api.superuser.query(
      'update supervision_session set voided_at = $2, voided_by = supervisor_id where id = $1',
      [voided, NOW],
    )
    for (const each of [peer, supportive, educational]) {
      const { driftFlagSessions } = await (
        await api.as(each)
      ).data<{ driftFlagSessions: object }>(SESSIONS, {
        id,
      })
      const node = { id: ours, heldOn: '2026-06-15', minutes: 45, supervisor: { id: supportive.id } }
      expect(driftFlagSessions).toEqual({ totalCount: 1, edges: [{ node }] })
    }
    // Of another peer's flag there is nothing to choose from.
    const none = await (await api.as(colleague)).data<{ driftFlagSessions: object }>(SESSIONS, { id })
    expect(none.driftFlagSessions).toEqual({ totalCount: 0, edges: [] })
    expect(await refused(peer, id, 'DISCUSSED', { sessionId: theirs })).toBe('NOT_FOUND')
    expect(await refused(peer, id, 'DISCUSSED', { sessionId: voided })).toBe('NOT_FOUND')
    await step(peer, id, 'DISCUSSED', { sessionId: ours })
    for (const each of [supportive, educational])
      expect(await stepsSeenBy(each, id)).toMatchObject([{ to: 'DISCUSSED', discussedOn: '2026-06-15' }])
    await api.superuser.query(
      'update supervision_session set voided_at = $2, voided_by = supervisor_id where id = $1',
      [ours, NOW],
    )
    expect(await stepsSeenBy(supportive, id)).toMatchObject([{ to: 'DISCUSSED', discussedOn: null }])
  })

  it('T2: puts a plan on the follow-up list of both, and tells nobody else of the task', async () => {
    const { peer, supportive, educational } = people.actors
    const id = await flagged('DISCUSSED')
    await step(supportive, id, 'PLANNED', await task(supportive))
    const shown = { owner: 'SUPERVISOR', dueOn: '2026-07-01', state: 'OPEN' }
    expect(await stepsSeenBy(supportive, id)).toMatchObject([{ to: 'PLANNED', followUp: shown }])
    expect(await stepsSeenBy(peer, id, 'myDriftFlags')).toMatchObject([{ to: 'PLANNED', followUp: shown }])
    // The plan is the flag's, the task is behind the wall of its type.
    expect(await stepsSeenBy(educational, id)).toMatchObject([
      { plan: 'The nurse finds a substitute.', followUp: null },
    ])
    const mine = await (
      await api.as(peer)
    ).data<{ myFollowUps: { edges: { node: { id: string; text: string; type: string } }[] } }>(
      '{ myFollowUps { edges { node { id text type } } } }',
    )
    expect(mine.myFollowUps.edges).toMatchObject([
      { node: { text: 'The nurse finds a substitute.', type: 'SUPPORTIVE' } },
    ])
    const followUpId = mine.myFollowUps.edges[0]?.node.id
    await (
      await api.as(supportive)
    ).data('mutation ($input: UpdateFollowUpInput!) { updateFollowUp(input: $input) { followUp { id } } }', {
      input: { followUpId, state: 'DONE' },
    })
    expect(await stepsSeenBy(peer, id, 'myDriftFlags')).toMatchObject([{ followUp: { state: 'DONE' } }])
  })

  it('refuses a task of another supervision, of the administrative one, and one that says too much or too late', async () => {
    const { peer, supportive, educational, administrative } = people.actors
    const id = await flagged('DISCUSSED')
    expect(await refused(supportive, id, 'PLANNED', await task(educational))).toBe('NOT_FOUND')
    expect(await refused(peer, id, 'PLANNED', await task(administrative))).toBe('NOT_FOUND')
    const wordy = { ...(await task(supportive)), plan: 'x'.repeat(201) }
    expect(await refused(peer, id, 'PLANNED', wordy)).toEqual([
      { field: 'plan', problem: 'too-long', limit: 200 },
    ])
    expect(await refused(peer, id, 'PLANNED', await task(supportive, { dueOn: '2026-06-16' }))).toEqual([
      { field: 'followUp.dueOn', problem: 'too-long-ago', limit: TODAY },
    ])
    const early = { reason: 'It is', followUp: (await task(supportive)).followUp }
    expect(await refused(peer, id, 'NOT_DRIFT', early)).toEqual([
      { field: 'followUp', problem: 'not-an-option' },
    ])
    const { rows } = await api.superuser.query('select from drift_flag_step where flag_id = $1', [id])
    expect(rows).toEqual([])
  })

  it('tells the supervisors who see the flag of a step of the peer, and nobody before the flag can be seen', async () => {
    const { peer, supportive, educational } = people.actors
    const told = async (id: string): Promise<string[]> => {
      const { rows } = await api.superuser.query<{ recipient_id: string }>(
        "select recipient_id from notification where subject_id = $1 and kind = 'FLAG_STEP'",
        [id],
      )
      return rows.map(({ recipient_id }) => recipient_id).sort()
    }
    const id = await flagged('PROPOSED_NOT_DRIFT')
    await step(peer, id, 'NOT_AGREED', { reason: 'Tests are the nurse’s work.' })
    expect(await told(id)).toEqual([supportive.id, educational.id].sort())
    const undoable = await aFlag(api.build, peer, {
      openedAt: new Date(NOW.getTime() + 60_000),
      raisedBy: peer,
    })
    await step(peer, undoable, 'DISCUSSED')
    expect(await told(undoable)).toEqual([])
    await step(supportive, id, 'DISCUSSED', {}, 1)
    expect(await told(id)).toEqual([supportive.id, educational.id, peer.id].sort())
  })

  it('tells the peer of a proposal, and those who see the flag of an answer and of a reopening', async () => {
    const { peer, supportive, educational } = people.actors
    const told = async (id: string, kind: string): Promise<string[]> => {
      const { rows } = await api.superuser.query<{ recipient_id: string }>(
        'select recipient_id from notification where subject_id = $1 and kind = $2',
        [id, kind],
      )
      return rows.map(({ recipient_id }) => recipient_id).sort()
    }
    const id = await flagged()
    const both = [supportive.id, educational.id].sort()
    await step(supportive, id, 'PROPOSED_NOT_DRIFT', { reason: 'Rides are in the agreement.' })
    expect([await told(id, 'FLAG_CLOSING_PROPOSED'), await told(id, 'FLAG_STEP')]).toEqual([[peer.id], []])
    await step(peer, id, 'NOT_DRIFT', {}, 1)
    expect(await told(id, 'FLAG_STEP')).toEqual(both)
    await step(peer, id, 'OPEN', {}, 2)
    expect(await told(id, 'FLAG_STEP')).toEqual([...both, ...both].sort())
  })

  it('shows the flags of one peer alone, and of a stranger none', async () => {
    const { supportive, colleague, peer } = people.actors
    await api.build.relationship(supportive, colleague, 'SUPPORTIVE')
    const theirs = await aFlag(api.build, colleague, { openedAt: NOW, raisedBy: colleague })
    const of = async (as: Member, peerId: string) =>
      (await (await api.as(as)).data<{ teamDriftFlags: Page }>(TEAM, { peerId })).teamDriftFlags
    const page = await of(supportive, colleague.id)
    expect([page.totalCount, page.edges.map(({ node }) => node.id)]).toEqual([1, [theirs]])
    expect((await of(supportive, peer.id)).edges.map(({ node }) => node.id)).not.toContain(theirs)
    expect(await of(people.actors.educational, colleague.id)).toEqual({ totalCount: 0, edges: [] })
  })
})
