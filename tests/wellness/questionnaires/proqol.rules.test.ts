import {
  PROQOL,
  type ProqolResult,
  PROQOL_SCALES,
  scoreProqol,
} from '@alongside/shared/wellness/questionnaires/proqol'
import {
  nextProqolFrom,
  proqolItemsIn,
  validateProqolItems,
} from '@alongside/shared/wellness/questionnaires/proqol-input'
import { validateNumberedAnswers } from '@alongside/shared/wellness/questionnaires/numbered-answers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const RUNS = { numRuns: process.env['ALONGSIDE_DRILLS'] ? 10_000 : 1_000 }
const answers = (of: (item: number) => number | null): (number | null)[] =>
  Array.from({ length: PROQOL.items }, (_, index) => of(index + 1))
const scores = (results: readonly ProqolResult[]) => results.map(({ score }) => score)

describe('the scoring of ProQOL 5', () => {
  // The check values come with the scoring key.
  it.each([
    ['all 1', () => 1, [10, 30, 10]],
    ['all 3', () => 3, [30, 30, 30]],
    ['all 5', () => 5, [50, 30, 50]],
    ['1 + ((i - 1) mod 5)', (item: number) => 1 + ((item - 1) % 5), [28, 28, 32]],
    ['1 + (floor(7 i / 3) mod 5)', (item: number) => 1 + (Math.floor((7 * item) / 3) % 5), [29, 32, 25]],
  ] as const)('gives the check values for %s', (_name, of, expected) => {
    expect(scores(scoreProqol(answers(of)))).toEqual(expected)
  })

  it('has no score where an item is blank, and says how many are answered', () => {
    const [satisfaction, burnout, stress] = scoreProqol(answers((item) => (item === 1 ? null : 3)))
    expect([satisfaction?.score, burnout, stress?.score]).toEqual([
      30,
      { scale: 'BURNOUT', answered: 9, score: null, band: null },
      30,
    ])
  })

  it('bands raw sums at 22 and 42', () => {
    const of = (score: number) =>
      scoreProqol(
        answers((item) => {
          const place = [3, 6, 12, 16, 18, 20, 22, 24, 27, 30].indexOf(item)
          return place < 0 ? 3 : Math.floor(score / 10) + (place < score % 10 ? 1 : 0)
        }),
      )[0]
    expect([22, 23, 41, 42].map((score) => of(score)?.band)).toEqual(['LOW', 'MODERATE', 'MODERATE', 'HIGH'])
  })

  it('counts every item in one scale, stays within 10 and 50, and turns blanks into no score', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 20 }), { minLength: 30, maxLength: 30 }),
        (given) => {
          const results = scoreProqol(given)
          expect(results.map(({ scale }) => scale)).toEqual(PROQOL_SCALES)
          expect(results.reduce((sum, { answered }) => sum + answered, 0)).toBe(
            given.filter((one) => one !== null).length,
          )
          for (const { score, answered } of results) {
            expect(score === null).toBe(answered < 10)
            if (score !== null) expect(score >= 10 && score <= 50).toBe(true)
          }
        },
      ),
      RUNS,
    )
  })

  it('refuses other numbers of answers', () => {
    expect(() => scoreProqol([1, 2])).toThrow(RangeError)
  })
})

describe('what is refused', () => {
  it('an answer outside 1-5, an item that is not there, and one named twice', () => {
    expect(validateNumberedAnswers(PROQOL, [{ item: 1, answer: 6 }])).toMatchObject([
      { field: 'item1', limit: 5 },
    ])
    expect(validateNumberedAnswers(PROQOL, [{ item: 31, answer: 3 }])).toMatchObject([
      { field: 'answers', limit: 30 },
    ])
    expect(
      validateNumberedAnswers(PROQOL, [
        { item: 2, answer: 3 },
        { item: 2, answer: 4 },
      ]),
    ).toMatchObject([{ problem: 'already-there' }])
    expect(validateNumberedAnswers(PROQOL, [{ item: 2, answer: null }])).toEqual([])
  })

  it('a file of 29 items, and one without the credit', () => {
    const items = (count: number) =>
      proqolItemsIn(Array.from({ length: count }, (_, i) => `${i + 1}. Item ${i}`).join('\n'))
    expect(validateProqolItems(items(29), PROQOL.credit)).toMatchObject([{ field: 'items', limit: 30 }])
    expect(validateProqolItems(items(30), 'by somebody')).toMatchObject([{ field: 'credit' }])
    expect(validateProqolItems(items(30), PROQOL.credit)).toEqual([])
    expect(items(30)[0]).toBe('Item 0')
  })

  it('another one within 30 days', () => {
    expect(nextProqolFrom('2026-06-01')).toBe('2026-07-01')
    expect(nextProqolFrom(null)).toBeNull()
  })
})
