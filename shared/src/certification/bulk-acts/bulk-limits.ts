/** How much one act may be about, and what is refused when it is about many certifications at once. */
import { HOLDER_CONDITIONS, type HolderCondition } from '../rules/holder-condition.ts'
import { validateChoice, type ValidationError } from '../../validation/validation-error.ts'

/** Certifications, or people, of one act: more than a manager selects by hand, few enough to be one transaction. */
export const BULK_MOST = 500

export function validateChosen(field: string, ids: readonly string[]): ValidationError[] {
  if (ids.length === 0) return [{ field, problem: 'too-few', limit: 1 }]
  if (ids.length > BULK_MOST) return [{ field, problem: 'too-many', limit: BULK_MOST }]
  return new Set(ids).size < ids.length ? [{ field, problem: 'repeated' }] : []
}

export interface RenewalAnswers {
  readonly condition: HolderCondition
  readonly answers: readonly { readonly certificationId: string }[]
}

export function validateAnswers({ condition, answers }: RenewalAnswers): ValidationError[] {
  return [
    ...validateChoice('condition', [condition], HOLDER_CONDITIONS),
    ...validateChosen(
      'answers',
      answers.map(({ certificationId }) => certificationId),
    ),
  ]
}

/** Says which of them is not there, by its place: one wrong id refuses them all. */
export function missingAmong(
  field: string,
  ids: readonly string[],
  found: ReadonlySet<string>,
): ValidationError[] {
  return ids.flatMap((id, place) =>
    found.has(id) ? [] : [{ field: `${field}.${place}`, problem: 'not-found' } as const],
  )
}
