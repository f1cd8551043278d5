import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oftenInBetterWeeks } from '../../../shared/src/wellness/better-weeks.ts'
import { PLAN_PARTS, twoLines } from '../../../shared/src/wellness/plan/self-care-plan.ts'

describe('two lines of a plan', () => {
  const lines = fc.array(fc.record({ part: fc.constantFrom(...PLAN_PARTS), id: fc.uuid() }), {
    maxLength: 20,
  })

  it('are never an early sign, at most two, and somebody to call comes first', () => {
    fc.assert(
      fc.property(lines, (plan) => {
        const two = twoLines(plan)
        expect(two.length).toBeLessThanOrEqual(2)
        expect(new Set(two).size).toBe(two.length)
        expect(two.some(({ part }) => part === 'EARLY_SIGN')).toBe(false)
        const calls = plan.find(({ part }) => part === 'WHOM_I_CALL')
        if (calls) expect(two[0]).toBe(calls)
      }),
      { numRuns: 10_000 },
    )
  })
})

describe('what somebody often did in their better weeks', () => {
  const week = (weekFelt: number | null, selfCare: string[]) => ({
    ...{ weekStart: '2026-06-15', weekFelt, energy: null, rest: null, selfCare },
  })

  it('is what was done in at least half of them, the most often first', () => {
    const weeks = [
      ...[week(2, ['SLEEP']), week(3, []), week(3, ['RITUAL'])],
      ...[
        week(4, ['MOVEMENT', 'SLEEP']),
        week(5, ['MOVEMENT']),
        week(4, ['MOVEMENT', 'SLEEP']),
        week(null, ['RITUAL']),
      ],
    ]
    expect(oftenInBetterWeeks(weeks)).toEqual({
      betterWeeks: 3,
      often: [
        { selfCare: 'MOVEMENT', weeks: 3 },
        { selfCare: 'SLEEP', weeks: 2 },
      ],
    })
  })

  it('says nothing about a few weeks, or about weeks that were all alike', () => {
    expect(oftenInBetterWeeks([week(5, ['SLEEP']), week(1, [])]).often).toEqual([])
    expect(oftenInBetterWeeks(Array.from({ length: 20 }, () => week(3, ['SLEEP']))).often).toEqual([])
  })

  it('never counts more weeks than there are better ones, in whatever order they come', () => {
    const some = fc.array(
      fc.tuple(fc.option(fc.integer({ min: 1, max: 5 })), fc.subarray(['SLEEP', 'RITUAL', 'MOVEMENT'])),
      { maxLength: 26 },
    )
    fc.assert(
      fc.property(some, (drawn) => {
        const weeks = drawn.map(([felt, selfCare]) => week(felt, selfCare))
        const found = oftenInBetterWeeks(weeks)
        expect(found.often.every(({ weeks: count }) => count <= found.betterWeeks)).toBe(true)
        expect(oftenInBetterWeeks([...weeks].reverse())).toEqual(found)
      }),
      { numRuns: 10_000 },
    )
  })
})
