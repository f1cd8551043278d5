/** What is wrong with one field of an input, in a form that the API answers and the screen puts into words. */
export const VALIDATION_PROBLEMS = [
  'required',
  'too-short',
  'too-long',
  'too-small',
  'too-large',
  'too-few',
  'too-many',
  'not-text',
  'no-letters',
  'not-a-number',
  'comma-in-number',
  'not-in-steps',
  'not-a-date',
  'not-an-option',
  'repeated',
  'in-the-future',
  'too-long-ago',
  'before-its-start',
  'overlaps',
  'too-far-ahead',
  'does-not-add-up',
  'not-in-caseload',
  'not-found',
  'not-joined',
  'already-there',
  'unavailable',
  'not-an-address',
  'too-common',
  'too-personal',
  'not-a-phone',
  'not-a-page',
] as const

export type ValidationProblem = (typeof VALIDATION_PROBLEMS)[number]

/** `field` is the path of the input field (`segments.0.minutes`); `limit` is the bound that was passed, with its unit in the field's description. */
export interface ValidationError {
  readonly field: string
  readonly problem: ValidationProblem
  readonly limit?: number | string
}

/** They show letters in another order than they are read and kept; scripts from right to left do not need them. */
const TURNED_ROUND = /[\u202D\u202E]/u

/**
 * Refuses a text longer than `limit` characters, and one with a character that cannot be kept (a zero byte, half of
 * a pair); an absent text passes.
 */
export function validateText(
  field: string,
  text: string | null | undefined,
  limit: number,
): ValidationError[] {
  if (text == null) return []
  if (text.includes('\0') || !text.isWellFormed() || TURNED_ROUND.test(text))
    return [{ field, problem: 'not-text' }]
  return [...text].length > limit ? [{ field, problem: 'too-long', limit }] : []
}

/** Refuses a number that is not whole or lies outside `from`..`to` (both allowed); an absent number passes. */
export function validateWholeNumber(
  field: string,
  value: number | null | undefined,
  from: number,
  to: number,
): ValidationError[] {
  if (value == null) return []
  if (!Number.isInteger(value)) return [{ field, problem: 'not-a-number' }]
  if (value < from) return [{ field, problem: 'too-small', limit: from }]
  return value > to ? [{ field, problem: 'too-large', limit: to }] : []
}

/** Refuses choices that are not on the list, and the same choice twice. */
export function validateChoice(
  field: string,
  chosen: readonly string[],
  options: readonly string[],
): ValidationError[] {
  if (chosen.some((choice) => !options.includes(choice))) return [{ field, problem: 'not-an-option' }]
  return new Set(chosen).size < chosen.length ? [{ field, problem: 'repeated' }] : []
}
