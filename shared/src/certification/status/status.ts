/** The words for how a certification stands: the statuses, the reasons for each, and what no verified rule answers. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { StatusPeriod } from './certification-facts.ts'
import type { RequirementForecast } from '../forecast/forecast.ts'
import type { CycleUnknownReason } from '../cycle/renewal-cycle.ts'
import type { HoursUnknownReason } from '../requirements/requirement-result.ts'
import type { LateStep } from '../rules/submission.ts'

/** In order of precedence: the first that applies is the status. */
export const CertificationStatus = {
  REVOKED: 'REVOKED',
  SUSPENDED: 'SUSPENDED',
  LAPSED: 'LAPSED',
  INACTIVE: 'INACTIVE',
  GRACE: 'GRACE',
  AT_RISK: 'AT_RISK',
  RENEWAL_OPEN: 'RENEWAL_OPEN',
  CURRENT: 'CURRENT',
  NOT_CERTIFIED: 'NOT_CERTIFIED',
} as const
export type CertificationStatus = (typeof CertificationStatus)[keyof typeof CertificationStatus]

export type StatusReason =
  | { readonly kind: 'no-certification' }
  | { readonly kind: 'not-issued-yet'; readonly issuedOn: PlainDate }
  | ({ readonly kind: 'status-recorded' } & StatusPeriod)
  | {
      readonly kind: 'expired'
      readonly expiredOn: PlainDate
      /** The step of the board's late rule that holds, and until when; null where none was read or it has no end. */
      readonly late: LateStep | null
      readonly untilOn: PlainDate | null
    }
  /** No day is printed, and the end that the rule counts has passed: lapsed by the rule, not confirmed. */
  | {
      readonly kind: 'ended-by-rule'
      readonly endedOn: PlainDate
      readonly late: LateStep | null
      readonly untilOn: PlainDate | null
    }
  | {
      readonly kind: 'short-at-this-pace'
      readonly shortfall: RequirementForecast
      readonly cycleEndsOn: PlainDate
    }
  | {
      readonly kind: 'renewal-open'
      readonly opensOn: PlainDate
      readonly closesOn: PlainDate
      /** Whether the opening was read from the board, or is Alongside's own choice. */
      readonly basis: 'rule' | 'alongside'
      /** The day by which the board wants it sent; null where none was read. */
      readonly sendByOn: PlainDate | null
    }
  /** By a page that was read later, renewal has been open since; from when that page counts was not read (California). */
  | { readonly kind: 'renewal-may-be-open'; readonly opensOn: PlainDate }
  /** The board extended the printed day for a time. */
  | { readonly kind: 'extended'; readonly printedOn: PlainDate; readonly extendedUntil: PlainDate }
  /** Until the printed day; null: the credential never expires. */
  | { readonly kind: 'in-force'; readonly expiresOn: PlainDate | null }
  /** It ends, and the printed day is not known; by the rule on `endsOn`, null where no day follows from it. */
  | { readonly kind: 'end-not-known'; readonly endsOn: PlainDate | null }

/** A status that applies, with the reason that speaks for it. */
export interface Finding {
  readonly status: CertificationStatus
  readonly reason: StatusReason
}

export type StatusUnknown =
  | { readonly kind: 'expiry-unknown' }
  | { readonly kind: 'window-unknown'; readonly reason: CycleUnknownReason }
  | { readonly kind: 'hours-unknown'; readonly reason: HoursUnknownReason }
  /** A part of it is asked of some holders only, and whether this is one of them is not known. */
  | { readonly kind: 'holder-unknown'; readonly reason: 'condition-not-known' }
  /** Expired, and what the board does after the expiry was not read. */
  | { readonly kind: 'late-rule-unknown' }

export interface StatusResult {
  readonly status: CertificationStatus
  /** Why, the deciding reason first; reasons of weaker statuses that apply as well follow. */
  readonly reasons: readonly StatusReason[]
  readonly unknowns: readonly StatusUnknown[]
  /** The next day on which the status becomes another one if nothing is entered. */
  readonly nextChangeOn: PlainDate | null
  /** The next day on which anything of this may be otherwise, if only a reason of a weaker status. */
  readonly mayDifferOn: PlainDate | null
}
