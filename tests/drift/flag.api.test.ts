import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../support/builders/builders.ts'
import { aFlag } from '../support/builders/drift-builders.ts'
import { NOW } from '../support/fixed-today.ts'
import { type Caller, TestApi } from '../support/test-api.ts'

// A flag from the day it is raised to its end, and what is refused on the way.

const RAISE = `mutation ($input: RaiseDriftFlagInput!) { raiseDriftFlag(input: $input) { driftFlag {
  id origin raisedBy { displayName } status openedAt seenBySupervisorsFrom responses { text } figure { figure } } } }`
const STEP = `mutation ($input: AddDriftFlagStepInput!) { addDriftFlagStep(input: $input) {
  ... on DriftFlagStepAdded { driftFlag { __typename id status revision } } ... on StaleRevision { currentRevision } } }`
const RESPOND = `mutation ($input: AddDriftFlagResponseInput!) {
  addDriftFlagResponse(input: $input) { driftFlag { responses { text } } } }`
const RELEASE = `mutation ($input: ReleaseDriftFlagInput!) {
  releaseDriftFlag(input: $input) { driftFlag { releasedAs releasedAt } } }`

describe('a drift flag', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  let peer: Caller
  let supportive: Caller
  beforeAll(async () => {
    api = await TestApi.start()
    people = await cast(api.build)
    peer = await api.as(people.actors.peer)
    supportive = await api.as(people.actors.supportive)
  })
  afterAll(() => api.close())

  const step = (caller: Caller, input: Record<string, unknown>) => caller.ask(STEP, { input })
  const stepsOf = async (id: string) => {
    const { myDriftFlags } = await peer.data<{ myDriftFlags: { edges: { node: { id: string } }[] } }>(
      '{ myDriftFlags { edges { node { id status steps { from to takenBy { displayName } plan reason } } } } }',
    )
    return myDriftFlags.edges.find(({ node }) => node.id === id)?.node
  }

  it('is raised by the peer with their response, and seen by others a minute later', async () => {
    const input = {
      evidence: ' I fill in the screening form. ',
      cause: 'ASSIGNED_WORK',
      response: 'Not my part.',
    }
    const aMinuteLater = new Date(NOW.getTime() + 60_000).toISOString()
    const { raiseDriftFlag } = await peer.data<{ raiseDriftFlag: { driftFlag: object } }>(RAISE, { input })
    expect(raiseDriftFlag.driftFlag).toMatchObject({
      origin: 'PEER',
      raisedBy: { displayName: people.actors.peer.displayName },
      status: 'OPEN',
      openedAt: aMinuteLater,
      seenBySupervisorsFrom: aMinuteLater,
      responses: [{ text: 'Not my part.' }],
      figure: null,
    })
  })

  it('goes from open to resolved, each step by whoever sees it, with its plan; the peer closes it', async () => {
    const id = await aFlag(api.build, people.actors.peer, { openedAt: NOW })
    const added = (driftFlag: object) => ({ addDriftFlagStep: { driftFlag } })
    await step(supportive, { driftFlagId: id, expectedRevision: 0, to: 'DISCUSSED' })
    const plan = { to: 'PLANNED', plan: 'Hand back five people.' }
    const planned = await step(peer, { driftFlagId: id, expectedRevision: 1, ...plan })
    expect(planned.data).toEqual(added({ __typename: 'OwnDriftFlag', id, status: 'PLANNED', revision: 2 }))
    const done = await step(supportive, { driftFlagId: id, expectedRevision: 2, to: 'PROPOSED_RESOLVED' })
    expect(done.data).toEqual(
      added({ __typename: 'TeamDriftFlag', id, status: 'PROPOSED_RESOLVED', revision: 3 }),
    )
    const last = await step(peer, { driftFlagId: id, expectedRevision: 3, to: 'RESOLVED' })
    expect(last.data).toEqual(added({ __typename: 'OwnDriftFlag', id, status: 'RESOLVED', revision: 4 }))
    expect(await stepsOf(id)).toMatchObject({
      status: 'RESOLVED',
      steps: [
        {
          from: 'OPEN',
          to: 'DISCUSSED',
          takenBy: { displayName: people.actors.supportive.displayName },
          plan: null,
        },
        { from: 'DISCUSSED', to: 'PLANNED', plan: 'Hand back five people.' },
        { from: 'PLANNED', to: 'PROPOSED_RESOLVED' },
        { from: 'PROPOSED_RESOLVED', to: 'RESOLVED' },
      ],
    })
  })

  it('ends as no drift only with a reason', async () => {
    const driftFlagId = await aFlag(api.build, people.actors.peer, {
      openedAt: NOW,
      raisedBy: people.actors.educational,
    })
    const without = await step(peer, { driftFlagId, expectedRevision: 0, to: 'NOT_DRIFT', reason: ' ' })
    expect(without.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_INPUT',
      validationErrors: [{ field: 'reason', problem: 'required' }],
    })
    await step(peer, {
      driftFlagId,
      expectedRevision: 0,
      to: 'NOT_DRIFT',
      reason: 'This is what peers do here.',
    })
    expect(await stepsOf(driftFlagId)).toMatchObject({
      status: 'NOT_DRIFT',
      steps: [{ reason: 'This is what peers do here.' }],
    })
  })

  it('tells the second of two at once that there is a step since, and keeps one step', async () => {
    const driftFlagId = await aFlag(api.build, people.actors.peer, {
      openedAt: NOW,
      raisedBy: people.actors.educational,
    })
    const discuss = { driftFlagId, expectedRevision: 0, to: 'DISCUSSED' }
    const answers = await Promise.all([step(peer, discuss), step(supportive, discuss)])
    expect(
      answers.map(({ data }) => data).filter((data) => JSON.stringify(data).includes('current')),
    ).toEqual([{ addDriftFlagStep: { currentRevision: 1 } }])
    const late = await step(peer, { ...discuss, to: 'NOT_DRIFT', reason: 'This is what peers do here.' })
    expect(late.data).toEqual({ addDriftFlagStep: { currentRevision: 1 } })
    expect(await stepsOf(driftFlagId)).toMatchObject({ status: 'DISCUSSED', steps: [{ to: 'DISCUSSED' }] })
  })

  it('links only a session to which the peer came', async () => {
    const driftFlagId = await aFlag(api.build, people.actors.peer, {
      openedAt: NOW,
      raisedBy: people.actors.educational,
    })
    const strange = await step(peer, {
      ...{ driftFlagId, expectedRevision: 0, to: 'DISCUSSED' },
      sessionId: randomUUID(),
    })
    expect(strange.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect(await stepsOf(driftFlagId)).toMatchObject({ status: 'OPEN', steps: [] })
  })

  it('is released once, as what the organization can change, and stays released', async () => {
    const id = await aFlag(api.build, people.actors.peer, { raisedBy: people.actors.educational })
    const released = {
      releaseDriftFlag: { driftFlag: { releasedAs: 'STRUCTURE', releasedAt: NOW.toISOString() } },
    }
    const release = (as: string) => peer.data(RELEASE, { input: { driftFlagId: id, as } })
    expect(await release('STRUCTURE')).toEqual(released)
    expect(await release('AGENCY_POLICY')).toEqual(released)
  })

  it('keeps every response, oldest first', async () => {
    const driftFlagId = await aFlag(api.build, people.actors.peer, { raisedBy: people.actors.educational })
    api.at(new Date(NOW.getTime() + 60_000))
    const input = { driftFlagId, text: ' And one more thing. ' }
    expect(await peer.data(RESPOND, { input })).toEqual({
      addDriftFlagResponse: {
        driftFlag: { responses: [{ text: 'How I see it' }, { text: 'And one more thing.' }] },
      },
    })
    api.at(NOW)
  })

  it('names field and limit of what it refuses', async () => {
    const validationErrorsOf = async (query: string, variables: object) =>
      (await peer.ask(query, { ...variables })).errors?.[0]?.extensions.validationErrors
    const raising = (input: object) =>
      validationErrorsOf(RAISE, { input: { cause: 'STRUCTURE', evidence: 'x', ...input } })
    const driftFlagId = randomUUID()
    expect(await raising({ evidence: '  ' })).toEqual([{ field: 'evidence', problem: 'required' }])
    expect(await raising({ evidence: 'é'.repeat(2001) })).toEqual([
      { field: 'evidence', problem: 'too-long', limit: 2000 },
    ])
    expect(await raising({ response: 'x'.repeat(2001) })).toEqual([
      { field: 'response', problem: 'too-long', limit: 2000 },
    ])
    expect(await validationErrorsOf(RESPOND, { input: { driftFlagId, text: ' ' } })).toEqual([
      { field: 'text', problem: 'required' },
    ])
    const flagId = await aFlag(api.build, people.actors.peer, { raisedBy: people.actors.educational })
    const stepping = { driftFlagId: flagId, expectedRevision: 0 }
    expect(await validationErrorsOf(STEP, { input: { ...stepping, to: 'RESOLVED' } })).toEqual([
      { field: 'to', problem: 'not-an-option' },
    ])
    await step(peer, { ...stepping, to: 'DISCUSSED' })
    const longPlan = { ...stepping, expectedRevision: 1, to: 'PLANNED', plan: 'x'.repeat(2001) }
    expect(await validationErrorsOf(STEP, { input: longPlan })).toEqual([
      { field: 'plan', problem: 'too-long', limit: 2000 },
    ])
    expect(await validationErrorsOf('{ myDriftFlags(first: 101) { totalCount } }', {})).toEqual([
      { field: 'first', problem: 'too-large', limit: 100 },
    ])
  })

  it('takes the same few writes for each operation, however many flags there are', async () => {
    const written = async (caller: Caller, query: string, variables = {}) =>
      (await api.statementsOf(() => caller.data(query, variables))).map((batch) => batch.length)
    const driftFlagId = await aFlag(api.build, people.actors.peer, {
      openedAt: NOW,
      raisedBy: people.actors.educational,
    })
    const manager = await api.as(people.actors.manager)
    const about = { evidence: 'x', cause: 'STRUCTURE' }
    const open =
      'mutation ($input: OpenDriftFlagInput!) { openDriftFlag(input: $input) { driftFlag { id } } }'
    const observed = `mutation ($input: RaiseObservedDriftFlagInput!) { raiseObservedDriftFlag(input: $input) { driftFlagId } }`
    expect({
      raise: await written(peer, RAISE, { input: { ...about, response: 'y' } }),
      observe: await written(supportive, observed, { input: { ...about, peerId: people.actors.peer.id } }),
      open: await written(peer, open, { input: { driftFlagId } }),
      respond: await written(peer, RESPOND, { input: { driftFlagId, text: 'x' } }),
      release: await written(peer, RELEASE, { input: { driftFlagId, as: 'STRUCTURE' } }),
      step: await written(peer, STEP, { input: { driftFlagId, expectedRevision: 0, to: 'DISCUSSED' } }),
      team: await written(supportive, '{ teamDriftFlags { totalCount edges { node { id } } } }'),
      peers: await written(supportive, '{ observablePeers { totalCount edges { node { id } } } }'),
      released: await written(manager, '{ releasedDriftFlags { totalCount edges { node { id } } } }'),
    }).toEqual({
      raise: [2, 2, 1, 2],
      observe: [2, 3, 1],
      open: [3],
      respond: [2, 1, 1, 2],
      release: [3],
      step: [2, 1, 1, 1, 1, 1],
      team: [3],
      peers: [2],
      released: [3],
    })
  })
})
