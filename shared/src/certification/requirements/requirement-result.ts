/** One line of what a renewal asks for: measured, not known, or not owed this time. */
import type { Period } from '../../calendar/period.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { AmountUnit, CategoryMinimum, PracticeRequirement } from '../rules/asked.ts'
import type { HolderCondition } from '../rules/holder-condition.ts'

export type Requirement =
  | { readonly kind: 'total' }
  | ({ readonly kind: 'minimum' } & Pick<CategoryMinimum, 'category' | 'within' | 'overlaps'>)
  /** At least so much from one sponsor. */
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
  /** Which months a quarter holds was not read. */
  | 'kind-of-period-not-read'
  /** Hours of service were entered in one sum for days inside and outside of the cycle, or of a year of it, and they decide. */
  | 'entry-crosses-period'

export interface MeasuredRequirement {
  readonly kind: 'measured'
  readonly requirement: Requirement
  /** The days in which something counts towards it: the cycle, a year of it, or a longer time that ends with it. */
  readonly window: Period
  readonly unit: AmountUnit
  readonly needed: number
  /** For the total all that counts; for a minimum, what the best assignment gives it. With what was carried over. */
  readonly earned: number
  /** What planned courses would add; not taken off `shortBy`. */
  readonly planned: number
  readonly shortBy: number
  /** Of `earned`, what rests on an open question about a course: whether the board approved it, or counts it again. */
  readonly unconfirmed: number
  /** Of `earned`, what came over from the period before. */
  readonly carriedOver: number
}

export interface UnknownRequirement {
  readonly kind: 'unknown'
  readonly requirement: Requirement
  readonly reason: HoursUnknownReason
  /** Of 'condition-not-known'. */
  readonly condition: HolderCondition | null
  /** The amount that was read although it cannot be measured; null: that was not read either. */
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
  /** When it is owed for the first time, or again; null where no day follows from the rule. */
  readonly requiredFrom: PlainDate | null
}

export type RequirementResult = MeasuredRequirement | UnknownRequirement | ExemptRequirement

export function isMeasured(result: RequirementResult): result is MeasuredRequirement {
  return result.kind === 'measured'
}
