/** What an organization writes of a renewal rule; each part is checked in the file of its name. */
import type {
  CategoryMinimum,
  PracticeRequirement,
  RenewalPaper,
  RequiredTotal,
  ProofItem,
  ProofRule,
} from '../rules/asked.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { HolderCondition } from '../rules/holder-condition.ts'
import type { CreditConversion } from '../rules/limits.ts'
import type { LateStep } from '../rules/submission.ts'
import type { DatedException, ExpiryRule } from '../rules/terms.ts'
import type { LimitInput } from './limit-parts.ts'

export type MinimumInput = Pick<CategoryMinimum, 'category' | 'amount' | 'unit'> &
  Partial<{ [Part in 'within' | 'everyMonths' | 'onlyIf']: CategoryMinimum[Part] }> &
  Partial<Pick<CategoryMinimum, 'overlaps' | 'once'>>

export interface LateStepInput {
  readonly withinDays?: number | null
  readonly feeUsd?: number | null
  readonly status: LateStep['status']
}

export interface ProofInput {
  readonly how?: ProofRule['how']
  readonly keepYears?: number | null
  readonly mustShow: readonly ProofItem[]
  readonly audit?: string | null
}

export interface ExceptionInput {
  readonly kind: DatedException['kind']
  readonly dueFrom?: PlainDate | null
  readonly dueTo?: PlainDate | null
  readonly onlyIf?: HolderCondition | null
  readonly days?: number | null
  readonly text?: string | null
}

/** Of a date that all certificates share. */
export interface CommonDateInput {
  readonly month: number
  readonly day: number
  readonly everyYears: number
  readonly anchorYear?: number | null
}

/** The parts of a rule that an organization writes; every other part stays as it stood in the rule before. */
export interface RuleInput {
  readonly cycleMonths?: number | null
  readonly expiryShape: ExpiryRule['shape']
  readonly commonDate?: CommonDateInput | null
  readonly total?: Pick<RequiredTotal, 'amount' | 'unit' | 'per' | 'yearKind'> | null
  readonly minimums: readonly MinimumInput[]
  readonly practice: readonly Pick<PracticeRequirement, 'kind' | 'amount' | 'unit' | 'per'>[]
  readonly maxCarryOver?: number | null
  readonly opensDaysBefore?: number | null
  readonly dueDaysBefore?: number | null
  readonly late: readonly LateStepInput[]
  readonly feeUsd?: number | null
  // Of the following, one that is left out stays as it stood as well.
  readonly limits?: readonly LimitInput[] | null
  readonly conversions?: readonly CreditConversion[] | null
  readonly papers?: readonly RenewalPaper[] | null
  readonly proof?: ProofInput | null
  readonly exceptions?: readonly ExceptionInput[] | null
}
