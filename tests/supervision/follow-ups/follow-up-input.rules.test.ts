import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../shared/src/calendar/plain-date.ts'
import {
  FOLLOW_UP_STATES,
  FOLLOW_UP_TEXT_LIMIT,
  FOLLOW_UP_WITHIN_DAYS,
  mayClose,
  validateFollowUp,
} from '../../../shared/src/supervision/follow-ups/follow-up-input.ts'

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const followUp = { text: 'Call the nurse', owner: 'PEER', dueOn: '2026-06-30' }

describe('a follow-up as it is entered', () => {
  it('takes every day from today to a year ahead, and no other, naming the first or last that is allowed', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -800, max: 800 }), (today, days) => {
        const found = validateFollowUp({ ...followUp, dueOn: addDays(today, days) }, today)
        const limit = days < 0 ? today : addDays(today, FOLLOW_UP_WITHIN_DAYS)
        const problem = days < 0 ? 'too-long-ago' : 'too-far-ahead'
        const isAllowed = days >= 0 && days <= FOLLOW_UP_WITHIN_DAYS
        expect(found).toEqual(isAllowed ? [] : [{ field: 'dueOn', problem, limit }])
      }),
    )
  })

  it.each([
    [{ text: ' ' }, { field: 'text', problem: 'required' }],
    [
      { text: 'x'.repeat(FOLLOW_UP_TEXT_LIMIT + 1) },
      { field: 'text', problem: 'too-long', limit: FOLLOW_UP_TEXT_LIMIT },
    ],
    [{ owner: 'MANAGER' }, { field: 'owner', problem: 'not-an-option' }],
    [{ dueOn: '' }, { field: 'dueOn', problem: 'required' }],
    [{ dueOn: '2026-02-30' }, { field: 'dueOn', problem: 'not-a-date' }],
  ])('refuses %o', (over, problem) => {
    expect(validateFollowUp({ ...followUp, ...over }, '2026-06-17')).toEqual([problem])
  })

  it('says where it is in the form of a session', () => {
    expect(validateFollowUp({ ...followUp, text: '' }, '2026-06-17', 'progress.followUps.2.')).toEqual([
      { field: 'progress.followUps.2.text', problem: 'required' },
    ])
  })
})

describe('who may close a follow-up', () => {
  const who = (isMine: boolean, isMadeByMe: boolean) =>
    FOLLOW_UP_STATES.flatMap((state) =>
      FOLLOW_UP_STATES.filter((to) => mayClose(to, { state, isMine, isMadeByMe })).map(
        (to) => `${state} to ${to}`,
      ),
    )

  it('is its owner, into any state', () => {
    expect(who(true, false)).toHaveLength(FOLLOW_UP_STATES.length ** 2)
  })

  it('is whoever made it, where they drop it or take that back', () => {
    expect(who(false, true)).toEqual([
      'OPEN to DROPPED',
      'DONE to DROPPED',
      'DROPPED to OPEN',
      'DROPPED to DROPPED',
    ])
  })

  it('is nobody else', () => {
    expect(who(false, false)).toEqual([])
  })
})
