import type { PlainDate } from '../../calendar/plain-date.ts'
import { FOLLOW_UP_WITHIN_DAYS, validateDayAhead } from '../../supervision/follow-ups/follow-up-input.ts'
import { isBlank } from '../../validation/one-line.ts'
import { validateText, type ValidationError } from '../../validation/validation-error.ts'

export const STRUCTURAL_PLAN_LIMIT = 500

export interface StructuralPlanInput {
  readonly plan: string
  readonly ownerId: string
  readonly dueOn: string
}

/** A plan says what changes, who owns it, and by when: from today to a year ahead. */
export function validateStructuralPlan(input: StructuralPlanInput, today: PlainDate): ValidationError[] {
  return [
    ...validateWritten('plan', input.plan),
    ...(input.ownerId === '' ? [{ field: 'ownerId', problem: 'required' } as const] : []),
    ...validateDayAhead('dueOn', input.dueOn, today, FOLLOW_UP_WITHIN_DAYS),
  ]
}

/** A plan ends with what came of it. */
export function validateOutcome(outcome: string): ValidationError[] {
  return validateWritten('outcome', outcome)
}

function validateWritten(field: string, text: string): ValidationError[] {
  return [
    ...(isBlank(text) ? [{ field, problem: 'required' } as const] : []),
    ...validateText(field, text, STRUCTURAL_PLAN_LIMIT),
  ]
}
