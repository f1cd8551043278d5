import { addDays } from '@alongside/shared/calendar/plain-date'
import { trend, trendSeries, type CheckInOfWeek } from '@alongside/shared/wellness/trend'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const cases = { numRuns: process.env.ALONGSIDE_DRILLS ? 10_000 : 1_000 }
const patience = { timeout: 120_000 }

const TODAY = '2026-03-05'
const MONDAY = '2026-03-02'
const weekAgo = (weeks: number, weekFelt: number | null, energy: number | null = null): CheckInOfWeek => ({
  weekStart: addDays(MONDAY, -7 * weeks),
  weekFelt,
  energy,
  rest: null,
})
/** This week's answer first, then the weeks before. */
const felt = (...values: (number | null)[]): CheckInOfWeek[] =>
  values.map((value, weeks) => weekAgo(weeks, value))

describe('the sentence about a peer’s weeks', () => {
  it('says so where there is nothing yet', () => {
    expect(trend([], TODAY)).toEqual({ kind: 'NO_CHECK_INS' })
    expect(trend(felt(null, null), TODAY)).toEqual({ kind: 'NO_CHECK_INS' })
  })

  it('waits for four earlier weeks before it speaks of what is usual', () => {
    expect(trend(felt(1, 4, 4, 4), TODAY)).toEqual({
      kind: 'TOO_FEW',
      weekStart: MONDAY,
      weeks: 3,
      needed: 4,
    })
    expect(trend(felt(1, 4, 4, 4, 4), TODAY).kind).toBe('LOWER_THAN_USUAL')
  })

  it('holds the week against the middle half of the earlier ones', () => {
    const earlier = [2, 3, 3, 4, 4, 4, 5, 5, 3]
    expect(trend(felt(3, ...earlier), TODAY)).toEqual({
      kind: 'ABOUT_USUAL',
      weekStart: MONDAY,
      weeks: 9,
      usualFrom: 3,
      usualTo: 4.5,
    })
    expect(trend(felt(2, ...earlier), TODAY).kind).toBe('LOWER_THAN_USUAL')
    expect(trend(felt(5, ...earlier), TODAY).kind).toBe('HIGHER_THAN_USUAL')
  })

  it('has a band for a peer whose weeks are all alike', () => {
    expect(trend(felt(3, 3, 3, 3, 3), TODAY)).toMatchObject({
      kind: 'ABOUT_USUAL',
      usualFrom: 2.5,
      usualTo: 3.5,
    })
    expect(trend(felt(5, 5, 5, 5, 5), TODAY)).toMatchObject({
      kind: 'ABOUT_USUAL',
      usualFrom: 4.5,
      usualTo: 5,
    })
  })

  it('speaks of the latest week that was answered, and names it', () => {
    const weeks = felt(null, null, 1, 4, 4, 4, 4)
    expect(trend(weeks, TODAY)).toMatchObject({ kind: 'LOWER_THAN_USUAL', weekStart: '2026-02-16', weeks: 4 })
  })

  it('speaks of one scale at a time', () => {
    const weeks = Array.from({ length: 6 }, (_, at) => weekAgo(at, at === 0 ? 1 : 4, 3))
    expect([trend(weeks, TODAY, 'weekFelt').kind, trend(weeks, TODAY, 'energy').kind]).toEqual([
      'LOWER_THAN_USUAL',
      'ABOUT_USUAL',
    ])
    expect(trend(weeks, TODAY, 'rest')).toEqual({ kind: 'NO_CHECK_INS' })
  })

  it('leaves out what lies more than 26 weeks back, and what is still to come', () => {
    const old = Array.from({ length: 8 }, (_, at) => weekAgo(26 + at, 5))
    expect(trend([weekAgo(0, 3), weekAgo(-1, 1), ...old], TODAY)).toMatchObject({ kind: 'TOO_FEW', weeks: 0 })
    expect(trend([weekAgo(25, 3)], TODAY)).toMatchObject({
      kind: 'TOO_FEW',
      weekStart: addDays(MONDAY, -175),
    })
  })

  it('never depends on the order, and keeps its band inside the scale', patience, () => {
    const value = fc.option(fc.integer({ min: 1, max: 5 }))
    const past = fc.uniqueArray(fc.tuple(fc.integer({ min: -2, max: 40 }), value), {
      selector: ([week]) => week,
    })
    fc.assert(
      fc.property(
        past.chain((weeks) =>
          fc.tuple(fc.constant(weeks), fc.shuffledSubarray(weeks, { minLength: weeks.length })),
        ),
        ([weeks, shuffled]) => {
          const said = trend(
            weeks.map(([week, answer]) => weekAgo(week, answer)),
            TODAY,
          )
          expect(
            trend(
              shuffled.map(([week, answer]) => weekAgo(week, answer)),
              TODAY,
            ),
          ).toEqual(said)
          if (said.kind === 'NO_CHECK_INS' || said.kind === 'TOO_FEW') return
          expect(said.usualFrom).toBeGreaterThanOrEqual(1)
          expect(said.usualTo).toBeLessThanOrEqual(5)
          expect(said.usualTo - said.usualFrom).toBeGreaterThanOrEqual(0.5)
          expect(said.weeks).toBeGreaterThanOrEqual(4)
        },
      ),
      cases,
    )
  })

  it('never calls a better week lower than a worse one', patience, () => {
    const rank = ['LOWER_THAN_USUAL', 'ABOUT_USUAL', 'HIGHER_THAN_USUAL']
    const answer = fc.integer({ min: 1, max: 5 })
    fc.assert(
      fc.property(
        fc.array(answer, { minLength: 4, maxLength: 25 }),
        answer,
        answer,
        (earlier, one, other) => {
          const said = (value: number): number => rank.indexOf(trend(felt(value, ...earlier), TODAY).kind)
          expect(said(Math.min(one, other))).toBeLessThanOrEqual(said(Math.max(one, other)))
        },
      ),
      cases,
    )
  })
})

describe('the line of a peer’s weeks', () => {
  it('has 26 weeks, this one last, with gaps where nothing was answered', () => {
    const line = trendSeries([weekAgo(0, 4, 2), weekAgo(2, 3), weekAgo(30, 5)], TODAY)
    expect(line).toHaveLength(26)
    expect(line[0]?.weekStart).toBe('2025-09-08')
    expect(line.slice(-3)).toEqual([weekAgo(2, 3), weekAgo(1, null), weekAgo(0, 4, 2)])
    expect(line.filter(({ weekFelt }) => weekFelt !== null)).toHaveLength(2)
  })
})
