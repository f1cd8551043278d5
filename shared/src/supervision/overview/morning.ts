// A supervisor's morning: of all that waits, the one thing to do next. People come before paper, and whoever has waited
// longest past a day comes before those whose day is still ahead.

export const MorningStep = {
  /** Somebody asked to talk. */
  ANSWER_TALK: 'ANSWER_TALK',
  /** Somebody's session should have been before today. */
  SEE_OVERDUE: 'SEE_OVERDUE',
  /** Somebody asked for a time. */
  ANSWER_TIME: 'ANSWER_TIME',
  /** A session of today that is still ahead, or not logged yet. */
  HOLD_SESSION: 'HOLD_SESSION',
  SIGN_SESSIONS: 'SIGN_SESSIONS',
  SIGN_AGREEMENTS: 'SIGN_AGREEMENTS',
  /** Somebody is due within seven days, and nothing else waits. */
  PLAN_SESSION: 'PLAN_SESSION',
  NOTHING: 'NOTHING',
} as const
export type MorningStep = (typeof MorningStep)[keyof typeof MorningStep]

/** How many of each wait. Requests to talk are null where they may not be asked for: on a shared device that is locked. */
export interface MorningFacts {
  readonly talkRequests: number | null
  readonly overdue: number
  readonly timeRequests: number
  readonly sessionsToday: number
  readonly sessionsToSign: number
  readonly agreementsToSign: number
  readonly next7Days: number
}

export function morningStep(facts: MorningFacts): MorningStep {
  if (facts.talkRequests) return 'ANSWER_TALK'
  if (facts.overdue > 0) return 'SEE_OVERDUE'
  if (facts.timeRequests > 0) return 'ANSWER_TIME'
  if (facts.sessionsToday > 0) return 'HOLD_SESSION'
  if (facts.sessionsToSign > 0) return 'SIGN_SESSIONS'
  if (facts.agreementsToSign > 0) return 'SIGN_AGREEMENTS'
  return facts.next7Days > 0 ? 'PLAN_SESSION' : 'NOTHING'
}
