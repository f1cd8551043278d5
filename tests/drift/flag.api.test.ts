import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../support/builders/builders.ts'
import { aFlag } from '../support/builders/drift-builders.ts'
import { NOW } from '../support/fixed-today.ts'
import { type Caller, TestApi } from '../support/test-api.ts'

// A flag from the day it is raised to its end, and what is refused on the way.

const RAISE = `mutation ($input: RaiseDriftFlagInput!) { raiseDriftFlag(input: $input) {
  id origin raisedByName status openedAt seenBySupervisorsFrom ownViews { text } figure { figure } } }`
const STEP = `mutation ($input: DriftFlagStepInput!) { takeDriftFlagStep(input: $input) { id status } }`
const VIEW = `mutation ($flagId: UUID!, $text: String!) { addOwnView(flagId: $flagId, text: $text) { ownViews { text } } }`
const RELEASE = `mutation ($id: UUID!, $as: DriftReleaseAs!) { releaseDriftFlag(id: $id, as: $as) { releasedAs releasedAt } }`

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
      '{ myDriftFlags { edges { node { id status steps { from to takenByName plan reason } } } } }',
    )
    return myDriftFlags.edges.find(({ node }) => node.id === id)?.node
  }

  it('is raised by the peer with their view, and counts as opened', async () => {
    const input = {
      evidence: ' I fill in the screening form. ',
      cause: 'ASSIGNED_WORK',
      ownView: 'Not my part.',
    }
    const { raiseDriftFlag } = await peer.data(RAISE, { input })
    expect(raiseDriftFlag).toMatchObject({
      origin: 'PEER',
      raisedByName: people.actors.peer.displayName,
      status: 'OPEN',
      openedAt: NOW.toISOString(),
      seenBySupervisorsFrom: NOW.toISOString(),
      ownViews: [{ text: 'Not my part.' }],
      figure: null,
    })
  })

  it('goes from open to resolved, each step by whoever sees it, with its plan', async () => {
    const flagId = await aFlag(api.build, people.actors.peer, { openedAt: NOW })
    await step(supportive, { flagId, from: 'OPEN', to: 'DISCUSSED' })
    await step(peer, { flagId, from: 'DISCUSSED', to: 'PLANNED', plan: 'Hand back five people.' })
    const last = await step(supportive, { flagId, from: 'PLANNED', to: 'RESOLVED' })
    expect(last.data).toEqual({ takeDriftFlagStep: { id: flagId, status: 'RESOLVED' } })
    expect(await stepsOf(flagId)).toMatchObject({
      status: 'RESOLVED',
      steps: [
        { from: 'OPEN', to: 'DISCUSSED', takenByName: people.actors.supportive.displayName, plan: null },
        { from: 'DISCUSSED', to: 'PLANNED', plan: 'Hand back five people.' },
        { from: 'PLANNED', to: 'RESOLVED' },
      ],
    })
  })

  it('ends as no drift only with a reason', async () => {
    const flagId = await aFlag(api.build, people.actors.peer, {
      openedAt: NOW,
      raisedBy: people.actors.educational,
    })
    const without = await step(peer, { flagId, from: 'OPEN', to: 'NOT_DRIFT', reason: ' ' })
    expect(without.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_INPUT',
      validationErrors: [{ field: 'reason', problem: 'required' }],
    })
    await step(peer, { flagId, from: 'OPEN', to: 'NOT_DRIFT', reason: 'This is what peers do here.' })
    expect(await stepsOf(flagId)).toMatchObject({
      status: 'NOT_DRIFT',
      steps: [{ reason: 'This is what peers do here.' }],
    })
  })

  it('tells the second of two at once that it has moved, and keeps one step', async () => {
    const flagId = await aFlag(api.build, people.actors.peer, {
      openedAt: NOW,
      raisedBy: people.actors.educational,
    })
    const discuss = { flagId, from: 'OPEN', to: 'DISCUSSED' }
    const answers = await Promise.all([step(peer, discuss), step(supportive, discuss)])
    const errors = answers.flatMap(({ errors: found }) => found ?? [])
    expect(errors.map(({ extensions }) => extensions)).toEqual([
      { code: 'CONFLICT', fact: 'drift.flag-moved' },
    ])
    expect(await stepsOf(flagId)).toMatchObject({ status: 'DISCUSSED', steps: [{ to: 'DISCUSSED' }] })
  })

  it('links only a session to which the peer came', async () => {
    const flagId = await aFlag(api.build, people.actors.peer, {
      openedAt: NOW,
      raisedBy: people.actors.educational,
    })
    const strange = await step(peer, { flagId, from: 'OPEN', to: 'DISCUSSED', sessionId: randomUUID() })
    expect(strange.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect(await stepsOf(flagId)).toMatchObject({ status: 'OPEN', steps: [] })
  })

  it('is released once, as what the organization can change, and stays released', async () => {
    const id = await aFlag(api.build, people.actors.peer, { raisedBy: people.actors.educational })
    const released = { releasedAs: 'STRUCTURE', releasedAt: NOW.toISOString() }
    expect(await peer.data(RELEASE, { id, as: 'STRUCTURE' })).toEqual({ releaseDriftFlag: released })
    expect(await peer.data(RELEASE, { id, as: 'AGENCY_POLICY' })).toEqual({ releaseDriftFlag: released })
  })

  it('keeps every own view, oldest first', async () => {
    const flagId = await aFlag(api.build, people.actors.peer, { raisedBy: people.actors.educational })
    api.at(new Date(NOW.getTime() + 60_000))
    const { addOwnView } = await peer.data(VIEW, { flagId, text: ' And one more thing. ' })
    expect(addOwnView).toEqual({ ownViews: [{ text: 'How I see it' }, { text: 'And one more thing.' }] })
    api.at(NOW)
  })

  it('names field and limit of what it refuses', async () => {
    const validationErrorsOf = async (query: string, variables: object) =>
      (await peer.ask(query, { ...variables })).errors?.[0]?.extensions.validationErrors
    const raising = (input: object) =>
      validationErrorsOf(RAISE, { input: { cause: 'STRUCTURE', evidence: 'x', ...input } })
    const flagId = randomUUID()
    expect(await raising({ evidence: '  ' })).toEqual([{ field: 'evidence', problem: 'required' }])
    expect(await raising({ evidence: 'é'.repeat(2001) })).toEqual([
      { field: 'evidence', problem: 'too-long', limit: 2000 },
    ])
    expect(await raising({ ownView: 'x'.repeat(2001) })).toEqual([
      { field: 'ownView', problem: 'too-long', limit: 2000 },
    ])
    expect(await validationErrorsOf(VIEW, { flagId, text: ' ' })).toEqual([
      { field: 'text', problem: 'required' },
    ])
    expect(await validationErrorsOf(STEP, { input: { flagId, from: 'OPEN', to: 'RESOLVED' } })).toEqual([
      { field: 'status', problem: 'not-an-option' },
    ])
    const longPlan = { flagId, from: 'DISCUSSED', to: 'PLANNED', plan: 'x'.repeat(2001) }
    expect(await validationErrorsOf(STEP, { input: longPlan })).toEqual([
      { field: 'plan', problem: 'too-long', limit: 2000 },
    ])
    expect(await validationErrorsOf('{ myDriftFlags(first: 101) { totalCount } }', {})).toEqual([
      { field: 'first', problem: 'too-large', limit: 100 },
    ])
  })

  it('takes one write for each operation, however many flags there are', async () => {
    const written = async (caller: Caller, query: string, variables = {}) =>
      (await api.statementsOf(() => caller.data(query, variables))).map((batch) => batch.length)
    const flagId = await aFlag(api.build, people.actors.peer, {
      openedAt: NOW,
      raisedBy: people.actors.educational,
    })
    const manager = await api.as(people.actors.manager)
    const about = { evidence: 'x', cause: 'STRUCTURE' }
    const observed = `mutation ($input: RaiseObservedDriftFlagInput!) { raiseObservedDriftFlag(input: $input) { id } }`
    expect({
      raise: await written(peer, RAISE, { input: { ...about, ownView: 'y' } }),
      observe: await written(supportive, observed, { input: { ...about, peerId: people.actors.peer.id } }),
      open: await written(peer, 'mutation ($id: UUID!) { openDriftFlag(id: $id) { id } }', { id: flagId }),
      view: await written(peer, VIEW, { flagId, text: 'x' }),
      release: await written(peer, RELEASE, { id: flagId, as: 'STRUCTURE' }),
      step: await written(peer, STEP, { input: { flagId, from: 'OPEN', to: 'DISCUSSED' } }),
      team: await written(supportive, '{ teamDriftFlags { totalCount edges { node { id } } } }'),
      peers: await written(supportive, '{ observablePeers { id } }'),
      released: await written(manager, '{ releasedDriftFlags { totalCount edges { node { id } } } }'),
    }).toEqual({
      raise: [4],
      observe: [4],
      open: [3],
      view: [3],
      release: [3],
      step: [3],
      team: [3],
      peers: [2],
      released: [3],
    })
  })
})
