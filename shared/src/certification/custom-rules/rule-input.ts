/** What is refused when an organization writes a renewal rule: figures out of range, and parts that contradict each other. */
import { daysInMonth } from '../../calendar/plain-date.ts'
import { wholeNumberRefusals, type Refusal } from '../../validation/refusal.ts'
import type { PracticeRequirement, RenewalPaper, RequiredTotal } from '../rules/asked.ts'
import type { CreditConversion } from '../rules/limits.ts'
import type { ExpiryRule } from '../rules/terms.ts'
import {
  FEE_MOST_USD,
  lateRefusals,
  type LateStepInput,
  submissionRefusals,
} from '../custom-rule-parts/deadline-input.ts'
import { exceptionRefusals, type ExceptionInput } from '../custom-rule-parts/exception-input.ts'
import { limitRefusals } from '../custom-rule-parts/limit-input.ts'
import type { LimitInput } from '../custom-rule-parts/limit-parts.ts'
import { amountRefusals, minimumRefusals, type MinimumInput } from '../custom-rule-parts/minimum-input.ts'
import {
  conversionRefusals,
  paperRefusals,
  proofRefusals,
  type ProofInput,
} from '../custom-rule-parts/paper-input.ts'

export const LONGEST_CYCLE_MONTHS = 120
export const PRACTICE_MOST = 4

export const EXPIRY_KINDS: readonly ExpiryRule['shape'][] = [
  'rolling',
  'month-start',
  'month-end',
  'birthday',
  'fixed-date',
  'printed',
  'none',
  'unknown',
]
const COUNTED_BY_LENGTH: readonly string[] = ['rolling', 'month-start', 'month-end', 'birthday', 'printed']
// A leap year, so that 29 February can be a common date.
const ANY_LEAP_YEAR = 2024

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
  readonly carryOverMost?: number | null
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

export function ruleRefusals(rule: RuleInput): Refusal[] {
  return [
    ...wholeNumberRefusals('rule.cycleMonths', rule.cycleMonths, 1, LONGEST_CYCLE_MONTHS),
    ...expiryRefusals(rule),
    ...totalRefusals(rule),
    ...minimumRefusals(rule),
    ...practiceRefusals(rule),
    ...amountRefusals('rule.carryOverMost', rule.carryOverMost, 'hours', 0),
    ...submissionRefusals(rule),
    ...lateRefusals(rule.late),
    ...wholeNumberRefusals('rule.feeUsd', rule.feeUsd, 0, FEE_MOST_USD),
    ...limitRefusals(rule),
    ...conversionRefusals(rule.conversions ?? []),
    ...paperRefusals(rule.papers ?? []),
    ...(rule.proof ? proofRefusals(rule.proof) : []),
    ...exceptionRefusals(rule.exceptions ?? []),
  ]
}

function expiryRefusals({ expiryShape, commonDate, cycleMonths }: RuleInput): Refusal[] {
  const field = 'rule.commonDate'
  if (!EXPIRY_KINDS.includes(expiryShape)) return [{ field: 'rule.expiryShape', problem: 'not-an-option' }]
  if (COUNTED_BY_LENGTH.includes(expiryShape) && cycleMonths == null)
    return [{ field: 'rule.cycleMonths', problem: 'required' }]
  if (expiryShape !== 'fixed-date') return commonDate ? [{ field, problem: 'does-not-add-up' }] : []
  if (!commonDate) return [{ field, problem: 'required' }]
  const { month, day, everyYears, anchorYear } = commonDate
  const refusals = [
    ...wholeNumberRefusals(`${field}.month`, month, 1, 12),
    ...wholeNumberRefusals(`${field}.everyYears`, everyYears, 1, 10),
    ...wholeNumberRefusals(`${field}.anchorYear`, anchorYear, 1990, 2100),
  ]
  if (refusals.length > 0) return refusals
  return wholeNumberRefusals(`${field}.day`, day, 1, daysInMonth(ANY_LEAP_YEAR, month))
}

function totalRefusals({ total, cycleMonths, carryOverMost }: RuleInput): Refusal[] {
  if (!total) return []
  const inCycle = total.per === 'year' && cycleMonths != null && cycleMonths < 12
  return [
    ...amountRefusals('rule.total.amount', total.amount, total.unit),
    ...(inCycle ? [{ field: 'rule.total.per', problem: 'does-not-add-up' } as const] : []),
    ...(carryOverMost != null && carryOverMost > total.amount
      ? [{ field: 'rule.carryOverMost', problem: 'too-large', limit: total.amount } as const]
      : []),
  ]
}

function practiceRefusals({ practice }: RuleInput): Refusal[] {
  const kinds = practice.map(({ kind }) => kind)
  return [
    ...(practice.length > PRACTICE_MOST
      ? [{ field: 'rule.practice', problem: 'too-many', limit: PRACTICE_MOST } as const]
      : []),
    ...(new Set(kinds).size < kinds.length ? [{ field: 'rule.practice', problem: 'repeated' } as const] : []),
    ...practice.flatMap(({ amount, unit }, place) =>
      amountRefusals(`rule.practice.${place}.amount`, amount, unit),
    ),
  ]
}
