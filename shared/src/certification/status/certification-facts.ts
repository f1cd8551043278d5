/** Describes what is known about one certification of a peer: its dates and the board statuses recorded for it. */
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
  /** The last day of the status; null if it is open-ended. */
  readonly endsOn: PlainDate | null
}

/** An earlier certificate, from its first day to its printed expiration date. */
export interface EarlierTerm {
  readonly startsOn: PlainDate
  readonly expiresOn: PlainDate
}

/** An answer about the holder that was valid until a day. A later answer does not change the days before it. */
export interface EarlierAnswer {
  readonly question: HolderQuestion
  /** Null if not known. */
  readonly answer: boolean | number | null
  readonly endsOn: PlainDate
}

export interface CertificationFacts {
  /** The original issue date, not the date of the latest renewal. */
  readonly issuedOn: PlainDate
  /** The expiration date printed on the certificate; null if none is printed. */
  readonly expiresOn: PlainDate | null
  /** 'MM-DD'; needed only if the rule counts from the birthday. */
  readonly birthday: string | null
  /** Answers to what a rule may ask about the holder; undefined if there are none. */
  readonly conditions?: HolderConditions
  /** The cycle length that the holder chose, if the rule offers a choice (New York). */
  readonly chosenCycleMonths?: number | null
  /** The year in which the exam was passed, if the expiration date depends on it (Wisconsin). */
  readonly examYear?: number | null
  /** The first day of the certificate that shows `expiresOn`; undefined if not recorded. */
  readonly termStartsOn?: PlainDate | null
  /** Earlier certificates, oldest first; undefined if none is recorded. */
  readonly earlierTerms?: readonly EarlierTerm[]
  /** Earlier answers in the order of recording; undefined if the answers have never changed. */
  readonly earlierAnswers?: readonly EarlierAnswer[]
}

/** The options of the expiration filter on the renewals page, in days. */
export const DUE_WITHIN_DAYS = [30, 60, 90] as const
