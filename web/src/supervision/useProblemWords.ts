import { useI18n } from 'vue-i18n'
import { ApiError } from '../app/session/graphql-client.ts'
import { problemOf } from '../ui/feedback/error-words.ts'

/** What a toast says about work that did not go through: the refusal of a field, or the kind of problem. */
export function useProblemWords() {
  const { t } = useI18n()
  return (error: unknown): string => {
    const [refusal] = error instanceof ApiError ? error.refusals : []
    if (refusal) return t(`ui.refusal.${refusal.problem}`, { limit: refusal.limit ?? '' })
    const { kind, retryAfterMinutes } = problemOf(error)
    return t(`ui.problem.${kind}.text`, { minutes: retryAfterMinutes })
  }
}
