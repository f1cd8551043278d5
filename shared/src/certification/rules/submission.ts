/** When a renewal can be sent in, when it must be, and what follows when it is late. */
import type { LateStep as ReadLateStep } from '../catalogue/credential.ts'

export interface SubmissionRule {
  readonly opensDaysBefore: number | null
  readonly dueDaysBefore: number | null
  /** Whether the day it is due is only asked for, and nothing follows from missing it (Oregon). */
  readonly dueIsRequest: boolean
  /** What it costs after the due day and before the expiry (New York); null: nothing was read of that. */
  readonly lateFeeUsd: number | null
  /** What is held against the due day; null: not read. */
  readonly countsBy: 'receipt' | 'postmark' | 'upload' | null
  /** So many days before the expiry the board itself writes. */
  readonly noticesDaysBefore: readonly number[]
}

export interface LateStep {
  /** Counted from the expiry; null: the last step, without end. */
  readonly withinDays: number | null
  /** 0: free; null: not read. */
  readonly feeUsd: number | null
  readonly status: ReadLateStep['status']
  /** Only for those whose hours were complete at the expiry (West Virginia). */
  readonly needsHoursComplete: boolean
  /** Continuing education is owed for each missed year beside the current one (Georgia). */
  readonly owesMissedYears: boolean
  /** What is asked anew in this step. */
  readonly again: readonly ('application' | 'exam' | 'training')[]
  /** The words that were read. */
  readonly text: string
}

/** How certifications of one person belong together. */
export interface TogetherRule {
  readonly withCredentials: readonly string[]
  /** Whether one set of hours serves all, or each certification needs its own. */
  readonly hours: 'shared' | 'separate'
  /** All of them follow the date of the latest (Michigan). */
  readonly sameExpiry: boolean
  /** The certification does not stand without one of these (Virginia's registration). */
  readonly needsOneOf: readonly string[]
  /** The fee for each further one, where it differs. */
  readonly furtherFeeUsd: number | null
}
