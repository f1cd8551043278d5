import { HeaderMap } from '@apollo/server'
import type { ValidationError } from '@alongside/shared/validation/validation-error'

/** How an error is answered; `extensions.code` of the GraphQL error. */
export type DomainErrorKind =
  | 'BAD_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'CONFIRM_PASSWORD'
  | 'TOO_MANY_ATTEMPTS'
  | 'UNAVAILABLE'

/** Something that a caller can act on. `fact` names it for screens (`wellness.week-already-answered`). */
export class DomainError extends Error {
  readonly retryAfterSeconds: number | null = null

  constructor(
    readonly kind: DomainErrorKind,
    readonly fact: string,
    message: string,
    readonly validationErrors: readonly ValidationError[] = [],
  ) {
    super(message)
  }
}

/** Throws one error that names every refused field with its limit; returns when there is nothing to refuse. */
export function rejectIfInvalid(validationErrors: readonly ValidationError[]): void {
  if (validationErrors.length === 0) return
  const words = validationErrors.map(
    ({ field, problem, limit }) => `${field}: ${problem}${limit === undefined ? '' : ` (${limit})`}`,
  )
  throw new DomainError('BAD_INPUT', 'input.refused', words.join('; '), validationErrors)
}

/** The same answer for unknown, foreign and forbidden ids. It does not tell which one it was. */
export function notFound(): DomainError {
  return new DomainError(
    'NOT_FOUND',
    'record.not-found',
    'There is no such record, or it is not yours to see.',
  )
}

/** The server is busy: nothing was processed, and the client can retry a little later. */
class BusyError extends DomainError {
  /** Apollo Server reads the status and the headers of its answer from here. */
  readonly extensions: object

  override readonly retryAfterSeconds: number

  constructor(fact: string, retryAfterSeconds: number) {
    super('UNAVAILABLE', fact, 'Alongside is busy. Please try again in a moment.')
    this.retryAfterSeconds = retryAfterSeconds
    const headers = new HeaderMap([['retry-after', String(retryAfterSeconds)]])
    this.extensions = { http: { status: 503, headers } }
  }
}

export function busy(fact: string, retryAfterSeconds: number): DomainError {
  return new BusyError(fact, retryAfterSeconds)
}
