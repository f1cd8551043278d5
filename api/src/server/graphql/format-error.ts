import { randomUUID } from 'node:crypto'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { unwrapResolverError } from '@apollo/server/errors'
import type { Logger } from 'pino'
import { isUnanswered } from '../../database/connections.ts'
import { NotAPersonError, OtherMembershipError, SignedOutError } from '../../database/unit-of-work.ts'
import { DomainError } from './domain-error.ts'

export const SQLSTATE_SIGNED_OUT = 'AL401'
const SQLSTATE_FORBIDDEN = 'AL403'
const SQLSTATE_OTHER_MEMBERSHIP = 'AL409'
const SQLSTATE_PASSWORD_NEEDED = 'AL428'
const SQLSTATE_ROW_LEVEL_SECURITY = '42501'

/**
 * What passes by itself: a moment later the same is answered. Connections that ended or were refused, limits of time
 * that were reached, the fourth deadlock in a row, a disk that is full, a database that reads only during a failover.
 */
const UNAVAILABLE_CODES = new Set([
  ...['57P01', '57P02', '57P03', '57P05', '08000', '08003', '08006', '53300', '53100', '53200'],
  ...['57014', '55P03', '25P03', '25006', '40001', '40P01', '40003'],
  ...[
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EAI_AGAIN',
    'ENOTFOUND',
  ],
])
/** pg's error messages for an exhausted pool, which have no code either. */
const POOL_EXHAUSTED = 'timeout exceeded when trying to connect'

/** A value that PostgreSQL cannot parse or store. The field's own rule should have rejected it, so it is logged. */
const BAD_VALUES = new Set(['22003', '22007', '22008', '22021', '22P02', '22P03', '22P05'])

/** The fact by which a page knows that it belongs to somebody else, or to another organization. */
const OTHER_MEMBERSHIP = 'people.sign-in.other-membership'

/** Errors of the request itself: their words come from GraphQL and hold no values of ours. */
const REQUEST_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'FORBIDDEN',
])

/** Words every error once: what a caller can act on is passed; the rest is a reference id that the log has too. */
export function formatErrorWith(logger: Logger) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const error = causeOf(thrown)
    const where = formatted.path ? { path: formatted.path } : {}
    return { ...(knownError(formatted, error) ?? unknownError(logger, error)), ...where }
  }
}

/** What a resolver threw; or a plugin, which can only stop a request with an error of GraphQL's around its own. */
function causeOf(thrown: unknown): unknown {
  const error = unwrapResolverError(thrown)
  const isWrapped = error instanceof GraphQLError && error.extensions['code'] === undefined
  return isWrapped ? (error.originalError ?? error) : error
}

/** Errors whose cause the caller may know; null for everything else. */
function knownError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError | null {
  if (error instanceof DomainError) {
    const validationErrors =
      error.validationErrors.length > 0 ? { validationErrors: error.validationErrors } : {}
    const retry = error.retryAfterSeconds === null ? {} : { retryAfterSeconds: error.retryAfterSeconds }
    return {
      message: error.message,
      extensions: { code: error.kind, fact: error.fact, ...validationErrors, ...retry },
    }
  }
  const { code } = error as { code?: string }
  if (error instanceof SignedOutError || code === SQLSTATE_SIGNED_OUT) {
    return { message: 'Please sign in.', extensions: { code: 'UNAUTHENTICATED' } }
  }
  if (error instanceof OtherMembershipError || code === SQLSTATE_OTHER_MEMBERSHIP) {
    return {
      message: 'This page was opened for another person or organization. Load it again.',
      extensions: { code: 'CONFLICT', fact: OTHER_MEMBERSHIP },
    }
  }
  if (code === SQLSTATE_PASSWORD_NEEDED) {
    return {
      message: 'Please give your password again to go on.',
      extensions: { code: 'CONFIRM_PASSWORD', fact: 'people.sign-in.password-needed' },
    }
  }
  if (
    error instanceof NotAPersonError ||
    code === SQLSTATE_FORBIDDEN ||
    code === SQLSTATE_ROW_LEVEL_SECURITY
  ) {
    return { message: 'This is not part of your role here.', extensions: { code: 'FORBIDDEN' } }
  }
  const requestCode = formatted.extensions?.['code']
  const isRequestError = REQUEST_CODES.has(String(requestCode))
  if (isRequestError && (error instanceof GraphQLError || !(error instanceof Error))) {
    return { message: withoutValues(formatted.message), extensions: { code: requestCode } }
  }
  return null
}

function unknownError(logger: Logger, error: unknown): GraphQLFormattedError {
  const { code, message, name } = error as { code?: string; message?: string; name?: string }
  const requestId = randomUUID()
  logger.error({ requestId, sqlState: code, name, stack: stackOnly(error) }, 'request failed')
  if (UNAVAILABLE_CODES.has(code ?? '') || message === POOL_EXHAUSTED || isUnanswered(error)) {
    return {
      message: 'Alongside is busy. Please try again in a moment.',
      extensions: { code: 'UNAVAILABLE', requestId },
    }
  }
  if (BAD_VALUES.has(code ?? '')) {
    return {
      message: `A value that was sent cannot be read. Reference: ${requestId}`,
      extensions: { code: 'BAD_INPUT', fact: 'input.refused', requestId },
    }
  }
  return {
    message: `Something went wrong. Reference: ${requestId}`,
    extensions: { code: 'INTERNAL', requestId },
  }
}

/** GraphQL's own messages quote what was sent: the place and the type are kept, the quote is not. */
function withoutValues(message: string): string {
  const where = /^(Variable "\$\w+") got invalid value .*? at "([\w.]+)"/s.exec(message)
  if (where) return `${where[1]} has an invalid value at "${where[2]}".`
  const whole = /^(Variable "\$\w+") got invalid value/.exec(message)
  if (whole) return `${whole[1]} has an invalid value.`
  const expected = /^Expected value of type ("[^"]+"), found/.exec(message)
  if (expected) return `Expected a value of type ${expected[1]}.`
  const option = /^Value .*? does not exist in ("\w+") enum/s.exec(message)
  if (option) return `The enum ${option[1]} has no such value.`
  return message
    .replace(/(, found|Unexpected \w+|cannot represent[^:]*:|is not a valid \w+:).*$/s, '$1 …')
    .slice(0, 300)
}

/** Returns the stack without the message, because a database message can quote a value. */
function stackOnly(error: unknown): string[] {
  const { stack } = error as { stack?: string }
  return (stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
}
