/** What is refused of the days before and after an expiry: those that stand in no order. */
import { validateWholeNumber, type ValidationError } from '../../validation/validation-error.ts'
import { LATE_STATUSES } from '../catalogue/credential.ts'
import type { LateStepInput, RuleInput } from './rule-input.ts'

export const FURTHEST_DAYS = 365
export const MAX_FEE_USD = 5_000
export const LATE_STEPS_MOST = 6
export const LATE_DAYS_MOST = 3_650

/** It can only be asked for after the day on which it can first be sent in. */
export function validateSubmission({
  opensDaysBefore: opens,
  dueDaysBefore: due,
}: RuleInput): ValidationError[] {
  return [
    ...validateWholeNumber('rule.opensDaysBefore', opens, 0, FURTHEST_DAYS),
    ...validateWholeNumber('rule.dueDaysBefore', due, 0, FURTHEST_DAYS),
    ...(opens != null && due != null && due > opens
      ? [{ field: 'rule.dueDaysBefore', problem: 'too-large', limit: opens } as const]
      : []),
  ]
}

/** Each step ends after the one before it; only the last may be without end. */
export function validateLate(late: readonly LateStepInput[]): ValidationError[] {
  const days = late.map(({ withinDays }) => withinDays ?? Infinity)
  const inOrder = days.every((day, place) => place === 0 || day > (days[place - 1] ?? 0))
  return [
    ...(late.length > LATE_STEPS_MOST
      ? [{ field: 'rule.late', problem: 'too-many', limit: LATE_STEPS_MOST } as const]
      : []),
    ...(inOrder ? [] : [{ field: 'rule.late', problem: 'does-not-add-up' } as const]),
    ...late.flatMap(({ withinDays, feeUsd, status }, place) => [
      ...validateWholeNumber(`rule.late.${place}.withinDays`, withinDays, 1, LATE_DAYS_MOST),
      ...validateWholeNumber(`rule.late.${place}.feeUsd`, feeUsd, 0, MAX_FEE_USD),
      ...(LATE_STATUSES.includes(status)
        ? []
        : [{ field: `rule.late.${place}.status`, problem: 'not-an-option' } as const]),
    ]),
  ]
}
