import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOfWeek } from '../../../shared/src/calendar/plain-date.ts'
import { isUnanswered, talkState, validateTalkOffer } from '../../../shared/src/wellness/talk/talk-request.ts'
import { addWorkingDays, answerDueOn, isWorkingDay } from '../../../shared/src/wellness/talk/working-days.ts'

const someDay = fc.integer({ min: 0, max: 7_300 }).map((days) => addDays('2020-01-01', days))

describe('two working days', () => {
  it.each([
    ['2026-06-15', '2026-06-17'], // Monday
    ['2026-06-17', '2026-06-19'],
    ['2026-06-18', '2026-06-22'], // Thursday: Friday and Monday
    ['2026-06-19', '2026-06-23'],
    ['2026-06-20', '2026-06-23'], // Saturday
    ['2026-06-21', '2026-06-23'],
  ])('after %s end on %s', (asked, due) => expect(answerDueOn(asked)).toBe(due))

  it('are the smallest span with so many working days in it, and end on one', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 15 }), (from, count) => {
        const end = addWorkingDays(from, count)
        let passed = 0
        for (let day = addDays(from, 1); day <= end; day = addDays(day, 1)) if (isWorkingDay(day)) passed += 1
        expect(passed).toBe(count)
        expect(dayOfWeek(end)).toBeLessThanOrEqual(5)
      }),
      { numRuns: 10_000 },
    )
  })

  it('never make a later wish due before an earlier one', () => {
    fc.assert(
      fc.property(someDay, fc.nat(30), (from, later) => {
        expect(answerDueOn(addDays(from, later)) >= answerDueOn(from)).toBe(true)
      }),
      { numRuns: 10_000 },
    )
  })
})

describe('a request to talk', () => {
  it('waits until a time is offered, and again when the peer asks for another', () => {
    expect(talkState({ closedAs: null, latestAnswer: undefined })).toBe('WAITING')
    expect(talkState({ closedAs: null, latestAnswer: null })).toBe('OFFERED')
    expect(talkState({ closedAs: null, latestAnswer: 'ANOTHER_TIME' })).toBe('WAITING')
    expect(talkState({ closedAs: 'ACCEPTED', latestAnswer: 'ACCEPTED' })).toBe('ACCEPTED')
  })

  it('is unanswered only from the day after its second working day', () => {
    expect(isUnanswered('WAITING', '2026-06-18', '2026-06-22')).toBe(false)
    expect(isUnanswered('WAITING', '2026-06-18', '2026-06-23')).toBe(true)
    expect(isUnanswered('OFFERED', '2026-06-18', '2026-07-30')).toBe(false)
  })

  it('takes a day of the next 30 and a time of the clock', () => {
    const problem = (onDay: string, atTime: string) => validateTalkOffer({ onDay, atTime }, '2026-06-17')[0]
    expect(problem('2026-06-17', '09:30')).toBeUndefined()
    expect(problem('2026-06-16', '09:30')).toMatchObject({ problem: 'too-long-ago', limit: '2026-06-17' })
    expect(problem('2026-07-18', '09:30')).toMatchObject({ problem: 'too-far-ahead', limit: '2026-07-17' })
    expect(problem('2026-02-30', '09:30')).toMatchObject({ problem: 'not-a-date' })
    expect(problem('2026-06-17', '24:00')).toMatchObject({ field: 'atTime' })
    expect(problem('2026-06-17', "9'; --")).toMatchObject({ field: 'atTime' })
  })
})
