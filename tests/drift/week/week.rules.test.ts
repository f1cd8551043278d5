import { mostUsedFirst, quartersFromShares, totalsByFunction } from '@alongside/shared/drift/week/week-shape'
import { validateWeek } from '@alongside/shared/drift/week/week-input'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const cases = { numRuns: process.env.ALONGSIDE_DRILLS ? 10_000 : 1_000 }
const TODAY = '2026-06-17'
const limits = {
  placements: [{ startedOn: '2026-05-20', endedOn: '2026-06-03' }],
  today: TODAY,
  isActivity: (key: string) => key !== 'NONE',
}
const week = (weekStart: string, quarterHours = 8) => ({
  weekStart,
  lines: [{ activity: 'JOB_SEARCH', quarterHours }],
})
const problems = (...asked: Parameters<typeof validateWeek>) =>
  validateWeek(...asked).map(({ problem }) => problem)

describe('a week as it is logged', () => {
  it('touches a placement with one day at least, at its beginning as at its end', () => {
    expect(problems(week('2026-05-11'), limits)).toEqual(['before-its-start'])
    expect(problems(week('2026-05-18'), limits)).toEqual([])
    expect(problems(week('2026-06-01'), limits)).toEqual([])
    expect(problems(week('2026-06-08'), limits)).toEqual(['not-found'])
    expect(problems(week('2026-06-01'), { ...limits, placements: [] })).toEqual(['not-found'])
  })

  it('holds up to 80 hours and not a quarter more', () => {
    expect(problems(week('2026-06-01', 320), limits)).toEqual([])
    expect(problems(week('2026-06-01', 321), limits)).toEqual(['too-large'])
    const two = {
      ...week('2026-06-01'),
      lines: [...week('', 319).lines, { activity: 'SOCIALIZING', quarterHours: 2 }],
    }
    expect(validateWeek(two, limits)).toEqual([{ field: 'lines', problem: 'too-large', limit: 320 }])
  })

  it('adds up by kind of work', () => {
    const lines = [
      { function: 'CLINICAL', quarterHours: 3 },
      { function: 'OUTREACH', quarterHours: 4 },
      { function: 'CLINICAL', quarterHours: 2 },
    ] as const
    expect(totalsByFunction(lines)).toEqual([
      { function: 'OUTREACH', quarterHours: 4 },
      { function: 'CLINICAL', quarterHours: 5 },
    ])
  })
})

describe('shares of a week', () => {
  it('become quarter hours that add up to the week, none of them lost', () => {
    expect(quartersFromShares(160, [1, 1, 2])).toEqual([40, 40, 80])
    expect(quartersFromShares(10, [1, 1, 1])).toEqual([4, 3, 3])
    expect(quartersFromShares(160, [1000, 1])).toEqual([159, 1])
  })

  it('always add up, and a larger share never gets less', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(shares, fc.integer({ min: 12, max: 320 }), (given, total) => {
        const quarters = quartersFromShares(total, given)
        expect(quarters.reduce((sum, each) => sum + each, 0)).toBe(total)
        expect(Math.min(...quarters)).toBeGreaterThan(0)
        const largest = quarters[given.indexOf(Math.max(...given))] ?? 0
        expect(largest).toBeGreaterThanOrEqual(Math.min(...quarters))
      }),
      cases,
    )
  })
})

describe('the activities that a peer uses', () => {
  it('come first by weeks, then by time', () => {
    const log = (...keys: string[]) => ({
      lines: keys.map((activity, at) => ({ activity, quarterHours: at + 1 })),
    })
    expect(mostUsedFirst([log('A', 'B'), log('B', 'C')])).toEqual(['B', 'C', 'A'])
    expect(mostUsedFirst([])).toEqual([])
  })
})
