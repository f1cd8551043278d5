import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'
import {
  CORRECT_HOURS,
  type HoursChange,
  RECORD_HOURS,
  RECORDED_COURSE,
  RESTORE_HOURS,
  VOID_HOURS,
} from './corrections-operations.ts'

// T9: hours that were recorded by mistake are corrected or voided, for one person or for everybody, and nothing is lost.

const STATUSES = '{ renewals(first: 100) { edges { node { peer { displayName } status } } } }'
const HOURS = `query ($id: UUID!) { certification(certificationId: $id) {
  earnedHours { activityId hours } voidedHours { activityId hours courseId recordedBy { displayName } voidedBy { displayName } } } }`
interface Hours {
  certification: { earnedHours: { hours: number }[]; voidedHours: { hours: number }[] }
}

describe('hours that were recorded by mistake', () => {
  let api: TestApi
  let build: CertificationBuilders
  let organization: BuiltOrganization
  let manager: Caller
  let peers: Member[]
  let certifications: string[]
  beforeAll(async () => {
    api = await TestApi.start()
    build = new CertificationBuilders(api.build)
  })
  afterAll(() => api.close())
  beforeEach(async () => void (await people(2)))

  /** Each holds a certification of 20 hours, 6 of them in law and ethics, and has 10. */
  async function people(count: number): Promise<void> {
    organization = await api.build.organization()
    manager = await api.as(await api.build.member(organization, ['MANAGER']))
    peers = []
    certifications = []
    for (let at = 0; at < count; at++) {
      const peer = await api.build.peer(organization)
      peers.push(peer)
      certifications.push(await build.certification(peer, CREDENTIAL.california))
      await build.hours(peer, 10, ['law-and-ethics'])
    }
  }
  const course = (hours: number, over: object = {}) => ({
    idempotencyKey: randomUUID(),
    title: 'Ethics for peers',
    heldOn: '2026-06-01',
    deliveryMode: 'LIVE_ONLINE',
    hours,
    categories: ['LAW_AND_ETHICS'],
    ...over,
  })
  const record = async (hours: number): Promise<string> => {
    const input = course(hours, { peerIds: peers.map(({ id }) => id) })
    await manager.data(RECORD_HOURS, { input })
    return input.idempotencyKey
  }
  const change = async (operation: string, input: object): Promise<HoursChange> => {
    const [answer] = Object.values(await manager.data<Record<string, HoursChange>>(operation, { input }))
    return answer!
  }
  const statuses = async (): Promise<Record<string, number>> => {
    const { renewals } = await manager.data<{ renewals: { edges: { node: { status: string } }[] } }>(STATUSES)
    const counts: Record<string, number> = {}
    for (const { node } of renewals.edges) counts[node.status] = (counts[node.status] ?? 0) + 1
    return counts
  }
  const hoursOf = async (at: number) =>
    (await manager.data<Hours>(HOURS, { id: certifications[at] })).certification
  const told = async (): Promise<number> => {
    const { rows } = await api.superuser.query<{ count: number }>(
      `select count(*)::int as count from notification where organization_id = $1 and kind = 'CE_HOURS_CORRECTED'`,
      [organization.id],
    )
    return rows[0]!.count
  }

  it('takes a course of 18 people back in one act, and every status follows at once', async () => {
    await people(18)
    const before = await statuses()
    const activityId = await record(10)
    const given = await statuses()
    const undone = await change(VOID_HOURS, { activityId, expectedRevision: 1 })
    const after = await statuses()
    console.info(
      `A course of ${undone.peers.length} people: before ${say(before)}; given ${say(given)}; taken back ${say(after)}; told ${await told()}`,
    )
    expect(before).toEqual({ AT_RISK: 18 })
    expect(given).toEqual({ CURRENT: 18 })
    expect(after).toEqual({ AT_RISK: 18 })
    expect(undone.peers).toHaveLength(18)
    expect(await told()).toBe(18)
    const restored = await change(RESTORE_HOURS, { activityId, expectedRevision: 2 })
    expect(restored.peers).toHaveLength(18)
    expect(await statuses()).toEqual({ CURRENT: 18 })
  })

  it('takes it back for one person, and leaves the others', async () => {
    const activityId = await record(10)
    await change(VOID_HOURS, { activityId, expectedRevision: 1, peerIds: [peers[0]!.id] })
    expect(await statuses()).toEqual({ AT_RISK: 1, CURRENT: 1 })
    expect(await told()).toBe(1)
    const { recordedCourse } = await manager.data<{ recordedCourse: { peers: object[]; revision: number } }>(
      RECORDED_COURSE,
      { activityId },
    )
    expect(recordedCourse).toMatchObject({ revision: 2, peers: [{ id: peers[1]!.id }] })
  })

  it('corrects 30 hours to 3 for everybody, and both versions can be read', async () => {
    const activityId = await record(30)
    const corrected = await change(CORRECT_HOURS, { activityId, expectedRevision: 1, ...course(3) })
    expect(corrected).toMatchObject({ replayed: false, course: { revision: 2, hours: { hours: 3 } } })
    const hours = await hoursOf(0)
    expect(hours.earnedHours.map((one) => one.hours)).toEqual([3, 10])
    expect(hours.voidedHours).toMatchObject([{ hours: 30, courseId: activityId, activityId }])
    // One tap undoes the correction: the version before counts again.
    await change(RESTORE_HOURS, { activityId, expectedRevision: 2 })
    expect((await hoursOf(0)).earnedHours.map((one) => one.hours)).toEqual([30, 10])
    expect((await hoursOf(0)).voidedHours.map((one) => one.hours)).toEqual([3])
  })

  it('corrects it for one person; a further correction of that version is a version of the same course', async () => {
    const activityId = await record(30)
    const input = course(4)
    const one = { activityId, expectedRevision: 1, peerIds: [peers[0]!.id], ...input }
    await change(CORRECT_HOURS, one)
    expect((await hoursOf(0)).earnedHours.map(({ hours }) => hours)).toEqual([4, 10])
    expect((await hoursOf(1)).earnedHours.map(({ hours }) => hours)).toEqual([30, 10])
    expect(await change(CORRECT_HOURS, one)).toMatchObject({ replayed: true, peers: [{ id: peers[0]!.id }] })
    await change(CORRECT_HOURS, { activityId: input.idempotencyKey, expectedRevision: 2, ...course(5) })
    const hours = await hoursOf(0)
    expect(hours.earnedHours.map((each) => each.hours)).toEqual([5, 10])
    expect(hours.voidedHours).toMatchObject([{ courseId: activityId }, { courseId: activityId }])
    expect((await hoursOf(1)).earnedHours.map((each) => each.hours)).toEqual([30, 10])
  })

  it('answers the second of two managers with the revision of the first, and writes nothing', async () => {
    const activityId = await record(10)
    await change(VOID_HOURS, { activityId, expectedRevision: 1, peerIds: [peers[0]!.id] })
    const stale = { __typename: 'StaleRevision', currentRevision: 2 }
    expect(await change(VOID_HOURS, { activityId, expectedRevision: 1 })).toEqual(stale)
    expect(await change(RESTORE_HOURS, { activityId, expectedRevision: 1 })).toEqual(stale)
    expect(await change(CORRECT_HOURS, { activityId, expectedRevision: 1, ...course(2) })).toEqual(stale)
    expect(await statuses()).toEqual({ AT_RISK: 1, CURRENT: 1 })
  })

  it('names who is not among those for whom it counts, and nobody twice', async () => {
    const activityId = await record(10)
    const stranger = await api.build.peer(organization)
    const refused = async (peerIds: string[]) =>
      (await manager.ask(VOID_HOURS, { input: { activityId, expectedRevision: 1, peerIds } })).errors?.[0]
        ?.extensions['validationErrors']
    expect(await refused([stranger.id])).toEqual([{ field: 'peerIds', problem: 'not-found' }])
    expect(await refused([peers[0]!.id, peers[0]!.id])).toEqual([{ field: 'peerIds', problem: 'repeated' }])
    expect(await refused([])).toEqual([{ field: 'peerIds', problem: 'too-few', limit: 1 }])
    await change(VOID_HOURS, { activityId, expectedRevision: 1 })
    const again = await manager.ask(VOID_HOURS, { input: { activityId, expectedRevision: 2 } })
    expect(again.errors?.[0]?.extensions['validationErrors']).toEqual([
      { field: 'peerIds', problem: 'too-few', limit: 1 },
    ])
  })

  it('answers for an unknown course like for a foreign one', async () => {
    const activityId = await record(10)
    const other = await api.as(await api.build.member(await api.build.organization(), ['MANAGER']))
    for (const id of [activityId, randomUUID()]) {
      for (const operation of [VOID_HOURS, RESTORE_HOURS]) {
        const answer = await other.ask(operation, { input: { activityId: id, expectedRevision: 1 } })
        expect(answer.errors?.[0]?.extensions['code']).toBe('NOT_FOUND')
      }
    }
    expect(await statuses()).toEqual({ CURRENT: 2 })
  })

  it('keeps what was known on a past day: hours that were voided later stood then', async () => {
    const activityId = await record(10)
    await change(VOID_HOURS, { activityId, expectedRevision: 1 })
    await api.superuser.query(
      `update ce_activity set recorded_at = '2026-06-02T12:00:00Z' where organization_id = $1 and id = $2`,
      [organization.id, activityId],
    )
    const asOf = async (asKnownThen: boolean) => {
      const { certificationAsOf } = await manager.data<{
        certificationAsOf: { requirements: { earned?: number }[] }
      }>(
        `query ($id: UUID!, $asKnownThen: Boolean!) {
          certificationAsOf(certificationId: $id, day: "2026-06-10", asKnownThen: $asKnownThen) {
            requirements { ... on MeasuredRequirement { earned } } } }`,
        { id: certifications[0], asKnownThen },
      )
      return certificationAsOf.requirements[0]?.earned
    }
    await api.superuser.query(
      `update ce_activity set recorded_at = '2026-03-01T12:00:00Z' where organization_id = $1 and id <> $2`,
      [organization.id, activityId],
    )
    await api.superuser.query(
      `update certification set recorded_at = '2026-03-01T12:00:00Z' where organization_id = $1`,
      [organization.id],
    )
    await api.superuser.query(
      `update certification_term set recorded_at = '2026-03-01T12:00:00Z' where organization_id = $1`,
      [organization.id],
    )
    expect(await asOf(false)).toBe(10)
    expect(await asOf(true)).toBe(20)
  })
})

const say = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([status, count]) => `${count} ${status}`)
    .join(', ')
