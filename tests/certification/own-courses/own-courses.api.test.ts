import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'
import {
  ADD,
  add,
  CONFIRM,
  CORRECT,
  course,
  mine,
  problemsOf,
  SEND_BACK,
  VOID,
  WAITING,
} from './own-course-operations.ts'

type World = Awaited<ReturnType<typeof cast>>

describe('courses that peers enter', () => {
  let api: TestApi
  let world: World
  let peer: Caller
  let manager: Caller
  beforeAll(async () => {
    api = await TestApi.start()
    world = await cast(api.build)
    const { actors } = world
    await new CertificationBuilders(api.build).certification(actors.peer, CREDENTIAL.california)
    peer = await api.as(actors.peer)
    manager = await api.as(actors.manager)
  })
  afterAll(() => api.close())
  const kinds = async (of: Caller): Promise<string[]> => {
    const answer = await of.data<{ notifications: { edges: { node: { kind: string } }[] } }>(
      '{ notifications(first: 50) { edges { node { kind } } } }',
    )
    return answer.notifications.edges.map(({ node }) => node.kind)
  }

  it('count at once, and say that nobody has confirmed them', async () => {
    const before = await mine(peer)
    const added = await add(peer)
    expect(added).toMatchObject({ origin: 'ENTERED_BY_HOLDER', deliveryMode: null })
    expect(added.review?.state).toBe('COUNTS_UNCONFIRMED')
    const after = await mine(peer)
    expect(before.gaps.hours - after.gaps.hours).toBe(6)
    expect([before.hoursAwaitingReview, after.hoursAwaitingReview]).toEqual([0, 6])
    await add(peer, { title: 'Another one', hours: 1 })
    // However many come in a day, managers are told once.
    expect((await kinds(manager)).filter((kind) => kind === 'COURSES_TO_REVIEW')).toHaveLength(1)
  })

  it('are confirmed, several at once, and count on as confirmed ones', async () => {
    const { coursesToReview } = await manager.data<{
      coursesToReview: { edges: { node: { earnedHours: { activityId: string } } }[] }
    }>(WAITING)
    const activityIds = coursesToReview.edges.map(({ node }) => node.earnedHours.activityId)
    expect(activityIds).toHaveLength(2)
    const { confirmCourses } = await manager.data<{ confirmCourses: { activityIds: string[] } }>(CONFIRM, {
      input: { activityIds },
    })
    expect(confirmCourses.activityIds.toSorted()).toEqual(activityIds.toSorted())
    const { hoursAwaitingReview, earnedHours } = await mine(peer)
    expect(hoursAwaitingReview).toBe(0)
    expect(earnedHours.map(({ review }) => review?.state)).toEqual(['CONFIRMED', 'CONFIRMED'])
    const again = await manager.ask(CONFIRM, { input: { activityIds } })
    expect(problemsOf(again)).toEqual(['CONFLICT certification.review.reviewed-meanwhile'])
    // What a manager confirmed is a manager's to correct.
    const corrected = await peer.ask(CORRECT, { input: { ...course(), activityId: activityIds[0] } })
    expect(problemsOf(corrected)).toEqual(['CONFLICT certification.own-courses.changed-meanwhile'])
    const voided = await peer.ask(VOID, { input: { activityId: activityIds[0] } })
    expect(problemsOf(voided)).toEqual(['CONFLICT certification.own-courses.changed-meanwhile'])
  })

  it('are sent back with a reason, count no more, and count again once corrected', async () => {
    const { activityId, courseId } = await add(peer, { title: 'Sent back', hours: 4 })
    const counted = await mine(peer)
    const { returnCourse } = await manager.data<{ returnCourse: { earnedHours: { review: object } } }>(
      SEND_BACK,
      { input: { activityId, reason: 'WRONG_HOURS' } },
    )
    expect(returnCourse.earnedHours.review).toMatchObject({ state: 'SENT_BACK', reason: 'WRONG_HOURS' })
    const sentBack = await mine(peer)
    expect(sentBack.gaps.hours - counted.gaps.hours).toBe(4)
    expect(await kinds(peer)).toContain('COURSE_SENT_BACK')
    const input = { ...course({ title: 'Sent back', hours: 3 }), activityId }
    const answer = await peer.data<{ correctOwnCourse: { replayed: boolean; earnedHours: object } }>(
      CORRECT,
      { input },
    )
    expect(answer.correctOwnCourse.earnedHours).toMatchObject({
      courseId,
      hours: 3,
      review: { state: 'COUNTS_UNCONFIRMED', reason: null },
    })
    const replay = await peer.data<{ correctOwnCourse: { replayed: boolean } }>(CORRECT, { input })
    expect(replay.correctOwnCourse.replayed).toBe(true)
    const after = await mine(peer)
    expect(sentBack.gaps.hours - after.gaps.hours).toBe(3)
    // The first version stays readable, with the reason.
    expect(after.voidedHours.find((one) => one.activityId === activityId)?.review).toMatchObject({
      state: 'SENT_BACK',
      reason: 'WRONG_HOURS',
    })
    const twice = await peer.ask(CORRECT, { input: { ...course(), activityId } })
    expect(problemsOf(twice)).toEqual(['CONFLICT certification.own-courses.changed-meanwhile'])
  })

  it('are removed by the holder as long as nobody has confirmed them', async () => {
    const before = await mine(peer)
    const { activityId } = await add(peer, { title: 'By mistake' })
    await peer.data(VOID, { input: { activityId } })
    const after = await mine(peer)
    expect(after.gaps).toEqual(before.gaps)
    expect(after.voidedHours.find((one) => one.activityId === activityId)?.review?.state).toBe('WITHDRAWN')
    const confirmed = await manager.ask(CONFIRM, { input: { activityIds: [activityId] } })
    expect(problemsOf(confirmed)).toEqual(['CONFLICT certification.review.reviewed-meanwhile'])
  })

  it('are added once, however often they are sent', async () => {
    const input = course({ title: 'Once' })
    const answers = await Promise.all(
      [1, 2, 3].map(() => peer.data<{ addOwnCourse: { replayed: boolean } }>(ADD, { input })),
    )
    expect(answers.filter(({ addOwnCourse }) => !addOwnCourse.replayed)).toHaveLength(1)
    const other = await peer.ask(ADD, { input: { ...input, hours: 9 } })
    expect(problemsOf(other)).toEqual(['CONFLICT certification.key-used-for-other-hours'])
  })

  it('keep nothing of what is refused, and name each field', async () => {
    const count = async () => (await api.superuser.query('select from ce_activity')).rows.length
    const before = await count()
    const refused = async (change: object) => problemsOf(await peer.ask(ADD, { input: course(change) }))
    expect(await refused({ hours: 0 })).toEqual(['hours too-small 0.25'])
    expect(await refused({ hours: -1 })).toEqual(['hours too-small 0.25'])
    expect(await refused({ hours: 101 })).toEqual(['hours too-large 100'])
    expect(await refused({ title: null })).toEqual(['title required'])
    expect(await refused({ heldOn: '2026-06-18' })).toEqual(['heldOn in-the-future 2026-06-17'])
    expect(await refused({ heldOn: '2011-06-18' })).toEqual(['heldOn too-long-ago 2016-06-17'])
    expect(await refused({ categories: [] })).toEqual(['categories too-few 1'])
    expect(await refused({ fileIds: [randomUUID()] })).toEqual(['fileIds not-found'])
    expect(await refused({ onlyFor: randomUUID() })).toEqual(['onlyFor not-found'])
    expect(await refused({ fileIds: Array.from({ length: 6 }, () => randomUUID()) })).toEqual([
      'fileIds too-many 5',
    ])
    expect(await count()).toBe(before)
  })

  it('asks about a day outside the cycle, and about the same course again', async () => {
    const ask = (heldOn: string, title: string) =>
      peer.data<{
        ownCourseQuestions: { withoutEffect: { cause: string }[]; alreadyRecorded: { title: string }[] }
      }>(
        `query ($course: CourseInput!) { ownCourseQuestions(course: $course) {
           withoutEffect { cause } alreadyRecorded { title } } }`,
        { course: { title, heldOn, hours: 2, categories: ['ANY'] } },
      )
    expect((await ask('2020-01-10', 'Old')).ownCourseQuestions.withoutEffect).toEqual([
      { cause: 'OUTSIDE_CYCLE' },
    ])
    expect((await ask('2026-06-10', 'Once')).ownCourseQuestions.alreadyRecorded).toEqual([{ title: 'Once' }])
  })

  it('are never reviewed by their own holder, and of a stranger not there', async () => {
    const both = await api.build.member(world.organization, ['PEER', 'MANAGER'])
    const caller = await api.as(both)
    const own = await add(caller, { title: 'My own' })
    const answer = await caller.ask(CONFIRM, { input: { activityIds: [own.activityId] } })
    expect(problemsOf(answer)).toEqual(['CONFLICT certification.review.ones-own'])
    const sent = await caller.ask(SEND_BACK, { input: { activityId: own.activityId, reason: 'WRONG_DATE' } })
    expect(problemsOf(sent)).toEqual(['CONFLICT certification.review.ones-own'])
    const { coursesToReview } = await caller.data<{
      coursesToReview: { edges: { node: { earnedHours: { title: string } } }[] }
    }>(WAITING)
    expect(coursesToReview.edges.map(({ node }) => node.earnedHours.title)).not.toContain('My own')
    const stranger = await api.as(world.actors.strangerManager)
    const foreign = await stranger.ask(CONFIRM, { input: { activityIds: [own.activityId] } })
    expect(problemsOf(foreign)).toEqual(['NOT_FOUND record.not-found'])
    const colleague = await api.as(world.actors.colleague)
    expect(problemsOf(await colleague.ask(VOID, { input: { activityId: own.activityId } }))).toEqual([
      'NOT_FOUND record.not-found',
    ])
    // The other manager does.
    await manager.data(CONFIRM, { input: { activityIds: [own.activityId] } })
  })
})
