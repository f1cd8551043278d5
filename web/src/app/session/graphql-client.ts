import type { ValidationError } from '@alongside/shared/validation/validation-error'

export type ErrorCode =
  | 'BAD_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'CONFIRM_PASSWORD'
  | 'TOO_MANY_ATTEMPTS'
  | 'UNAVAILABLE'
  | 'INTERNAL'

interface ErrorExtensions {
  code?: string
  fact?: string
  validationErrors?: ValidationError[]
  retryAfterSeconds?: number
  requestId?: string
}

/** The API's answer was an error; `code` decides what to do, `fact` names it for the words. */
export class ApiError extends Error {
  readonly code: string
  readonly fact: string | undefined
  readonly validationErrors: readonly ValidationError[]
  readonly retryAfterSeconds: number | undefined
  readonly requestId: string | undefined

  constructor(extensions: ErrorExtensions) {
    const code = extensions.code ?? 'INTERNAL'
    super(extensions.fact ?? code)
    this.name = 'ApiError'
    this.code = code
    this.fact = extensions.fact
    this.validationErrors = extensions.validationErrors ?? []
    this.retryAfterSeconds = extensions.retryAfterSeconds
    this.requestId = extensions.requestId
  }
}

/** The API was not reached: nothing is known about whether it did the work. */
export class NetworkError extends Error {
  readonly code = 'NO_CONNECTION'

  constructor(cause: unknown) {
    super('no connection', { cause })
    this.name = 'NetworkError'
  }
}

/** What codegen makes of an operation: only its hash is left at run time. */
export interface Operation<Data, Variables> {
  __apiType?: (variables: Variables) => Data
}

type VariablesOf<Variables> = Variables extends Record<string, never> ? [] : [variables: Variables]

let whenSignedOut: () => void = () => undefined

/** The router says here where a person goes whose session has ended. */
export function onSignedOut(handler: () => void): void {
  whenSignedOut = handler
}

/** Sends one operation and answers its data, or throws an ApiError or a NetworkError. */
export async function ask<Data, Variables>(
  operation: Operation<Data, Variables>,
  ...[variables]: VariablesOf<Variables>
): Promise<Data> {
  const response = await post('/graphql', { documentId: hashOf(operation), variables: variables ?? {} })
  const answer = await bodyOf(response)
  if (!answer.errors?.[0] && response.ok && answer.data) return answer.data as Data
  throw errorIn(answer, response.status)
}

/** The file at a path beside GraphQL, or an ApiError or a NetworkError. */
export async function askForFile(path: `/${string}`, body: object): Promise<Response> {
  const response = await post(path, body)
  if (response.ok) return response
  throw errorIn(await bodyOf(response), response.status)
}

function errorIn({ errors }: Answer, status: number): ApiError {
  const error = new ApiError(errors?.[0]?.extensions ?? { code: codeOfStatus(status) })
  if (error.code === 'UNAUTHENTICATED') whenSignedOut()
  return error
}

async function post(path: string, body: object): Promise<Response> {
  try {
    return await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'x-alongside': 'web' },
      body: JSON.stringify(body),
    })
  } catch (cause) {
    throw new NetworkError(cause)
  }
}

interface Answer {
  data?: unknown
  errors?: { extensions?: ErrorExtensions }[]
}

async function bodyOf(response: Response): Promise<Answer> {
  try {
    return (await response.json()) as Answer
  } catch {
    return {}
  }
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 401) return 'UNAUTHENTICATED'
  if (status === 429) return 'TOO_MANY_ATTEMPTS'
  return status === 408 || status === 502 || status === 503 || status === 504 ? 'UNAVAILABLE' : 'INTERNAL'
}

function hashOf(operation: object): string {
  const meta = '__meta__' in operation ? operation.__meta__ : undefined
  if (meta && typeof meta === 'object' && 'hash' in meta && typeof meta.hash === 'string') return meta.hash
  throw new Error('This operation has no hash: run codegen.')
}
