import { factKey, problemOf } from '../../ui/feedback/error-words.ts'

interface Words {
  t(key: string, values?: Record<string, unknown>): string
  te(key: string): boolean
}

/** One sentence about what did not go through, for a place without room for more. */
export function sayProblem(error: unknown, { t, te }: Words): string {
  const { kind, fact, retryAfterMinutes } = problemOf(error)
  return t(fact && te(factKey(fact)) ? factKey(fact) : `ui.problem.${kind}.text`, {
    minutes: retryAfterMinutes,
  })
}
