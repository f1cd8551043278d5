import {
  agreedMinutes,
  minutesByType,
  supervisionBalance,
} from '@alongside/shared/supervision/agreements/balance'
import { SUPERVISION_TYPES } from '@alongside/shared/supervision/supervision-types'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const cases = { numRuns: process.env.ALONGSIDE_DRILLS ? 10_000 : 1_000 }
const patience = { timeout: 120_000 }

describe('the balance of supervision', () => {
  it('shows that a full total can hide that there was no support', () => {
    const balance = supervisionBalance(
      { ADMINISTRATIVE: 240 },
      { ADMINISTRATIVE: 60, EDUCATIONAL: 60, SUPPORTIVE: 120 },
    )
    expect(balance.minutes).toBe(240)
    expect(balance.parts.map(({ type, percent, finding }) => [type, percent, finding])).toEqual([
      ['ADMINISTRATIVE', 100, 'as-agreed'],
      ['EDUCATIONAL', 0, 'none-held'],
      ['SUPPORTIVE', 0, 'none-held'],
    ])
  })

  it('tells too little from none and from not agreed at all', () => {
    const { parts } = supervisionBalance(
      { EDUCATIONAL: 59, SUPPORTIVE: 30 },
      { EDUCATIONAL: 60, ADMINISTRATIVE: 0 },
    )
    expect(parts.map(({ finding }) => finding)).toEqual(['as-agreed', 'less-than-agreed', 'not-agreed'])
    expect(parts.map(({ agreedMinutes }) => agreedMinutes)).toEqual([0, 60, null])
  })

  it('holds each share against the share that the agreement gives it', () => {
    const terms = [
      { type: 'ADMINISTRATIVE', cadenceDays: 30, sessionMinutes: 30 },
      { type: 'SUPPORTIVE', cadenceDays: 15, sessionMinutes: 45 },
    ] as const
    expect(agreedMinutes(terms, 90)).toEqual({ ADMINISTRATIVE: 90, SUPPORTIVE: 270 })
    const { parts } = supervisionBalance({ ADMINISTRATIVE: 60 }, agreedMinutes(terms, 90) ?? {})
    expect(parts.map(({ percent, agreedPercent }) => [percent, agreedPercent])).toEqual([
      [100, 25],
      [0, null],
      [0, 75],
    ])
  })

  it('compares nothing where one term names no minutes', () => {
    const terms = [
      { type: 'ADMINISTRATIVE', cadenceDays: 30, sessionMinutes: 30 },
      { type: 'SUPPORTIVE', cadenceDays: 15, sessionMinutes: null },
    ] as const
    expect(agreedMinutes(terms, 90)).toBeNull()
    expect(agreedMinutes([], 90)).toEqual({})
  })

  it('has no shares where nothing was held', () => {
    expect(supervisionBalance({}, {}).parts.map(({ percent }) => percent)).toEqual([0, 0, 0])
  })

  it(
    'is the sum of its parts, in minutes and in percent, and no share is off by a whole percent',
    patience,
    () => {
      const segment = fc.record({
        type: fc.constantFrom(...SUPERVISION_TYPES),
        minutes: fc.integer({ min: 1, max: 600 }),
      })
      fc.assert(
        fc.property(fc.array(segment, { minLength: 1, maxLength: 12 }), (segments) => {
          const total = segments.reduce((sum, { minutes }) => sum + minutes, 0)
          const balance = supervisionBalance(minutesByType(segments), {})
          expect(balance.minutes).toBe(total)
          expect(balance.parts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(total)
          expect(balance.parts.reduce((sum, { percent }) => sum + percent, 0)).toBe(100)
          for (const part of balance.parts)
            expect(Math.abs(part.percent - (part.minutes * 100) / total)).toBeLessThan(1)
          expect(supervisionBalance(minutesByType([...segments].reverse()), {})).toEqual(balance)
        }),
        cases,
      )
    },
  )
})
