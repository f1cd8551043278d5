/** What a rule asks a holder to have done by the renewal: a total, minimums inside or beside it, practice, and papers. */
import type { CeCategory } from '../catalogue/ce-category.ts'
import type { HolderCondition } from './holder-condition.ts'

/** What an amount is counted in: contact hours, courses whatever their length, or sessions. */
export const AmountUnit = { HOURS: 'hours', COURSES: 'courses', SESSIONS: 'sessions' } as const
export type AmountUnit = (typeof AmountUnit)[keyof typeof AmountUnit]

/** Which year a yearly amount belongs to: the calendar's or the holder's own, from expiry to expiry. */
export type YearKind = 'calendar' | 'holder' | 'unknown'

export interface RequiredTotal {
  readonly amount: number
  readonly unit: 'hours' | 'courses'
  readonly per: 'cycle' | 'year'
  readonly yearKind: YearKind
  /** Another amount for some holders: Kentucky asks 10 hours instead of 6 of those at an alcohol and drug entity. */
  readonly insteadIf: { readonly condition: HolderCondition; readonly amount: number } | null
  /** So much more of those who hold it: an endorsement with hours of its own (New York). */
  readonly extraIf?: readonly { readonly condition: HolderCondition; readonly amount: number }[]
}

/** An amount asked in one category. Those of different categories are not shared, unless it overlaps. */
export interface CategoryMinimum {
  readonly category: CeCategory
  readonly amount: number
  readonly unit: 'hours' | 'courses'
  /** It stands inside the minimum of this category. */
  readonly within: CeCategory | null
  /** What serves it may serve other minimums too. */
  readonly overlaps: boolean
  /** Asked once in so many months, longer or shorter than the cycle; null: in each cycle. */
  readonly everyMonths: number | null
  /** Asked once in a holder's life. */
  readonly once: boolean
  readonly onlyIf: HolderCondition | null
}

/** Work or supervision that a renewal asks for beside courses. */
export interface PracticeRequirement {
  readonly kind: 'service' | 'supervision' | 'co-reflection'
  readonly amount: number
  readonly unit: 'hours' | 'sessions'
  readonly per: 'cycle' | 'year' | 'quarter' | 'month'
  /** Which months such a period holds: counted back from the expiry, or not read (Maine's quarters). */
  readonly periodKind?: 'from-expiry' | 'unknown'
  /** Of the sessions of a period, so many must last at least so many minutes (Kentucky: one of two, 30 minutes). */
  readonly longSessions: { readonly count: number; readonly minutes: number } | null
}

/** What is signed, shown or checked at a renewal. Alongside lists it; the board decides on it. */
export const RenewalPaper = {
  ETHICS_SIGNED: 'ethics-signed',
  RECOVERY_STATEMENT: 'recovery-statement',
  PERSONAL_STATEMENT: 'personal-statement',
  SUPERVISOR_ATTESTATION: 'supervisor-attestation',
  ENDORSEMENT_LETTER: 'endorsement-letter',
  PERSONAL_REFERENCES: 'personal-references',
  BACKGROUND_CHECK: 'background-check',
  GOOD_STANDING: 'good-standing',
  STILL_EMPLOYED: 'still-employed',
  STILL_PRACTISING: 'still-practising',
  STILL_IN_THE_AREA: 'still-in-the-area',
  EMPLOYER_TRAINING: 'employer-training',
  ORAL_HEALTH_TRAINING: 'oral-health-training',
  /** Hours must be spread over the board's domains, without an amount for each. */
  DOMAINS_COVERED: 'domains-covered',
} as const
export type RenewalPaper = (typeof RenewalPaper)[keyof typeof RenewalPaper]

/** What a certificate of attendance has to show. */
export const ProofItem = {
  DATE: 'date',
  PROVIDER: 'provider',
  INSTRUCTOR: 'instructor',
  TITLE: 'title',
  HOURS: 'hours',
  OBJECTIVES: 'objectives',
  CATEGORY: 'category',
  APPROVAL: 'approval',
} as const
export type ProofItem = (typeof ProofItem)[keyof typeof ProofItem]

export interface ProofRule {
  /** Whether papers go in with each renewal, or are kept and shown in an audit; null: not read. */
  readonly how: 'upload' | 'attest' | null
  readonly keepYears: number | null
  readonly mustShow: readonly ProofItem[]
  readonly audit: string | null
}
