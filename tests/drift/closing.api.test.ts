import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../support/builders/builders.ts'
import { aFlag } from '../support/builders/drift-builders.ts'
import { inDatabaseAs } from '../support/builders/supervision-builders.ts'
import { NOW } from '../support/fixed-today.ts'
import { type Caller, TestApi } from '../support/test-api.ts'

// A flag is the peer's: a supervisor proposes an end, and only the peer's answer is one.

const STEP = `mutation ($input: AddDriftFlagStepInput!) { addDriftFlagStep(input: $input) {
  ... on DriftFlagStepAdded { driftFlag { status revision } } ... on StaleRevision { currentRevision } } }`
const SHARE = `mutation ($input: AddDriftFlagReaderInput!) { addDriftFlagReader(input: $input) {
  driftFlag { readers { canRead supervisor { id } } } } }`
const REASON = 'This is what peers do here.'

describe('the end of a flag', () => {
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

  const flagged = (parts: Parameters<typeof aFlag>[2] = {}) =>
    aFlag(api.build, people.actors.peer, { openedAt: NOW, raisedBy: people.actors.peer, ...parts })
  /** The status and revision afterwards, or the reason of the error. */
  const step = async (
    caller: Caller,
    driftFlagId: string,
    expectedRevision: number,
    to: string,
    over = {},
  ) => {
    const input = { driftFlagId, expectedRevision, to, ...over }
    const { data, errors } = await caller.ask<{ addDriftFlagStep: { driftFlag?: { status: string } } }>(
      STEP,
      { input },
    )
    return errors?.[0]?.extensions.fact ?? data?.addDriftFlagStep.driftFlag?.status
  }
  const told = async (flagId: string): Promise<string[]> => {
    const { rows } = await api.superuser.query<{ kind: string }>(
      'select kind from notification where subject_id = $1 and recipient_id = $2 order by kind',
      [flagId, people.actors.peer.id],
    )
    return rows.map(({ kind }) => kind)
  }
  const awaiting = async () => {
    const { checkDriftSignals } = await peer.data<{ checkDriftSignals: { awaitingAnswer: number } }>(
      'mutation { checkDriftSignals { awaitingAnswer } }',
    )
    return checkDriftSignals.awaitingAnswer
  }

  it('is proposed by a supervisor, waits for the peer, and stays open where they see it differently', async () => {
    const id = await flagged()
    expect(await step(supportive, id, 0, 'PROPOSED_NOT_DRIFT', { reason: REASON })).toBe('PROPOSED_NOT_DRIFT')
    expect([await told(id), await awaiting()]).toEqual([['FLAG_CLOSING_PROPOSED'], 1])
    expect(await step(peer, id, 1, 'NOT_AGREED', { reason: 'Tests are the nurse’s work.' })).toBe(
      'NOT_AGREED',
    )
    expect(await awaiting()).toBe(0)
    expect(await step(supportive, id, 2, 'DISCUSSED')).toBe('DISCUSSED')
    expect(await told(id)).toEqual(['FLAG_CLOSING_PROPOSED', 'FLAG_STEP'])
  })

  it('comes when the peer agrees, who can open the flag again', async () => {
    const id = await flagged()
    await step(supportive, id, 0, 'PROPOSED_NOT_DRIFT', { reason: REASON })
    expect(await step(peer, id, 1, 'NOT_DRIFT')).toBe('NOT_DRIFT')
    expect(await step(supportive, id, 2, 'OPEN')).toBe('drift.peer-decides')
    expect(await step(peer, id, 2, 'OPEN')).toBe('OPEN')
    expect(await step(supportive, id, 3, 'DISCUSSED')).toBe('DISCUSSED')
  })

  it('is refused to a supervisor by the API, in words', async () => {
    const id = await flagged()
    expect(await step(supportive, id, 0, 'NOT_DRIFT', { reason: REASON })).toBe('drift.peer-decides')
    await step(supportive, id, 0, 'DISCUSSED')
    await step(supportive, id, 1, 'PLANNED', { plan: 'Somebody else does it.' })
    expect(await step(supportive, id, 2, 'RESOLVED')).toBe('drift.peer-decides')
    await step(supportive, id, 2, 'PROPOSED_RESOLVED')
    expect(await step(supportive, id, 3, 'RESOLVED')).toBe('drift.peer-decides')
    expect(await step(supportive, id, 3, 'NOT_AGREED')).toBe('drift.peer-decides')
  })

  it.each(['RESOLVED', 'NOT_DRIFT', 'NOT_AGREED'])(
    'is refused to a supervisor by the database: %s',
    async (to) => {
      const id = await flagged()
      const closing = {
        text: 'update drift_flag set status = $2 where id = $1 returning id',
        values: [id, to],
      }
      await expect(inDatabaseAs(api, people.actors.supportive, closing)).rejects.toThrow(
        'only the peer closes',
      )
      expect(await inDatabaseAs(api, people.actors.peer, closing)).toEqual([{ id }])
      const again = { ...closing, values: [id, 'OPEN'] }
      if (to === 'NOT_AGREED') return
      await expect(inDatabaseAs(api, people.actors.supportive, again)).rejects.toThrow('only the peer closes')
    },
  )

  it('says so where a newer flag of the same signal is open', async () => {
    const old = await flagged({ raisedBy: 'SIGNAL', status: 'NOT_DRIFT' })
    await flagged({ raisedBy: 'SIGNAL' })
    expect(await step(peer, old, 0, 'OPEN')).toBe('drift.open-already')
  })

  it('can be talked over with somebody whose supervision began later, once the peer shares the flag', async () => {
    const later = await api.build.supervisor(people.organization)
    const relationshipId = await api.build.relationship(later, people.actors.peer, 'EDUCATIONAL', {
      startsOn: '2026-06-10',
    })
    const id = await flagged({ raisedAt: new Date('2026-06-09T12:00:00Z') })
    const caller = await api.as(later)
    const sees = async () =>
      (
        await caller.data<{ teamDriftFlags: { edges: { node: { id: string } }[] } }>(
          '{ teamDriftFlags { edges { node { id } } } }',
        )
      ).teamDriftFlags.edges.some(({ node }) => node.id === id)
    expect(await sees()).toBe(false)
    const input = { driftFlagId: id, relationshipId }
    const stranger = await api.as(people.actors.colleague)
    expect((await stranger.ask(SHARE, { input })).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    const { addDriftFlagReader } = await peer.data<{
      addDriftFlagReader: { driftFlag: { readers: object[] } }
    }>(SHARE, { input })
    expect(addDriftFlagReader.driftFlag.readers).toContainEqual({
      canRead: true,
      supervisor: { id: later.id },
    })
    expect(await sees()).toBe(true)
    await api.superuser.query('update supervision_relationship set ends_on = $2 where id = $1', [
      ...[relationshipId, '2026-06-16'],
    ])
    expect(await sees()).toBe(false)
  })
})
