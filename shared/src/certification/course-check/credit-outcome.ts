/** What becomes of a credit under a rule: how much of it counts, and which part of the rule takes the rest. */
import type { Period } from '../../calendar/period.ts'
import type { CeCredit } from '../hours/ce-credit.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import type { RequirementResult } from '../requirements/requirement-result.ts'
import type { CreditLimit, CreditUnit, SameProgramme } from '../rules/limits.ts'

export type CountReason =
  /** Held before or after the days in which something counts. */
  | { readonly kind: 'outside-window'; readonly window: Period }
  /** It began before these days, or ended after them: which hours lie inside was not said, and the board decides. */
  | { readonly kind: 'crosses-window'; readonly window: Period }
  /** Counts once it was held. */
  | { readonly kind: 'planned' }
  | { readonly kind: 'planned-and-past' }
  | { readonly kind: 'same-course'; readonly as: 'same-day' | SameProgramme }
  | { readonly kind: 'for-another-certification' }
  /** Each certification needs hours of its own, and these were given to none yet. */
  | { readonly kind: 'given-to-none' }
  /** The board says nothing of what one such unit stands for. */
  | { readonly kind: 'unit-not-converted'; readonly unit: CreditUnit }
  | { readonly kind: 'limit'; readonly limit: CreditLimit }
  /** The rule asks something of the course that is not known: how it was held, who gave it, whether it was approved. */
  | { readonly kind: 'limit-not-known'; readonly limit: CreditLimit }
  /** The same title and provider on another day, and whether that counts again was not read. */
  | { readonly kind: 'repeat-not-read' }
  /** The same title on the same day, entered twice: likely one course. */
  | { readonly kind: 'maybe-same-course' }
  | { readonly kind: 'other-category' }
  /** Enough is there without it, or it helps more elsewhere. */
  | { readonly kind: 'not-needed' }
  /** What the rule says of it was not read. */
  | { readonly kind: 'rule-not-read' }

/** What leaves open whether a credit counts: it is counted for now, and nothing that rests on it is called met. */
export function isOpenQuestion({ kind }: CountReason): boolean {
  return kind === 'limit-not-known' || kind === 'repeat-not-read' || kind === 'maybe-same-course'
}

export interface CreditOutcome {
  readonly credit: CeCredit
  /** What counts of it, in the unit of the requirement. */
  readonly counted: number
  /** Why not all of it; empty where all of it counts. */
  readonly reasons: readonly CountReason[]
}

export interface RequirementExplained {
  readonly result: RequirementResult
  /** Each credit of the peer, in the order in which it was given. */
  readonly credits: readonly CreditOutcome[]
}

export interface CourseAnswer {
  readonly answer: 'yes' | 'no' | 'ask-the-board'
  /** What it would add to the total; null where that is not known. */
  readonly counted: number | null
  readonly reasons: readonly CountReason[]
  /** Every requirement as it would be with the course, as if it were held. */
  readonly after: readonly RequirementResult[]
  /** The version that assessed. */
  readonly rule: RenewalRule
}
