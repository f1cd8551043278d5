import type { GraphQLResponse } from '@apollo/server'
import type { GraphQLFormattedError } from 'graphql'

/** The HTTP status that goes with an error, by its code. */
export const STATUS_OF: Readonly<Record<string, number | undefined>> = {
  BAD_INPUT: 400,
  BAD_USER_INPUT: 400,
  BAD_REQUEST: 400,
  OPERATION_RESOLUTION_FAILURE: 400,
  UNAUTHENTICATED: 401,
  CONFIRM_PASSWORD: 403,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_MANY_ATTEMPTS: 429,
  UNAVAILABLE: 503,
}

/** The Retry-After of a 503, in seconds. Most temporary failures are over by then. */
export const RETRY_AFTER_SECONDS = 2

export function codeOf({ extensions }: GraphQLFormattedError): string {
  return String(extensions?.['code'])
}

/** Returns whether the answer has no data at all. A failed field only leaves a null in the data. */
export function isOnly(body: GraphQLResponse['body'], codes: readonly string[]): boolean {
  if (body.kind !== 'single') return false
  const { data, errors = [] } = body.singleResult
  const holdsData = Object.values(data ?? {}).some((value) => value !== null)
  return !holdsData && errors.length > 0 && errors.every((error) => codes.includes(codeOf(error)))
}

/**
 * A load balancer reads the HTTP status and not the GraphQL errors, so a request without any answer gets 503. Apollo
 * would answer 500 for errors before execution that have no status.
 */
export function setStatus({ http, body }: GraphQLResponse): void {
  if (isOnly(body, ['UNAVAILABLE'])) {
    http.status = 503
    if (!http.headers.has('retry-after')) http.headers.set('retry-after', String(RETRY_AFTER_SECONDS))
  }
  if (http.status !== 500 || body.kind !== 'single') return
  const [first] = body.singleResult.errors ?? []
  http.status = (first && STATUS_OF[codeOf(first)]) ?? 500
}
