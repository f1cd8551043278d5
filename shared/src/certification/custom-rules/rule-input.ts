/** What is refused when an organization writes a renewal rule: figures out of range, and parts that contradict each other. */
import { daysInMonth } from '../../calendar/plain-date.ts'
import { validateWholeNumber, type ValidationError } from '../../validation/validation-error.ts'
import type { ExpiryRule } from '../rules/terms.ts'
import { MAX_FEE_USD, validateLate, validateSubmission } from '../custom-rule-parts/deadline-input.ts'
import { validateException } from '../custom-rule-parts/exception-input.ts'
import { validateLimit } from '../custom-rule-parts/limit-input.ts'
import { validateAmount, validateMinimum } from '../custom-rule-parts/minimum-input.ts'
import { validateConversion, validatePaper, validateProof } from '../custom-rule-parts/paper-input.ts'
import type { RuleInput } from '../custom-rule-parts/rule-input.ts'

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

export function validateRule(rule: RuleInput): ValidationError[] {
  return [
    ...validateWholeNumber('rule.cycleMonths', rule.cycleMonths, 1, LONGEST_CYCLE_MONTHS),
    ...validateExpiry(rule),
    ...validateTotal(rule),
    ...validateMinimum(rule),
    ...validatePractice(rule),
    ...validateAmount('rule.maxCarryOver', rule.maxCarryOver, 'hours', 0),
    ...validateSubmission(rule),
    ...validateLate(rule.late),
    ...validateWholeNumber('rule.feeUsd', rule.feeUsd, 0, MAX_FEE_USD),
    ...validateLimit(rule),
    ...validateConversion(rule.conversions ?? []),
    ...validatePaper(rule.papers ?? []),
    ...(rule.proof ? validateProof(rule.proof) : []),
    ...validateException(rule.exceptions ?? []),
  ]
}

function validateExpiry({ expiryShape, commonDate, cycleMonths }: RuleInput): ValidationError[] {
  const field = 'rule.commonDate'
  if (!EXPIRY_KINDS.includes(expiryShape)) return [{ field: 'rule.expiryShape', problem: 'not-an-option' }]
  if (COUNTED_BY_LENGTH.includes(expiryShape) && cycleMonths == null)
    return [{ field: 'rule.cycleMonths', problem: 'required' }]
  if (expiryShape !== 'fixed-date') return commonDate ? [{ field, problem: 'does-not-add-up' }] : []
  if (!commonDate) return [{ field, problem: 'required' }]
  const { month, day, everyYears, anchorYear } = commonDate
  const validationErrors = [
    ...validateWholeNumber(`${field}.month`, month, 1, 12),
    ...validateWholeNumber(`${field}.everyYears`, everyYears, 1, 10),
    ...validateWholeNumber(`${field}.anchorYear`, anchorYear, 1990, 2100),
  ]
  if (validationErrors.length > 0) return validationErrors
  return validateWholeNumber(`${field}.day`, day, 1, daysInMonth(ANY_LEAP_YEAR, month))
}

function validateTotal({ total, cycleMonths, maxCarryOver }: RuleInput): ValidationError[] {
  if (!total) return []
  const inCycle = total.per === 'year' && cycleMonths != null && cycleMonths < 12
  return [
    ...validateAmount('rule.total.amount', total.amount, total.unit),
    ...(inCycle ? [{ field: 'rule.total.per', problem: 'does-not-add-up' } as const] : []),
    ...(maxCarryOver != null && maxCarryOver > total.amount
      ? [{ field: 'rule.maxCarryOver', problem: 'too-large', limit: total.amount } as const]
      : []),
  ]
}

function validatePractice({ practice }: RuleInput): ValidationError[] {
  const kinds = practice.map(({ kind }) => kind)
  return [
    ...(practice.length > PRACTICE_MOST
      ? [{ field: 'rule.practice', problem: 'too-many', limit: PRACTICE_MOST } as const]
      : []),
    ...(new Set(kinds).size < kinds.length ? [{ field: 'rule.practice', problem: 'repeated' } as const] : []),
    ...practice.flatMap(({ amount, unit }, place) =>
      validateAmount(`rule.practice.${place}.amount`, amount, unit),
    ),
  ]
}
