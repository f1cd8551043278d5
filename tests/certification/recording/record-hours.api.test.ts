import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { TODAY } from '../../support/fixed-today.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

const RECORD = `mutation ($input: RecordContinuingEducationInput!) {
  recordContinuingEducation(input: $input) { peerCount replayed earnedHours { activityId title provider hours } }
}`
const EARNED = `query ($id: UUID!) {
  certification(certificationId: $id) {
    requirements { requirement { kind } ... on MeasuredRequirement { earned } }
    earnedHours { title heldOn hours categories } }
}`
interface InFull {
  certification: { requirements: object[]; earnedHours: object[] }
}

describe('recording hours', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let manager: Caller
  let peers: Member[]
  let certificationId: string
  beforeAll(async () => void (api = await TestApi.start()))
  afterAll(() => api.close())
  beforeEach(async () => {
    organization = await api.build.organization()
    manager = await api.as(await api.build.member(organization, ['MANAGER']))
    peers = [
      await api.build.peer(organization),
      await api.build.peer(organization),
      await api.build.peer(organization),
    ]
    certificationId = await new CertificationBuilders(api.build).certification(
      peers[0]!,
      CREDENTIAL.california,
    )
  })

  const course = (change: object = {}) => ({
    idempotencyKey: randomUUID(),
    title: 'Ethics for peers',
    provider: 'A college',
    heldOn: '2026-06-01',
    deliveryMode: 'LIVE_ONLINE',
    hours: 3.5,
    categories: ['LAW_AND_ETHICS', 'BOUNDARIES'],
    peerIds: peers.map(({ id }) => id),
    ...change,
  })
  const counted = async () => {
    const { rows } = await api.superuser.query<{ activities: number; credits: number }>(
      `select (select count(*)::int from ce_activity where organization_id = $1) as activities,
              (select count(*)::int from ce_credit where organization_id = $1) as credits`,
      [organization.id],
    )
    return rows[0]
  }

  it('counts one course for many peers at once, in every category that it serves', async () => {
    const input = course()
    const answer = await manager.data<{ recordContinuingEducation: object }>(RECORD, { input })
    expect(answer.recordContinuingEducation).toEqual({
      peerCount: 3,
      replayed: false,
      earnedHours: {
        activityId: input.idempotencyKey,
        title: 'Ethics for peers',
        provider: 'A college',
        hours: 3.5,
      },
    })
    expect(await counted()).toEqual({ activities: 1, credits: 3 })
    const { certification } = await manager.data<InFull>(EARNED, { id: certificationId })
    expect(certification.requirements).toEqual([
      { requirement: { kind: 'TOTAL' }, earned: 3.5 },
      { requirement: { kind: 'MINIMUM' }, earned: 3.5 },
    ])
    expect(certification.earnedHours).toEqual([
      {
        title: 'Ethics for peers',
        heldOn: '2026-06-01',
        hours: 3.5,
        categories: ['LAW_AND_ETHICS', 'BOUNDARIES'],
      },
    ])
  })

  it('keeps how the hours came about, in what unit, what is in it, and for which certificate', async () => {
    const about = {
      unit: 'SEMESTER_HOURS',
      earnedBy: 'COLLEGE_COURSE',
      approvedBy: ['ICB'],
      startsOn: null,
      contents: ['FIRST_AID'],
      onlyFor: certificationId,
    }
    await manager.data(RECORD, { input: course({ ...about, peerIds: [peers[0]!.id] }) })
    const query = `query ($id: UUID!) { certification(certificationId: $id) {
      earnedHours { unit earnedBy approvedBy startsOn contents onlyFor } } }`
    const { certification } = await manager.data<InFull>(query, { id: certificationId })
    expect(certification.earnedHours).toEqual([about])
  })

  it('takes contact hours of taking part for granted, and approval for not known', async () => {
    await manager.data(RECORD, { input: course() })
    const query = `query ($id: UUID!) { certification(certificationId: $id) {
      earnedHours { unit earnedBy approvedBy startsOn contents onlyFor } } }`
    const { certification } = await manager.data<InFull>(query, { id: certificationId })
    expect(certification.earnedHours).toEqual([
      {
        unit: 'CONTACT_HOURS',
        earnedBy: 'ATTENDING',
        approvedBy: null,
        startsOn: null,
        contents: [],
        onlyFor: null,
      },
    ])
  })

  it('gives hours to no certificate that the peer does not hold', async () => {
    for (const [onlyFor, peerId] of [
      [certificationId, peers[1]!.id],
      [randomUUID(), peers[0]!.id],
    ]) {
      const { errors } = await manager.ask(RECORD, { input: course({ onlyFor, peerIds: [peerId] }) })
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_INPUT',
        validationErrors: [{ field: 'onlyFor', problem: 'not-found' }],
      })
    }
    expect(await counted()).toEqual({ activities: 0, credits: 0 })
  })

  it.each([
    [{ title: '  ' }, 'title', 'required', undefined],
    [{ title: 'x'.repeat(201) }, 'title', 'too-long', 200],
    [{ provider: 'x'.repeat(201) }, 'provider', 'too-long', 200],
    [{ heldOn: '2026-06-18' }, 'heldOn', 'in-the-future', TODAY],
    [{ heldOn: '2016-06-16' }, 'heldOn', 'too-long-ago', '2016-06-17'],
    [{ hours: 0 }, 'hours', 'too-small', 0.25],
    [{ hours: 200.25 }, 'hours', 'too-large', 200],
    [{ hours: 1.3 }, 'hours', 'not-in-steps', 0.25],
    [{ categories: [] }, 'categories', 'too-few', 1],
    [{ categories: ['ETHICS', 'ETHICS'] }, 'categories', 'repeated', undefined],
    [{ peerIds: [] }, 'peerIds', 'too-few', 1],
    [{ peerIds: Array.from({ length: 501 }, () => randomUUID()) }, 'peerIds', 'too-many', 500],
  ])('refuses %o with field and limit, and writes nothing', async (change, field, problem, limit) => {
    const { errors } = await manager.ask(RECORD, { input: course(change) })
    const validationError = limit === undefined ? { field, problem } : { field, problem, limit }
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', validationErrors: [validationError] })
    expect(await counted()).toEqual({ activities: 0, credits: 0 })
  })

  it.each([
    [{ heldOn: '2026-02-30' }],
    [{ categories: ['COOKING'] }],
    [{ deliveryMode: 'BY_MAIL' }],
    [{ hours: 'three' }],
  ])('refuses %o, which is not of the type', async (change) => {
    const { errors } = await manager.ask(RECORD, { input: course(change) })
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
    expect(await counted()).toEqual({ activities: 0, credits: 0 })
  })

  it('T8: takes an unknown peer, another organization’s and somebody who is no peer alike, for nobody else either', async () => {
    const elsewhere = await api.build.organization({ name: 'Elsewhere' })
    const supervisor = await api.build.supervisor(organization)
    const answers = []
    for (const wrong of [randomUUID(), (await api.build.peer(elsewhere)).id, supervisor.id]) {
      answers.push((await manager.ask(RECORD, { input: course({ peerIds: [peers[0]!.id, wrong] }) })).errors)
    }
    expect(answers[0]?.[0]?.extensions).toMatchObject({
      validationErrors: [{ field: 'peerIds', problem: 'not-found' }],
    })
    expect([answers[1], answers[2]]).toEqual([answers[0], answers[0]])
    expect(await counted()).toEqual({ activities: 0, credits: 0 })
  })

  it('refuses the same peer twice, in capitals too', async () => {
    const { id } = peers[0]!
    for (const peerIds of [
      [id, id],
      [id, id.toUpperCase()],
    ]) {
      const { errors } = await manager.ask(RECORD, { input: course({ peerIds }) })
      expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT')
    }
    expect(await counted()).toEqual({ activities: 0, credits: 0 })
  })

  it('answers a repetition as the first time, also when both arrive at once', async () => {
    const input = course()
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        manager.data<{ recordContinuingEducation: { replayed: boolean } }>(RECORD, { input }),
      ),
    )
    const payloads = answers.map(({ recordContinuingEducation: { replayed: _, ...same } }) => same)
    expect(new Set(payloads.map((payload) => JSON.stringify(payload))).size).toBe(1)
    const replayed = answers.map((answer) => answer.recordContinuingEducation.replayed)
    expect(replayed.sort()).toEqual([false, true, true])
    expect(await counted()).toEqual({ activities: 1, credits: 3 })
  })

  it('refuses other hours under a key that was used', async () => {
    const input = course()
    await manager.data(RECORD, { input })
    const { errors } = await manager.ask(RECORD, { input: { ...input, hours: 4 } })
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      fact: 'certification.key-used-for-other-hours',
    })
    expect(await counted()).toEqual({ activities: 1, credits: 3 })
  })

  it.each([1, 200])(
    'takes five writes for %i peers, the last for the course as it is then',
    async (count) => {
      const many: string[] = []
      for (let number = 0; number < count; number += 1) many.push((await api.build.peer(organization)).id)
      const batches = await api.statementsOf(() => manager.data(RECORD, { input: course({ peerIds: many }) }))
      expect(batches.map((batch) => batch.length)).toEqual([2, 2, 1, 1, 2])
    },
  )
})
