/** Defines the result for one requirement of a renewal: measured, not known, or not required this time. */
import type { Period } from '../../calendar/period.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { AmountUnit, CategoryMinimum, PracticeRequirement } from '../rules/asked.ts'
import type { HolderCondition } from '../rules/holder-condition.ts'

export type Requirement =
  | { readonly kind: 'total' }
  | ({ readonly kind: 'minimum' } & Pick<CategoryMinimum, 'category' | 'within' | 'overlaps'>)
  /** A minimum from one sponsor. */
  | { readonly kind: 'sponsor'; readonly sponsor: string }
  | { readonly kind: 'practice'; readonly practice: PracticeRequirement['kind'] }

export type HoursUnknownReason =
  | 'window-unknown'
  | 'total-not-read'
  | 'first-term-not-read'
  | 'kind-of-year-not-read'
  | 'year-is-not-the-cycle'
  | 'condition-not-known'
  | 'choice-not-known'
  | 'practice-not-recorded'
  /** It was not read which months form a quarter. */
  | 'kind-of-period-not-read'
  /** A decisive entry of service hours spans days inside and outside the cycle, or a year of it. */
  | 'entry-crosses-period'

export interface MeasuredRequirement {
  readonly kind: 'measured'
  readonly requirement: Requirement
  /** The period in which something counts: the cycle, a year of it, or a longer time that ends with it. */
  readonly window: Period
  readonly unit: AmountUnit
  readonly needed: number
  /** All that counts for the total, or what the best assignment gives a minimum, including carried-over hours. */
  readonly earned: number
  /** What planned courses would add; not subtracted from `shortBy`. */
  readonly planned: number
  readonly shortBy: number
  /** The part of `earned` that depends on whether the board approves a course or counts it again. */
  readonly unconfirmed: number
  /** The part of `earned` that was carried over from the previous period. */
  readonly carriedOver: number
}

export interface UnknownRequirement {
  readonly kind: 'unknown'
  readonly requirement: Requirement
  readonly reason: HoursUnknownReason
  /** Set for 'condition-not-known' only. */
  readonly condition: HolderCondition | null
  /** The amount that is required although it cannot be measured; null if it was not read either. */
  readonly asked: AskedAmount | null
}

export interface AskedAmount {
  readonly amount: number
  readonly unit: AmountUnit
  readonly per: PracticeRequirement['per']
}

export type ExemptionReason = 'new-holder' | 'not-this-time' | 'does-not-apply' | 'waived'

export interface ExemptRequirement {
  readonly kind: 'not-owed'
  readonly requirement: Requirement
  readonly reason: ExemptionReason
  /** When it is first or next required; null if the rule gives no date. */
  readonly requiredFrom: PlainDate | null
}

export type RequirementResult = MeasuredRequirement | UnknownRequirement | ExemptRequirement

export function isMeasured(result: RequirementResult): result is MeasuredRequirement {
  return result.kind === 'measured'
}
