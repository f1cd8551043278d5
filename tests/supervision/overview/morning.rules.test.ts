import { describe, expect, it } from 'vitest'
import { type MorningFacts, morningStep } from '../../../shared/src/supervision/overview/morning.ts'

const NOTHING: MorningFacts = {
  ...{ talkRequests: 0, overdue: 0, timeRequests: 0, sessionsToday: 0 },
  ...{ sessionsToSign: 0, agreementsToSign: 0, next7Days: 0 },
}

describe("a supervisor's next step in the morning", () => {
  it.each<[string, Partial<MorningFacts>]>([
    ['ANSWER_TALK', { talkRequests: 1, overdue: 9, sessionsToSign: 9 }],
    ['SEE_OVERDUE', { overdue: 1, timeRequests: 9, sessionsToday: 9, sessionsToSign: 9 }],
    ['ANSWER_TIME', { timeRequests: 1, sessionsToday: 9, sessionsToSign: 9 }],
    ['HOLD_SESSION', { sessionsToday: 1, sessionsToSign: 9, agreementsToSign: 9 }],
    ['SIGN_SESSIONS', { sessionsToSign: 1, agreementsToSign: 9, next7Days: 9 }],
    ['SIGN_AGREEMENTS', { agreementsToSign: 1, next7Days: 9 }],
    ['PLAN_SESSION', { next7Days: 1 }],
    ['NOTHING', {}],
  ])('is %s', (step, over) => {
    expect(morningStep({ ...NOTHING, ...over })).toBe(step)
  })

  it('says nothing of requests to talk where they may not be asked for', () => {
    expect(morningStep({ ...NOTHING, talkRequests: null, next7Days: 1 })).toBe('PLAN_SESSION')
  })
})
