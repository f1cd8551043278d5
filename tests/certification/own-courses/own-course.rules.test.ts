import { describe, expect, it } from 'vitest'
import { plannedAhead } from '../../../shared/src/certification/forecast/planned-ahead.ts'
import { assessCertification } from '../../../shared/src/certification/status/assess-certification.ts'
import type { CeCredit } from '../../../shared/src/certification/hours/ce-credit.ts'
import {
  validateOwnCourse,
  validatePlannedCourse,
} from '../../../shared/src/certification/own-courses/own-course-input.ts'
import {
  canHolderCorrect,
  CourseOrigin,
  CourseReviewState,
  ReviewOutcome,
  reviewStateOf,
  toCorrect,
} from '../../../shared/src/certification/review/course-review.ts'
import { rulesWithOwn } from '../../../shared/src/certification/custom-rules/custom-versions.ts'
import fc from 'fast-check'

const TODAY = '2026-06-17'
const course = { title: 'Listening', heldOn: TODAY, hours: 3, categories: ['ethics'] }
const problems = (change: object) =>
  validateOwnCourse({ ...course, ...change }, TODAY).map(({ field, problem, limit }) => [
    field,
    problem,
    limit,
  ])

describe('a course that a peer enters', () => {
  it('names each field with its limit', () => {
    expect(problems({})).toEqual([])
    expect(problems({ title: ' ' })).toEqual([['title', 'required', undefined]])
    expect(problems({ hours: 0 })).toEqual([['hours', 'too-small', 0.25]])
    expect(problems({ hours: -2 })).toEqual([['hours', 'too-small', 0.25]])
    expect(problems({ hours: 100.25 })).toEqual([['hours', 'too-large', 100]])
    expect(problems({ hours: 500 })).toEqual([['hours', 'too-large', 100]])
    expect(problems({ hours: 100 })).toEqual([])
    expect(problems({ heldOn: '2026-06-18' })).toEqual([['heldOn', 'in-the-future', TODAY]])
    expect(problems({ heldOn: '2026-02-30' })).toEqual([['heldOn', 'not-a-date', undefined]])
    expect(problems({ categories: [] }).map(([field]) => field)).toEqual(['categories'])
  })

  it('is planned from tomorrow on', () => {
    const planned = (heldOn: string) => validatePlannedCourse({ ...course, heldOn }, TODAY)
    expect(planned('2026-06-18')).toEqual([])
    expect(planned(TODAY)).toEqual([{ field: 'heldOn', problem: 'before-its-start', limit: '2026-06-18' }])
    expect(planned('2031-06-18')).toEqual([
      { field: 'heldOn', problem: 'too-far-ahead', limit: '2031-06-17' },
    ])
  })
})

describe('what became of a course', () => {
  const { ENTERED_BY_HOLDER: origin } = CourseOrigin
  it('counts unconfirmed, is confirmed, or is sent back', () => {
    expect(reviewStateOf({ origin, outcome: null, isVoided: false })).toBe(
      CourseReviewState.COUNTS_UNCONFIRMED,
    )
    expect(reviewStateOf({ origin, outcome: ReviewOutcome.CONFIRMED, isVoided: false })).toBe('CONFIRMED')
    expect(reviewStateOf({ origin, outcome: ReviewOutcome.SENT_BACK, isVoided: true })).toBe('SENT_BACK')
    // A manager restored it.
    expect(reviewStateOf({ origin, outcome: ReviewOutcome.SENT_BACK, isVoided: false })).toBe('CONFIRMED')
    expect(reviewStateOf({ origin, outcome: null, isVoided: true })).toBe('WITHDRAWN')
    const recorded = { origin: CourseOrigin.RECORDED_BY_ORGANIZATION, outcome: null, isVoided: false }
    expect(reviewStateOf(recorded)).toBeNull()
    expect(canHolderCorrect(null)).toBe(false)
    expect(canHolderCorrect('CONFIRMED')).toBe(false)
    expect(canHolderCorrect('SENT_BACK')).toBe(true)
  })

  it('asks to correct the latest version that nothing has replaced', () => {
    const sentBack = [
      { courseId: 'one', recordedAt: '2026-01-01' },
      { courseId: 'one', recordedAt: '2026-02-01' },
      { courseId: 'two', recordedAt: '2026-03-01' },
    ]
    expect(toCorrect(sentBack, [{ courseId: 'two' }])).toEqual([
      { courseId: 'one', recordedAt: '2026-02-01' },
    ])
  })
})

describe('what is planned', () => {
  const record = (credits: readonly CeCredit[]) => ({
    certification: { issuedOn: '2024-09-01', expiresOn: '2026-08-31', birthday: null },
    statusPeriods: [],
    rules: rulesWithOwn('us-ca-cmpss', []),
    credits,
  })
  const credit = (id: string, heldOn: string, hours: number): CeCredit => ({
    id,
    heldOn,
    hours,
    categories: ['law-and-ethics'],
  })

  it('fills the forecast and changes neither status nor figures', () => {
    const taken = [credit('a', '2026-01-10', 5)]
    const before = assessCertification(record(taken), TODAY)
    const ahead = plannedAhead(record(taken), [credit('p', '2026-07-01', 13)], TODAY)
    expect(ahead.adds).toBe(13)
    expect(ahead.gaps.hours).toBe(2)
    expect(assessCertification(record(taken), TODAY)).toEqual(before)
    expect(plannedAhead(record(taken), [credit('p', '2026-09-01', 13)], TODAY).adds).toBe(0)
  })

  it('never makes more missing than there was', () => {
    const day = fc
      .integer({ min: 1, max: 90 })
      .map((days) => new Date(Date.UTC(2026, 5, 17 + days)).toISOString().slice(0, 10))
    const plan = fc.record({ heldOn: day, quarters: fc.integer({ min: 1, max: 80 }) })
    fc.assert(
      fc.property(fc.array(plan, { maxLength: 5 }), (plans) => {
        const credits = plans.map(({ heldOn, quarters }, place) => credit(`p${place}`, heldOn, quarters / 4))
        const none = plannedAhead(record([]), [], TODAY)
        expect(plannedAhead(record([]), credits, TODAY).gaps.hours).toBeLessThanOrEqual(none.gaps.hours)
      }),
      { numRuns: 200 },
    )
  })
})
