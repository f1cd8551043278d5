import type { ValidationError } from '@alongside/shared/validation/validation-error'
import { useI18n } from '#i18n'
import { factKey, problemOf } from './error-words.ts'

/** The API's list of invalid fields, if the error carries one. */
export function validationErrorsIn(error: unknown): readonly ValidationError[] {
  const carried = error as { validationErrors?: unknown } | null
  return Array.isArray(carried?.validationErrors) ? (carried.validationErrors as ValidationError[]) : []
}

/** One sentence for whatever was thrown: for its reason where that has words, else for its kind. */
export function useProblemWords() {
  const { t, te } = useI18n()

  function ofField({ problem, limit }: ValidationError): string {
    // Some sentences have one form without a limit and one that names it.
    return t(`ui.refusal.${problem}`, { limit: limit ?? '' }, limit === undefined ? 1 : 2)
  }
  function ofError(error: unknown): string {
    const { kind, fact, retryAfterMinutes } = problemOf(error)
    if (fact && te(factKey(fact))) return t(factKey(fact))
    return t(`ui.problem.${kind}.text`, { minutes: retryAfterMinutes })
  }
  /** For a place without fields beside it, as a toast: the first invalid field says what is wrong. */
  function inOneSentence(error: unknown): string {
    const [first] = validationErrorsIn(error)
    return first ? ofField(first) : ofError(error)
  }
  return { ofField, ofError, inOneSentence }
}
