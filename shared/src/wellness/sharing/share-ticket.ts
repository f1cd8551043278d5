import { validateWholeNumber, type ValidationError } from '../../validation/validation-error.ts'

/** What can be shared: one thing of one's own. A later kind joins here and gets a column of its own in the table. */
export const ShareKind = {
  CHECK_IN: 'CHECK_IN',
  PLAN_LINE: 'PLAN_LINE',
  PROQOL: 'PROQOL',
  ETHICS_REFLECTION: 'ETHICS_REFLECTION',
} as const
export type ShareKind = (typeof ShareKind)[keyof typeof ShareKind]

/** How much of it: only the scores (how the week felt, energy and rest; the three results of ProQOL), or all of it. */
export const ShareScope = { SCORES: 'SCORES', EVERYTHING: 'EVERYTHING' } as const
export type ShareScope = (typeof ShareScope)[keyof typeof ShareScope]

export const ShareState = {
  OPEN: 'OPEN',
  EXPIRED: 'EXPIRED',
  WITHDRAWN: 'WITHDRAWN',
  ENDED: 'ENDED',
} as const
export type ShareState = (typeof ShareState)[keyof typeof ShareState]

/** How long a share lasts unless the person chooses otherwise, and at most (privacy: 30 days; nothing is shared for good). */
export const SHARE_DAYS = { from: 1, to: 90, usual: 30 } as const
/** What has scores, so that less than everything can be shared. */
const WITH_SCORES: readonly string[] = [ShareKind.CHECK_IN, ShareKind.PROQOL]
const MILLISECONDS_OF_A_DAY = 86_400_000

export interface ShareInput {
  readonly kind: string
  readonly scope: string
  readonly days: number
}

/** Whole days of 24 hours from now on: in no zone does a share last longer than it says. */
export function expiryOf(now: Date, days: number): Date {
  return new Date(now.getTime() + days * MILLISECONDS_OF_A_DAY)
}

export const hasScores = (kind: string): boolean => WITH_SCORES.includes(kind)

/** What has no scores, a plan line or an ethics reflection, can only be shared as it is. */
export function validateShare({ kind, scope, days }: ShareInput): ValidationError[] {
  const asked = Number.isInteger(days) ? days : 0
  return [
    ...validateWholeNumber('days', asked, SHARE_DAYS.from, SHARE_DAYS.to),
    ...(!hasScores(kind) && scope === ShareScope.SCORES
      ? [{ field: 'scope', problem: 'not-an-option' } as const]
      : []),
  ]
}

export interface ShareFacts {
  readonly expiresAt: Date
  readonly withdrawnAt: Date | null
  /** Whether the supportive relationship is in force today. */
  readonly isSupported: boolean
}

/** Whether anybody could look now. The instant of expiry itself is past. */
export function shareState({ expiresAt, withdrawnAt, isSupported }: ShareFacts, now: Date): ShareState {
  if (withdrawnAt !== null) return ShareState.WITHDRAWN
  if (expiresAt.getTime() <= now.getTime()) return ShareState.EXPIRED
  return isSupported ? ShareState.OPEN : ShareState.ENDED
}

/** The parts of a check-in that anybody sees through a ticket, for the preview and for the reader alike. */
export interface SharedCheckIn {
  readonly weekFelt: number | null
  readonly energy: number | null
  readonly rest: number | null
  readonly signs: readonly string[]
  readonly selfCare: readonly string[]
  readonly tags: readonly string[]
  readonly line: string | null
  readonly wentWell: string | null
}

/** What is left of a check-in within a scope. */
export function seenWithin<CheckIn extends SharedCheckIn>(checkIn: CheckIn, scope: ShareScope): CheckIn {
  if (scope === ShareScope.EVERYTHING) return checkIn
  return { ...checkIn, signs: [], selfCare: [], tags: [], line: null, wentWell: null }
}

/** What is left of a ProQOL within a scope: with only the scores, no single answer. */
export function proqolWithin<
  Proqol extends {
    readonly answers?: readonly (number | null)[] | null
    readonly items?: readonly string[] | null
  },
>(proqol: Proqol, scope: ShareScope): Proqol {
  return scope === ShareScope.EVERYTHING ? proqol : { ...proqol, answers: null, items: null }
}
