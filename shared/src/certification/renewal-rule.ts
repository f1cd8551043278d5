/** What renewing a credential asks for, as far as Alongside can count it; all else that was read is listed as unread. */
import type { CeCategory } from './catalogue/ce-category.ts'
import type { CommonDate, LateStep } from './catalogue/credential.ts'
import type { Provenance } from './catalogue/provenance.ts'
import type { PlainDate } from '../calendar/plain-date.ts'

export type ExpiryRule =
  | { readonly shape: 'rolling' | 'month-start' | 'month-end' | 'birthday' }
  | ({ readonly shape: 'fixed-date' } & CommonDate)
  /** The cycle's length was read, but its end only stands on the certificate. */
  | { readonly shape: 'printed' }
  | { readonly shape: 'none' | 'unknown' }

/** Which year a yearly amount belongs to: the calendar's or the holder's own, from expiry to expiry. */
export type YearKind = 'calendar' | 'holder' | 'unknown'

export interface TotalHours {
  readonly amount: number
  readonly unit: 'hours'
  readonly per: 'cycle' | 'year'
  readonly yearKind: YearKind
}

/** Hours asked in one category. Those of different categories are not shared, unless it overlaps. */
export interface CategoryMinimum {
  readonly category: CeCategory
  readonly hours: number
  /** Its hours stand inside the minimum of this category. */
  readonly within: CeCategory | null
  /** Its hours may serve other minimums too. */
  readonly overlaps: boolean
}

export const UnreadKind = {
  EXPIRY: 'expiry',
  CYCLE_LENGTH: 'cycle-length',
  TOTAL: 'total',
  KIND_OF_YEAR: 'kind-of-year',
  COUNTED_IN_COURSES: 'counted-in-courses',
  CONDITIONAL_MINIMUM: 'conditional-minimum',
  LONGER_THAN_CYCLE_MINIMUM: 'longer-than-cycle-minimum',
  ONCE_MINIMUM: 'once-minimum',
  MINIMUM_IN_COURSES: 'minimum-in-courses',
  MINIMUM_WITHOUT_NUMBER: 'minimum-without-number',
  CATEGORY_MAXIMUM: 'category-maximum',
  LIMIT: 'limit',
  EARNING_WINDOW: 'earning-window',
  CARRY_OVER: 'carry-over',
  SAME_ACTIVITY_ONCE: 'same-activity-once',
  SERVICE_HOURS: 'service-hours',
  SUPERVISION_HOURS: 'supervision-hours',
  SUBMIT_DUE: 'submit-due',
  LATE_STEP: 'late-step',
  FIRST_TERM: 'first-term',
  NOTES: 'notes',
} as const
export type UnreadKind = (typeof UnreadKind)[keyof typeof UnreadKind]

/** A part of a rule that Alongside does not count yet: shown as it was read, and never as met. */
export interface UnreadPart {
  readonly kind: UnreadKind
  readonly category: CeCategory | null
  /** The words that stand in the catalogue; null where the part is a number, or was not found at all. */
  readonly text: string | null
  readonly figures: readonly { readonly name: string; readonly value: number }[]
}

export interface RenewalRule {
  readonly credentialId: string | null
  readonly version: number
  /** Null: no date of effect was read, the version holds from the day it was read. */
  readonly effectiveFrom: PlainDate | null
  readonly cycleMonths: number | null
  readonly expiry: ExpiryRule
  readonly total: TotalHours | null
  readonly minimums: readonly CategoryMinimum[]
  /** Whether another rule, not counted yet, holds for a holder's first term. */
  readonly firstTermDiffers: boolean
  readonly submitOpensDaysBefore: number | null
  /** What the credential counts as after its expiry, in order; empty where it was not read. */
  readonly late: readonly Pick<LateStep, 'withinDays' | 'status'>[]
  readonly provenance: Provenance | null
  readonly unread: readonly UnreadPart[]
}

/** The rule of a credential that the catalogue does not hold: nothing is known, so nothing is said. */
export const UNKNOWN_RULE: RenewalRule = {
  credentialId: null,
  version: 1,
  effectiveFrom: null,
  cycleMonths: null,
  expiry: { shape: 'unknown' },
  total: null,
  minimums: [],
  firstTermDiffers: false,
  submitOpensDaysBefore: null,
  late: [],
  provenance: null,
  unread: [],
}
