import { describe, expect, it } from 'vitest'
import {
  validateCeHours,
  type CeHoursInput,
} from '../../../shared/src/certification/recording/ce-hours-input.ts'
import {
  validateCourseQuestion,
  validateCourse,
} from '../../../shared/src/certification/course-check/course-input.ts'
import { TODAY } from '../../support/fixed-today.ts'

const course = (change: object = {}) => ({
  title: 'Ethics for peers',
  provider: null,
  heldOn: '2026-06-01',
  hours: 2.25,
  categories: ['ethics'],
  ...change,
})

describe('what is refused of a course', () => {
  it('is nothing where all of it can be', () => {
    expect(validateCourse(course())).toEqual([])
    expect(validateCourse(course({ title: null, contents: ['DRIVING'], hours: 200 }))).toEqual([])
    for (const hours of [0.6, 0.3, 0.15, 1.15]) {
      expect(validateCourse(course({ hours, unit: 'CEU' }))).toEqual([])
    }
    expect(validateCourse(course({ startsOn: '2026-05-28', approvedBy: ['ICB'] }))).toEqual([])
  })

  it.each([
    [{ hours: 0 }, 'hours', 'too-small'],
    [{ hours: 200.25 }, 'hours', 'too-large'],
    [{ hours: 0.6 }, 'hours', 'not-in-steps'],
    [{ hours: 0.63, unit: 'CEU' }, 'hours', 'not-in-steps'],
    [{ hours: 0.01, unit: 'CEU' }, 'hours', 'too-small'],
    [{ startsOn: '2026-06-02' }, 'startsOn', 'too-far-ahead'],
    [{ startsOn: '2025-01-01' }, 'startsOn', 'too-long-ago'],
    [{ startsOn: 'May' }, 'startsOn', 'not-a-date'],
    [{ approvedBy: [' '] }, 'approvedBy', 'required'],
    [{ approvedBy: ['x'.repeat(121)] }, 'approvedBy', 'too-long'],
    [{ approvedBy: Array(21).fill('ICB') }, 'approvedBy', 'too-many'],
    [{ hours: NaN }, 'hours', 'not-a-number'],
    [{ categories: [] }, 'categories', 'too-few'],
    [{ categories: ['cooking'] }, 'categories', 'not-an-option'],
    [{ categories: ['ethics', 'ethics'] }, 'categories', 'repeated'],
    [{ contents: ['COOKING'] }, 'contents', 'not-an-option'],
    [{ contents: ['DRIVING', 'DRIVING'] }, 'contents', 'repeated'],
    [{ title: 'x'.repeat(201) }, 'title', 'too-long'],
    [{ provider: 'x'.repeat(201) }, 'provider', 'too-long'],
  ])('names the field of %o', (change, field, problem) => {
    expect(validateCourse(course(change))).toMatchObject([{ field, problem }])
  })

  it.each([
    ['2016-06-17', []],
    ['2016-06-16', [{ field: 'heldOn', problem: 'too-long-ago', limit: '2016-06-17' }]],
    ['2031-06-17', []],
    ['2031-06-18', [{ field: 'heldOn', problem: 'too-far-ahead', limit: '2031-06-17' }]],
    ['2026-02-30', [{ field: 'heldOn', problem: 'not-a-date' }]],
  ])('lets one ask about a course of %s, or says which day would do', (heldOn, validationErrors) => {
    expect(validateCourseQuestion(course({ heldOn }), TODAY)).toEqual(validationErrors)
  })
})

describe('hours given to one certification', () => {
  const hours = (change: Partial<CeHoursInput>): CeHoursInput => ({
    ...course(),
    peerIds: ['ana'],
    ...change,
  })

  it('are for one peer only, since nobody else holds it', () => {
    expect(validateCeHours(hours({ onlyFor: 'california' }), TODAY)).toEqual([])
    expect(validateCeHours(hours({ onlyFor: 'california', peerIds: ['ana', 'ben'] }), TODAY)).toEqual([
      { field: 'onlyFor', problem: 'too-many', limit: 1 },
    ])
    expect(validateCeHours(hours({ onlyFor: null, peerIds: ['ana', 'ben'] }), TODAY)).toEqual([])
  })
})
