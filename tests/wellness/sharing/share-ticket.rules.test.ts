import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  expiryOf,
  SHARE_DAYS,
  shareState,
  seenWithin,
  validateShare,
} from '../../../shared/src/wellness/sharing/share-ticket.ts'

const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
const days = fc.integer({ min: SHARE_DAYS.from, max: SHARE_DAYS.to })

describe('a share', () => {
  it('lasts exactly its days of 24 hours: open just before the end, expired at it', () => {
    fc.assert(
      fc.property(instants, days, (now, count) => {
        const expiresAt = expiryOf(now, count)
        const facts = { expiresAt, withdrawnAt: null, isSupported: true }
        expect(expiresAt.getTime() - now.getTime()).toBe(count * 86_400_000)
        expect(shareState(facts, new Date(expiresAt.getTime() - 1))).toBe('OPEN')
        expect(shareState(facts, expiresAt)).toBe('EXPIRED')
      }),
      { numRuns: 10_000 },
    )
  })

  it('is never open again once it was withdrawn, expired or without supervision', () => {
    fc.assert(
      fc.property(
        instants,
        instants,
        fc.option(instants),
        fc.boolean(),
        (now, expiresAt, withdrawnAt, isSupported) => {
          const isOpen = shareState({ expiresAt, withdrawnAt, isSupported }, now) === 'OPEN'
          expect(isOpen).toBe(withdrawnAt === null && expiresAt > now && isSupported)
        },
      ),
      { numRuns: 10_000 },
    )
  })

  it('takes 1 to 90 whole days, and no scores of a plan line', () => {
    const problems = (input: { kind?: string; scope?: string; days?: number }) =>
      validateShare({ kind: 'CHECK_IN', scope: 'SCORES', days: 30, ...input })
    expect(problems({})).toEqual([])
    expect(problems({ days: 0 })).toEqual([{ field: 'days', problem: 'too-small', limit: 1 }])
    expect(problems({ days: 91 })).toEqual([{ field: 'days', problem: 'too-large', limit: 90 }])
    expect(problems({ days: 1.5 })).toMatchObject([{ field: 'days' }])
    expect(problems({ days: Number.NaN })).toMatchObject([{ field: 'days' }])
    expect(problems({ kind: 'PLAN_LINE' })).toEqual([{ field: 'scope', problem: 'not-an-option' }])
  })

  it('leaves nothing but the three scores within SCORES', () => {
    const whole = {
      ...{ weekFelt: 2, energy: null, rest: 5, line: 'mine', wentWell: 'lunch' },
      ...{ signs: ['ANGER'], selfCare: ['SLEEP'], tags: ['COURT'] },
    }
    expect(seenWithin(whole, 'EVERYTHING')).toBe(whole)
    expect(seenWithin(whole, 'SCORES')).toEqual({
      ...{
        weekFelt: 2,
        energy: null,
        rest: 5,
        line: null,
        wentWell: null,
        signs: [],
        selfCare: [],
        tags: [],
      },
    })
  })
})
