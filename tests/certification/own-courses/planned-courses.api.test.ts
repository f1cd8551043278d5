import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { NOW } from '../../support/fixed-today.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'
import { mine, problemsOf } from './own-course-operations.ts'

const PLAN = `mutation ($input: CreatePlannedCourseInput!) { createPlannedCourse(input: $input) { plannedCourse { id title isOver } } }`
const PLANS = `{ myPlannedCourses { totalCount edges { node { id title isOver } } } }`
const TAKE = `mutation ($input: ConfirmPlannedCourseInput!) {
  confirmPlannedCourse(input: $input) { earnedHours { activityId review { state } } } }`
const plan = (change: object = {}) => ({
  title: 'Next week',
  heldOn: '2026-06-24',
  hours: 5,
  categories: ['ANY'],
  ...change,
})

describe('courses that peers plan', () => {
  let api: TestApi
  let peer: Caller
  let people: Awaited<ReturnType<typeof cast>>
  beforeAll(async () => {
    api = await TestApi.start()
    people = await cast(api.build)
    await new CertificationBuilders(api.build).certification(people.actors.peer, CREDENTIAL.california)
    peer = await api.as(people.actors.peer)
  })
  afterAll(() => api.close())

  it('count in the forecast and nowhere else', async () => {
    const before = await mine(peer)
    const { createPlannedCourse } = await peer.data<{
      createPlannedCourse: { plannedCourse: { id: string; isOver: boolean } }
    }>(PLAN, {
      input: plan(),
    })
    expect(createPlannedCourse.plannedCourse.isOver).toBe(false)
    const after = await mine(peer)
    expect({ ...after, plannedAhead: null }).toEqual({ ...before, plannedAhead: null })
    expect(before.plannedAhead).toBeNull()
    expect(after.plannedAhead).toMatchObject({ adds: 5, gaps: { hours: before.gaps.hours - 5 } })
  })

  it('are asked about once their day is over, and one press makes them count', async () => {
    const { myPlannedCourses } = await peer.data<{ myPlannedCourses: { edges: { node: { id: string } }[] } }>(
      PLANS,
    )
    const plannedCourseId = myPlannedCourses.edges[0]?.node.id
    const early = await peer.ask(TAKE, { input: { plannedCourseId } })
    expect(problemsOf(early)).toEqual(['CONFLICT certification.own-courses.not-yet'])
    api.at('2026-06-25T12:00:00Z')
    const over = await peer.data<{ myPlannedCourses: { edges: { node: { isOver: boolean } }[] } }>(PLANS)
    expect(over.myPlannedCourses.edges[0]?.node.isOver).toBe(true)
    const before = await mine(peer)
    // What is over is in no forecast.
    expect(before.plannedAhead).toBeNull()
    const takes = await Promise.all([1, 2].map(() => peer.data(TAKE, { input: { plannedCourseId } })))
    expect(takes[0]).toEqual(takes[1])
    const after = await mine(peer)
    expect(before.gaps.hours - after.gaps.hours).toBe(5)
    expect(after.hoursAwaitingReview).toBe(5)
    expect(
      (await peer.data<{ myPlannedCourses: { totalCount: number } }>(PLANS)).myPlannedCourses.totalCount,
    ).toBe(0)
    api.at(NOW)
  })

  it('are the peer’s own: a manager reads the forecast, nobody else changes a plan', async () => {
    const { createPlannedCourse } = await peer.data<{
      createPlannedCourse: { plannedCourse: { id: string } }
    }>(PLAN, {
      input: plan(),
    })
    const input = { plannedCourseId: createPlannedCourse.plannedCourse.id }
    const REMOVE =
      'mutation ($input: RemovePlannedCourseInput!) { removePlannedCourse(input: $input) { plannedCourseId } }'
    const colleague = await api.as(people.actors.colleague)
    for (const ask of [TAKE, REMOVE])
      expect(problemsOf(await colleague.ask(ask, { input }))).toEqual(['NOT_FOUND record.not-found'])
    await peer.data(REMOVE, { input })
    expect(problemsOf(await peer.ask(REMOVE, { input }))).toEqual(['NOT_FOUND record.not-found'])
    const RESTORE = `mutation ($input: RestorePlannedCourseInput!) { restorePlannedCourse(input: $input) { plannedCourse { id } } }`
    await peer.data(RESTORE, { input })
    expect(
      (await peer.data<{ myPlannedCourses: { totalCount: number } }>(PLANS)).myPlannedCourses.totalCount,
    ).toBe(1)
  })

  it('lie ahead, and are as few as somebody can plan', async () => {
    const refused = async (change: object) => problemsOf(await peer.ask(PLAN, { input: plan(change) }))
    expect(await refused({ heldOn: '2026-06-17' })).toEqual(['heldOn before-its-start 2026-06-18'])
    expect(await refused({ hours: 101 })).toEqual(['hours too-large 100'])
    expect(await refused({ title: ' ' })).toEqual(['title required'])
    expect(await refused({ heldOn: '2032-01-01' })).toEqual(['heldOn too-far-ahead 2031-06-17'])
  })

  it('names who records service hours, and asks them once a day', async () => {
    const { serviceHoursRecorder } = await peer.data<{ serviceHoursRecorder: { id: string } }>(
      '{ serviceHoursRecorder { id displayName } }',
    )
    expect(serviceHoursRecorder.id).toBe(people.actors.manager.id)
    const { myCertifications } = await peer.data<{ myCertifications: { edges: { node: { id: string } }[] } }>(
      '{ myCertifications { edges { node { id } } } }',
    )
    const ASK = `mutation ($input: RequestServiceHoursInput!) { requestServiceHours(input: $input) { asked { id } askedOn } }`
    const input = { certificationId: myCertifications.edges[0]?.node.id }
    for (const _ of [1, 2]) await peer.data(ASK, { input })
    const colleague = await api.as(people.actors.colleague)
    expect(problemsOf(await colleague.ask(ASK, { input }))).toEqual(['NOT_FOUND record.not-found'])
    const { rows } = await api.superuser.query(
      "select recipient_id from notification where kind = 'SERVICE_HOURS_REQUESTED'",
    )
    expect(rows).toEqual([{ recipient_id: people.actors.manager.id }])
  })
})
