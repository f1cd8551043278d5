import type { ValidationError } from '@alongside/shared/validation/validation-error'
import {
  validateCheckIn,
  isEmptyCheckIn,
  openWeeks,
  WEEKLY_CHECK_IN,
  type CheckInInput,
} from '@alongside/shared/wellness/weekly-check-in'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const cases = { numRuns: process.env.ALONGSIDE_DRILLS ? 10_000 : 1_000 }
const patience = { timeout: 120_000 }

// A Thursday; its week began on Monday the 2nd.
const TODAY = '2026-03-05'
const validationErrors = (parts: Partial<CheckInInput>): ValidationError[] =>
  validateCheckIn({ weekStart: '2026-03-02', energy: 3, ...parts }, TODAY)

describe('the weekly check-in', () => {
  it('asks for three scales, fifteen signs, and what was done for oneself', () => {
    expect(WEEKLY_CHECK_IN.scales).toEqual(['weekFelt', 'energy', 'rest'])
    expect(WEEKLY_CHECK_IN.signs).toHaveLength(15)
    expect(WEEKLY_CHECK_IN.selfCare).toHaveLength(11)
  })

  it('names feelings and events, never a condition', () => {
    const keys = [...WEEKLY_CHECK_IN.signs, ...WEEKLY_CHECK_IN.selfCare, ...WEEKLY_CHECK_IN.tags]
    expect(keys.filter((key) => /DEPRESS|ANXIETY|DISORDER|TRAUMA|BURNOUT|SYMPTOM/.test(key))).toEqual([])
  })

  it.each([
    { weekFelt: 2 },
    { rest: 5 },
    { signs: ['FEELING_LOW'] },
    { selfCare: ['SLEEP'] },
    { tags: ['COURT'] },
    { line: 'A good talk on Tuesday.' },
  ])('takes any single answer: %o', (answer) => {
    expect(validationErrors({ energy: null, ...answer })).toEqual([])
  })

  it('asks for one answer, gently, where there is none', () => {
    const nothing = { energy: null, signs: [], selfCare: [], tags: [], line: '  ' }
    expect(validationErrors(nothing)).toEqual([{ field: 'weekFelt', problem: 'required' }])
    expect(isEmptyCheckIn({ weekStart: '2026-03-02' })).toBe(true)
  })

  it.each([
    [{ weekFelt: 0 }, { field: 'weekFelt', problem: 'too-small', limit: 1 }],
    [{ energy: 6 }, { field: 'energy', problem: 'too-large', limit: 5 }],
    [{ rest: 2.5 }, { field: 'rest', problem: 'not-a-number' }],
    [{ signs: ['DEPRESSION'] }, { field: 'signs', problem: 'not-an-option' }],
    [{ signs: ['ANGER', 'ANGER'] }, { field: 'signs', problem: 'repeated' }],
    [{ selfCare: ['ANGER'] }, { field: 'selfCare', problem: 'not-an-option' }],
    [{ tags: ['LUNCH'] }, { field: 'tags', problem: 'not-an-option' }],
    [{ line: 'x'.repeat(501) }, { field: 'line', problem: 'too-long', limit: 500 }],
  ])('refuses %o', (answer, validationError) => {
    expect(validationErrors(answer)).toEqual([validationError])
  })

  it.each([
    ['2026-03-09', { problem: 'in-the-future', limit: '2026-03-02' }],
    ['2026-02-16', { problem: 'too-long-ago', limit: '2026-02-23' }],
    ['2026-02-24', { problem: 'not-an-option' }],
    ['2026-03-05', { problem: 'in-the-future', limit: '2026-03-02' }],
    ['this week', { problem: 'not-a-date' }],
  ])('refuses the week of %s', (weekStart, validationError) => {
    expect(validationErrors({ weekStart })).toEqual([{ field: 'weekStart', ...validationError }])
  })

  it('is open for this week and the one before', () => {
    expect(openWeeks(TODAY)).toEqual(['2026-03-02', '2026-02-23'])
    expect(openWeeks('2026-03-08')).toEqual(openWeeks('2026-03-02'))
    for (const weekStart of openWeeks(TODAY)) expect(validationErrors({ weekStart })).toEqual([])
  })

  it('takes every combination of answers of the instrument', patience, () => {
    const { signs, selfCare, tags } = WEEKLY_CHECK_IN
    const scale = fc.option(fc.integer({ min: 1, max: 5 }))
    const answers = fc.record({
      weekFelt: scale,
      energy: scale,
      rest: scale,
      signs: fc.option(fc.subarray([...signs])),
      selfCare: fc.option(fc.subarray([...selfCare])),
      tags: fc.option(fc.subarray([...tags])),
      line: fc.option(fc.string({ unit: 'grapheme', maxLength: 100 })),
    })
    fc.assert(
      fc.property(answers, (answer) => {
        fc.pre(!isEmptyCheckIn({ weekStart: '2026-03-02', ...answer }))
        expect(validationErrors(answer)).toEqual([])
      }),
      cases,
    )
  })
})
