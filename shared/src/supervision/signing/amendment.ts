import { isBlank } from '../../validation/one-line.ts'
import { validateChoice, validateText, type ValidationError } from '../../validation/validation-error.ts'

/**
 * Why a signed session is amended. Whoever sees that the session took place reads it: there is none for a note, since that
 * would tell them that there is one.
 */
export const AmendmentReason = {
  WRONG_DATE: 'WRONG_DATE',
  WRONG_LENGTH: 'WRONG_LENGTH',
  WRONG_PERSON: 'WRONG_PERSON',
  WRONG_TYPE: 'WRONG_TYPE',
  WRONG_FORMAT: 'WRONG_FORMAT',
  OTHER: 'OTHER',
} as const
export type AmendmentReason = (typeof AmendmentReason)[keyof typeof AmendmentReason]
export const AMENDMENT_REASONS = Object.values(AmendmentReason)
export const AMENDMENT_LINE_LIMIT = 300

export interface AmendmentInput {
  readonly reason: string
  readonly line?: string | null | undefined
}

/** "Something else" says what. */
export function validateAmendment({ reason, line }: AmendmentInput): ValidationError[] {
  return [
    ...validateChoice('reason', [reason], AMENDMENT_REASONS),
    ...(reason === AmendmentReason.OTHER && isBlank(line)
      ? [{ field: 'line', problem: 'required' } as const]
      : validateText('line', line, AMENDMENT_LINE_LIMIT)),
  ]
}
