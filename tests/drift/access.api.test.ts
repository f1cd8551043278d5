import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../support/builders/builders.ts'
import { aFlag } from '../support/builders/drift-builders.ts'
import { NOW } from '../support/fixed-today.ts'
import { type Caller, TestApi } from '../support/test-api.ts'

// The access matrix of drift: every actor × every operation, on an opened flag about the peer.

const OPERATIONS = {
  myDriftFlags: '{ myDriftFlags { totalCount } }',
  teamDriftFlags: '{ teamDriftFlags { totalCount } }',
  releasedDriftFlags: '{ releasedDriftFlags { totalCount } }',
  observablePeers: '{ observablePeers { totalCount } }',
  checkDriftSignals: 'mutation { checkDriftSignals { unopened } }',
  raiseDriftFlag:
    'mutation { raiseDriftFlag(input: { evidence: "x", cause: STRUCTURE }) { driftFlag { id } } }',
  myDriftFlagDrafts: '{ myDriftFlagDrafts { totalCount } }',
  createDriftFlagDraft: 'mutation { createDriftFlagDraft(input: { evidence: "x" }) { draft { id } } }',
  removeDriftFlagDraft:
    'mutation ($flag: UUID!) { removeDriftFlagDraft(input: { draftId: $flag }) { draft { id } } }',
  raiseObservedDriftFlag:
    'mutation ($peer: UUID!) { raiseObservedDriftFlag(input: { peerId: $peer, evidence: "x", cause: STRUCTURE }) { driftFlagId } }',
  openDriftFlag:
    'mutation ($flag: UUID!) { openDriftFlag(input: { driftFlagId: $flag }) { driftFlag { id } } }',
  addDriftFlagResponse:
    'mutation ($flag: UUID!) { addDriftFlagResponse(input: { driftFlagId: $flag, text: "x" }) { driftFlag { id } } }',
  releaseDriftFlag:
    'mutation ($flag: UUID!) { releaseDriftFlag(input: { driftFlagId: $flag, as: STRUCTURE }) { driftFlag { id } } }',
  addDriftFlagStep:
    'mutation ($flag: UUID!) { addDriftFlagStep(input: { driftFlagId: $flag, expectedRevision: 0, to: DISCUSSED }) { __typename } }',
} as const
type Operation = keyof typeof OPERATIONS

const [yes, no, gone] = ['allowed', 'FORBIDDEN', 'NOT_FOUND']
const OF_PEER = {
  checkDriftSignals: yes,
  myDriftFlags: yes,
  raiseDriftFlag: yes,
  myDriftFlagDrafts: yes,
  createDriftFlagDraft: yes,
  removeDriftFlagDraft: gone,
}
const OF_SUPERVISOR = { observablePeers: yes, teamDriftFlags: yes }

/** What is not named is FORBIDDEN. */
const EXPECTED: Record<string, Partial<Record<Operation, string>>> = {
  peer: {
    ...OF_PEER,
    openDriftFlag: yes,
    addDriftFlagResponse: yes,
    releaseDriftFlag: yes,
    addDriftFlagStep: yes,
  },
  colleague: {
    ...OF_PEER,
    openDriftFlag: gone,
    addDriftFlagResponse: gone,
    releaseDriftFlag: gone,
    addDriftFlagStep: gone,
  },
  administrative: { ...OF_SUPERVISOR, raiseObservedDriftFlag: gone, addDriftFlagStep: gone },
  educational: { ...OF_SUPERVISOR, raiseObservedDriftFlag: yes, addDriftFlagStep: yes },
  supportive: { ...OF_SUPERVISOR, raiseObservedDriftFlag: yes, addDriftFlagStep: yes },
  manager: { releasedDriftFlags: yes },
  admin: {},
  auditor: {},
  stranger: {
    ...OF_PEER,
    openDriftFlag: gone,
    addDriftFlagResponse: gone,
    releaseDriftFlag: gone,
    addDriftFlagStep: gone,
  },
  strangerManager: {
    ...OF_SUPERVISOR,
    releasedDriftFlags: yes,
    raiseObservedDriftFlag: gone,
    addDriftFlagStep: gone,
  },
}

describe('who may do what with drift flags', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  beforeAll(async () => {
    api = await TestApi.start()
    people = await cast(api.build)
  })
  afterAll(() => api.close())

  const outcomes = async (caller: Caller): Promise<Record<string, string>> => {
    const found: Record<string, string> = {}
    for (const [operation, query] of Object.entries(OPERATIONS)) {
      const flag = await aFlag(api.build, people.actors.peer, {
        openedAt: NOW,
        raisedBy: people.actors.educational,
      })
      const { errors } = await caller.ask(query, { flag, peer: people.actors.peer.id })
      found[operation] = errors?.[0]?.extensions.code ?? 'allowed'
    }
    return found
  }

  it.each(Object.keys(EXPECTED))('%s', async (name) => {
    const caller = await api.as(people.actors[name as keyof typeof people.actors])
    const rest = Object.fromEntries(Object.keys(OPERATIONS).map((operation) => [operation, no]))
    expect(await outcomes(caller)).toEqual({ ...rest, ...EXPECTED[name] })
  })

  it('signed out: nothing', async () => {
    expect(new Set(Object.values(await outcomes(api.signedOut())))).toEqual(new Set(['UNAUTHENTICATED']))
  })
})
