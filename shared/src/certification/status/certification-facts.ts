/** What is known of one certification that a peer holds: its dates, and the statuses that were recorded for it. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { HolderConditions, HolderQuestion } from '../rules/holder-condition.ts'

export const BoardStatus = {
  ACTIVE: 'ACTIVE',
  INACTIVE: 'INACTIVE',
  IN_GRACE: 'IN_GRACE',
  LAPSED: 'LAPSED',
  SUSPENDED: 'SUSPENDED',
  REVOKED: 'REVOKED',
} as const
export type BoardStatus = (typeof BoardStatus)[keyof typeof BoardStatus]

export interface StatusPeriod {
  readonly status: BoardStatus
  readonly startsOn: PlainDate
  /** The last day of the status; null: until further notice. */
  readonly endsOn: PlainDate | null
}

/** A certificate before the current one: from its first day to the expiry that was printed on it. */
export interface EarlierTerm {
  readonly startsOn: PlainDate
  readonly expiresOn: PlainDate
}

/** An answer about the holder that held until a day: one that is learned later does not change the days before it. */
export interface EarlierAnswer {
  readonly question: HolderQuestion
  /** Null: not known. */
  readonly answer: boolean | number | null
  readonly endsOn: PlainDate
}

export interface CertificationFacts {
  /** The day of the first certificate, not of its latest renewal. */
  readonly issuedOn: PlainDate
  /** The last day printed on the certificate; null where none is printed. */
  readonly expiresOn: PlainDate | null
  /** 'MM-DD'; asked only where the rule counts from the birthday. */
  readonly birthday: string | null
  /** What is known of the holder that a rule may ask; missing: nothing. */
  readonly conditions?: HolderConditions
  /** The length of the cycle that the holder chose, where the rule lets them (New York). */
  readonly chosenCycleMonths?: number | null
  /** The year in which the exam was passed, where the common date follows it (Wisconsin). */
  readonly examYear?: number | null
  /** The first day of the certificate that `expiresOn` is printed on; missing: not recorded. */
  readonly termStartsOn?: PlainDate | null
  /** The certificates before it, the oldest first; missing: none is recorded. */
  readonly earlierTerms?: readonly EarlierTerm[]
  /** In the order in which they were recorded; missing: the answers have always been these. */
  readonly earlierAnswers?: readonly EarlierAnswer[]
}

/** The filters of the renewals screen, in days. */
export const DUE_WITHIN_DAYS = [30, 60, 90] as const
