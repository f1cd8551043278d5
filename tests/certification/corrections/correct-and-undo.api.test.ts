import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { aSession, sessionInput } from '../../support/builders/supervision-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'
import { RECORD_STATUS, RESTORE_STATUS } from '../history/history-operations.ts'
import * as send from './corrections-operations.ts'

// Property: whatever is corrected or voided, and then undone the other way round, leaves every status as it was.

const RUNS = 12
const CORRECT_SESSION = `mutation ($input: CorrectSupervisionSessionInput!) {
  correctSupervisionSession(input: $input) { session { id } } }`
const VOID_SESSION = `mutation ($input: VoidSupervisionSessionInput!) {
  voidSupervisionSession(input: $input) { session { id } } }`
const RESTORE_SESSION = `mutation ($input: RestoreSupervisionSessionInput!) {
  restoreSupervisionSession(input: $input) { session { id } } }`

/** What was done, and how it is undone. */
type Undo = () => Promise<unknown>

describe('a correction that is undone', () => {
  let api: TestApi
  let manager: Caller
  let supervisor: Caller
  let peers: Member[]
  let certifications: string[]
  let courses: string[]
  let session: string
  beforeAll(async () => {
    api = await TestApi.start()
    const build = new CertificationBuilders(api.build)
    const organization = await api.build.organization()
    manager = await api.as(await api.build.member(organization, ['MANAGER']))
    const supervising = await api.build.member(organization, ['SUPERVISOR'])
    supervisor = await api.as(supervising)
    peers = []
    certifications = []
    // Hours that count once a cycle, hours a calendar year, hours of supervision, and a birthday expiry.
    for (const credential of [
      CREDENTIAL.california,
      CREDENTIAL.georgia,
      'us-vt-crc',
      CREDENTIAL.washington,
    ]) {
      const peer = await api.build.peer(organization)
      peers.push(peer)
      certifications.push(await build.certification(peer, credential, { number: `N-${credential}` }))
      await build.hours(peer, 9, ['law-and-ethics'])
      await api.build.relationship(supervising, peer, 'SUPPORTIVE')
    }
    session = await aSession(api, supervising, peers)
    courses = [await course(10), await course(2)]
  })
  afterAll(() => api.close())

  const values = (hours: number) => ({
    idempotencyKey: randomUUID(),
    title: `A course of ${hours} hours`,
    heldOn: '2026-06-01',
    deliveryMode: 'LIVE_ONLINE',
    hours,
    categories: ['LAW_AND_ETHICS'],
  })
  async function course(hours: number): Promise<string> {
    const input = { ...values(hours), peerIds: peers.map(({ id }) => id) }
    await manager.data(send.RECORD_HOURS, { input })
    return input.idempotencyKey
  }
  const change = async <Answer>(operation: string, input: object): Promise<Answer> => {
    const [answer] = Object.values(await manager.data<Record<string, Answer>>(operation, { input }))
    expect(answer).not.toHaveProperty('currentRevision')
    return answer!
  }
  const revisionOf = async (activityId: string): Promise<number> => {
    const { recordedCourse } = await manager.data<{ recordedCourse: { revision: number } }>(
      send.RECORDED_COURSE,
      { activityId },
    )
    return recordedCourse.revision
  }
  const revision = async (id: string): Promise<number> => {
    const { certificationHistory } = await manager.data<{
      certificationHistory: { holder: { revision: number } }
    }>(send.HISTORY, { id })
    return certificationHistory.holder.revision
  }
  /** All that a status is computed from, and every status as the list shows it. */
  const all = async (): Promise<{ statuses: unknown; facts: unknown }> => {
    const { renewals } = await manager.data<{ renewals: object }>(
      '{ renewals { totalCount edges { node { id status number daysLeft earnedHours { activityId hours } } } } }',
    )
    const { rows } = await api.superuser.query(
      'select f.* from certification_facts f where f.peer_id = any ($1) order by f.certification_id',
      [peers.map(({ id }) => id)],
    )
    return { statuses: renewals, facts: rows }
  }

  const acts: Record<string, (at: number) => Promise<Undo>> = {
    'voids a course for all': async (at) => {
      const activityId = courses[at % 2]!
      const { peers: told } = await change<send.HoursChange>(send.VOID_HOURS, {
        activityId,
        expectedRevision: await revisionOf(activityId),
      })
      return restoring(activityId, told)
    },
    'voids a course for one': async (at) => {
      const activityId = courses[at % 2]!
      const expectedRevision = await revisionOf(activityId)
      const peerIds = [peers[at]!.id]
      const { peers: told } = await change<send.HoursChange>(send.VOID_HOURS, {
        activityId,
        expectedRevision,
        peerIds,
      })
      return restoring(activityId, told)
    },
    'corrects a course': async (at) => {
      const activityId = courses[at % 2]!
      const expectedRevision = await revisionOf(activityId)
      const peerIds = at < 2 ? null : [peers[at]!.id]
      const input = { activityId, expectedRevision, peerIds, ...values(at + 1) }
      const { peers: told } = await change<send.HoursChange>(send.CORRECT_HOURS, input)
      return restoring(activityId, told)
    },
    'voids a certification': async (at) => {
      const certificationId = certifications[at]!
      const of = async () => ({ certificationId, expectedRevision: await revision(certificationId) })
      await change(send.VOID_CERTIFICATION, await of())
      return async () => change(send.RESTORE_CERTIFICATION, await of())
    },
    'corrects a number': async (at) => {
      const certificationId = certifications[at]!
      const { certificationHistory } = await manager.data<{
        certificationHistory: { holder: { number: string } }
      }>(send.HISTORY, { id: certificationId })
      const to = async (number: string) =>
        change(send.CORRECT_NUMBER, {
          certificationId,
          number,
          expectedRevision: await revision(certificationId),
        })
      await to(`N-${randomUUID().slice(0, 8)}`)
      return () => to(certificationHistory.holder.number)
    },
    'corrects a board status': async (at) => {
      const status = { certificationId: certifications[at], status: 'SUSPENDED', startsOn: '2026-06-01' }
      const { boardStatus: wrong } = await change<{ boardStatus: { id: string } }>(RECORD_STATUS, status)
      const right = { boardStatusId: wrong.id, status: 'INACTIVE', startsOn: '2026-06-02' }
      const { boardStatus } = await change<{ boardStatus: { id: string } }>(send.CORRECT_STATUS, right)
      return async () => {
        await change(RESTORE_STATUS, { boardStatusId: wrong.id })
        expect(boardStatus.id).not.toBe(wrong.id)
        await manager.data(
          'mutation ($input: VoidBoardStatusInput!) { voidBoardStatus(input: $input) { __typename } }',
          { input: { boardStatusId: wrong.id } },
        )
      }
    },
    'corrects a session': async (at) => {
      const input = { sessionId: session, ...sessionInput(peers.slice(0, at + 1), { heldOn: '2026-06-10' }) }
      await supervisor.data(CORRECT_SESSION, { input })
      return () => supervisor.data(RESTORE_SESSION, { input: { sessionId: session } })
    },
    'voids a session': async () => {
      await supervisor.data(VOID_SESSION, { input: { sessionId: session } })
      return () => supervisor.data(RESTORE_SESSION, { input: { sessionId: session } })
    },
  }
  const restoring =
    (activityId: string, told: readonly { id: string }[]): Undo =>
    async () =>
      change(send.RESTORE_HOURS, {
        activityId,
        expectedRevision: await revisionOf(activityId),
        peerIds: told.map(({ id }) => id),
      })

  it('leaves every status as it was', { timeout: 120_000 }, async () => {
    const names = Object.keys(acts)
    let changed = 0
    let done = 0
    const before = await all()
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(fc.constantFrom(...names), fc.integer({ min: 0, max: 3 })), {
          minLength: 1,
          maxLength: 3,
          // One act about each kind of record: a certification that is voided takes no further one.
          selector: ([name]) => ['course', 'session'].find((kind) => name.includes(kind)) ?? 'certification',
        }),
        async (chosen) => {
          const undos: Undo[] = []
          for (const [name, at] of chosen) undos.unshift(await acts[name]!(at))
          if (JSON.stringify(await all()) !== JSON.stringify(before)) changed++
          for (const undo of undos) await undo()
          done += chosen.length
          expect(await all()).toEqual(before)
        },
      ),
      { numRuns: RUNS },
    )
    console.info(`${RUNS} runs, ${done} acts undone; ${changed} runs had changed what the lists show`)
    // A property about nothing would hold as well.
    expect(changed).toBeGreaterThan(RUNS / 2)
  })
})
