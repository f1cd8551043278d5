/** What a screen can say about something that went wrong; read from the shape, so that it knows no transport. */
export type ProblemKind =
  | 'no-connection'
  | 'not-there'
  | 'not-allowed'
  | 'signed-out'
  | 'confirm-password'
  | 'too-many-attempts'
  | 'unavailable'
  | 'bad-input'
  | 'newer-version'
  | 'unexpected'

export interface Problem {
  readonly kind: ProblemKind
  /** `feature.fact`, for words more exact than the kind's. */
  readonly fact: string | undefined
  readonly requestId: string | undefined
  readonly retryAfterMinutes: number
}

const KINDS: Record<string, ProblemKind> = {
  NO_CONNECTION: 'no-connection',
  NOT_FOUND: 'not-there',
  FORBIDDEN: 'not-allowed',
  UNAUTHENTICATED: 'signed-out',
  CONFIRM_PASSWORD: 'confirm-password',
  TOO_MANY_ATTEMPTS: 'too-many-attempts',
  UNAVAILABLE: 'unavailable',
  BAD_INPUT: 'bad-input',
  OPERATION_NOT_KNOWN: 'newer-version',
}

export function problemOf(error: unknown): Problem {
  const shape: Record<string, unknown> = typeof error === 'object' && error !== null ? { ...error } : {}
  const seconds = typeof shape.retryAfterSeconds === 'number' ? shape.retryAfterSeconds : 60
  return {
    kind: KINDS[String(shape.code)] ?? 'unexpected',
    fact: typeof shape.fact === 'string' ? shape.fact : undefined,
    requestId: typeof shape.requestId === 'string' ? shape.requestId : undefined,
    retryAfterMinutes: Math.max(1, Math.ceil(seconds / 60)),
  }
}

/** The key of a fact's own words: `people.members.last-admin` reads `people.members.facts.last-admin`. */
export function factKey(fact: string): string {
  const names = fact.split('.')
  return [...names.slice(0, -1), 'facts', names.at(-1)].join('.')
}
