import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isSameCourse } from '../../../shared/src/certification/recording/asked-at-save.ts'
import { cast } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// Before hours are saved: the same course again, and who gains nothing, are asked and never refused.

const ASK = `query ($peerIds: [UUID!]!, $course: CourseInput!) { courseQuestions(peerIds: $peerIds, course: $course) {
  alreadyRecorded { title heldOn peers { id } }
  withoutEffect { peer { id } certification { id status } cause cycleEndsOn } } }`
const RECORD = `mutation ($input: RecordContinuingEducationInput!) {
  recordContinuingEducation(input: $input) { peerCount } }`
const VOID =
  'mutation ($input: VoidContinuingEducationInput!) { voidContinuingEducation(input: $input) { __typename } }'
const OWN =
  '{ myCertifications { edges { node { requirements { requirement { kind } ... on MeasuredRequirement { earned } } } } } }'

interface Asked {
  courseQuestions: { alreadyRecorded: object[]; withoutEffect: { peer: { id: string }; cause: string }[] }
}

describe('what is asked before hours are saved', () => {
  let api: TestApi
  let people: Awaited<ReturnType<typeof cast>>
  let manager: Caller
  let certificationId: string
  beforeAll(async () => {
    api = await TestApi.start()
    people = await cast(api.build)
    manager = await api.as(people.actors.manager)
    certificationId = await new CertificationBuilders(api.build).certification(
      people.actors.peer,
      CREDENTIAL.california,
    )
  })
  afterAll(() => api.close())

  const course = (change: object = {}) => ({
    title: 'Peers’ ethics – two',
    provider: 'A college',
    heldOn: '2026-06-01',
    hours: 3,
    categories: ['LAW_AND_ETHICS'],
    ...change,
  })
  const ask = async (peerIds: string[], change: object = {}, by = manager) =>
    (await by.data<Asked>(ASK, { peerIds, course: course(change) })).courseQuestions
  const record = (peerIds: string[], change: object = {}) =>
    manager.data(RECORD, {
      input: { ...course(change), deliveryMode: 'IN_PERSON', peerIds, idempotencyKey: randomUUID() },
    })

  it('asks nothing about a new course that counts', async () => {
    expect(await ask([people.actors.peer.id])).toEqual({ alreadyRecorded: [], withoutEffect: [] })
  })

  it('asks about the same course in another spelling, names who has it, and saves it all the same', async () => {
    const { peer, colleague } = people.actors
    await record([peer.id])
    const spelled = { title: "PEERS' ethics - two ", provider: null }
    const { alreadyRecorded } = await ask([peer.id, colleague.id], spelled)
    expect(alreadyRecorded).toEqual([
      { title: 'Peers’ ethics – two', heldOn: '2026-06-01', peers: [{ id: peer.id }] },
    ])
    expect((await ask([peer.id], { heldOn: '2026-06-02' })).alreadyRecorded).toEqual([])
    expect((await ask([peer.id], { provider: 'Another college' })).alreadyRecorded).toEqual([])
    expect((await ask([colleague.id], spelled)).alreadyRecorded).toEqual([])
    expect(await record([peer.id], { title: "PEERS' ethics - two " })).toEqual({
      recordContinuingEducation: { peerCount: 1 },
    })
    // Spelled otherwise, it is still one course of three hours.
    const own = await (await api.as(peer)).data<{ myCertifications: object }>(OWN)
    expect(JSON.stringify(own)).toContain('"kind":"TOTAL"},"earned":3}')
  })

  it('asks nothing about a course that was voided', async () => {
    const peer = await api.build.peer(people.organization)
    await new CertificationBuilders(api.build).certification(peer, CREDENTIAL.california)
    const idempotencyKey = randomUUID()
    await manager.data(RECORD, {
      input: { ...course(), deliveryMode: 'IN_PERSON', peerIds: [peer.id], idempotencyKey },
    })
    expect((await ask([peer.id])).alreadyRecorded).toHaveLength(1)
    await manager.data(VOID, { input: { activityId: idempotencyKey, expectedRevision: 1 } })
    expect((await ask([peer.id])).alreadyRecorded).toEqual([])
  })

  it('says for whom the hours will count for nothing, and why', async () => {
    const build = new CertificationBuilders(api.build)
    const [lapsed, none] = [await api.build.peer(people.organization), people.actors.colleague]
    const over = await build.certification(lapsed, CREDENTIAL.california, {
      issuedOn: '2022-01-10',
      expiresOn: '2026-01-09',
    })
    const { withoutEffect } = await ask([people.actors.peer.id, lapsed.id, none.id, randomUUID()], {
      title: 'Something new',
    })
    expect(withoutEffect).toHaveLength(2)
    expect(withoutEffect).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          peer: { id: lapsed.id },
          certification: { id: over, status: 'LAPSED' },
          cause: 'LAPSED',
        }),
        { peer: { id: none.id }, certification: null, cause: 'NO_CERTIFICATION', cycleEndsOn: null },
      ]),
    )
  })

  it('asks about a course that goes over the end of a cycle, and names the day', async () => {
    const days = { title: 'Five days', startsOn: '2026-08-29', heldOn: '2026-09-02' }
    expect((await ask([people.actors.peer.id], days)).withoutEffect).toEqual([
      {
        peer: { id: people.actors.peer.id },
        certification: { id: certificationId, status: expect.any(String) as string },
        cause: 'CROSSES_CYCLE_END',
        cycleEndsOn: '2026-08-31',
      },
    ])
  })

  it('knows nobody of another organization', async () => {
    const stranger = await api.as(people.actors.strangerManager)
    expect(await ask([people.actors.peer.id], {}, stranger)).toEqual({
      alreadyRecorded: [],
      withoutEffect: [],
    })
  })
})

describe('the same course', () => {
  const one = { title: 'Ethics', provider: 'A college', startsOn: '2026-06-01', heldOn: '2026-06-03' }
  it.each([
    ['with overlapping days', { ...one, startsOn: null, heldOn: '2026-06-02' }, true],
    ['on later days', { ...one, startsOn: '2026-06-04', heldOn: '2026-06-05' }, false],
    ['without who gave it', { ...one, provider: ' ' }, true],
    ['of another provider', { ...one, provider: 'B college' }, false],
    ['under another title', { ...one, title: 'Ethics two' }, false],
  ])('%s', (_what, other, isSame) => {
    expect([isSameCourse(one, other), isSameCourse(other, one)]).toEqual([isSame, isSame])
  })
})
