import { isBlank } from '../../validation/one-line.ts'
import { validateText, type ValidationError } from '../../validation/validation-error.ts'

/** About ten pages; the longest sample description has five thousand characters. */
export const JOB_DESCRIPTION_LIMIT = 20_000

/** Refuses an empty text, one that is too long, and one that cannot be kept. */
export function validateJobDescription({ text }: { readonly text: string }): ValidationError[] {
  return isBlank(text)
    ? [{ field: 'text', problem: 'required' }]
    : validateText('text', text, JOB_DESCRIPTION_LIMIT)
}
