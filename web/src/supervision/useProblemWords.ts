import { useI18n } from 'vue-i18n'
import { ApiError } from '../app/session/graphql-client.ts'
import { problemOf } from '../ui/feedback/error-words.ts'

/** What a toast says about work that did not go through: the refusal of a field, or the kind of problem. */
export function useProblemWords() {
  const { t } = useI18n()
  return (error: unknown): string => {
    const [validationError] = error instanceof ApiError ? error.validationErrors : []
    if (validationError)
      return t(`ui.refusal.${validationError.problem}`, { limit: validationError.limit ?? '' })
    const { kind, retryAfterMinutes } = problemOf(error)
    return t(`ui.problem.${kind}.text`, { minutes: retryAfterMinutes })
  }
}
