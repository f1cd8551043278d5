/** Defines the statuses of a certification, the reasons for each, and what no verified rule answers. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { StatusPeriod } from './certification-facts.ts'
import type { RequirementForecast } from '../forecast/forecast.ts'
import type { CycleUnknownReason } from '../cycle/renewal-cycle.ts'
import type { HoursUnknownReason } from '../requirements/requirement-result.ts'
import type { LateStep } from '../rules/submission.ts'

/** Listed in order of precedence: the first that applies is the status. */
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
      /** The late-renewal step that applies, and its last day; null if none was read or it has no end. */
      readonly late: LateStep | null
      readonly untilOn: PlainDate | null
    }
  /** No date is printed and the computed date has passed: lapsed by the rule, not confirmed. */
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
      /** Whether the opening day comes from the board or is Alongside's own default. */
      readonly basis: 'rule' | 'alongside'
      /** The board's submission deadline; null if none was read. */
      readonly sendByOn: PlainDate | null
    }
  /** A newer page says that renewal is open, but not from when that page applies (California). */
  | { readonly kind: 'renewal-may-be-open'; readonly opensOn: PlainDate }
  /** The board extended the printed expiration date. */
  | { readonly kind: 'extended'; readonly printedOn: PlainDate; readonly extendedUntil: PlainDate }
  /** Valid until the printed date; null if the credential never expires. */
  | { readonly kind: 'in-force'; readonly expiresOn: PlainDate | null }
  /** It expires, but the printed date is not known. `endsOn` is the computed date, null if the rule gives none. */
  | { readonly kind: 'end-not-known'; readonly endsOn: PlainDate | null }

/** A status that applies, with its reason. */
export interface Finding {
  readonly status: CertificationStatus
  readonly reason: StatusReason
}

export type StatusUnknown =
  | { readonly kind: 'expiry-unknown' }
  | { readonly kind: 'window-unknown'; readonly reason: CycleUnknownReason }
  | { readonly kind: 'hours-unknown'; readonly reason: HoursUnknownReason }
  /** A part is required only of some holders, and it is not known whether this is one of them. */
  | { readonly kind: 'holder-unknown'; readonly reason: 'condition-not-known' }
  /** It has expired, and the board's late-renewal rule is not known. */
  | { readonly kind: 'late-rule-unknown' }

export interface StatusResult {
  readonly status: CertificationStatus
  /** The reasons, with the deciding one first; reasons of weaker statuses follow. */
  readonly reasons: readonly StatusReason[]
  readonly unknowns: readonly StatusUnknown[]
  /** The next day on which the status changes if nothing is entered. */
  readonly nextChangeOn: PlainDate | null
  /** The next day on which anything in this result can change, even a reason of a weaker status. */
  readonly mayDifferOn: PlainDate | null
}
