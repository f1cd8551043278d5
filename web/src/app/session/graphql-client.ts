import type { ValidationError } from '@alongside/shared/validation/validation-error'

import { underKey } from './sending-keys.ts'

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

export type VariablesOf<Variables> = Variables extends Record<string, never> ? [] : [variables: Variables]

/** The tab that asks: for which membership it was drawn, and what it does with answers that concern all of it. */
export interface Tab {
  membershipId(): string | null
  /** The session has ended. */
  signedOut(): void
  /** Another person, or the same one in another organization, has signed in in this browser. */
  displaced(): void
  /** The server's day is later than the one that the tab knows. */
  outdated(): void
}

let tab: Tab | null = null

/** The session store says here whose tab this is. */
export function bindTab(bound: Tab): void {
  tab = bound
}

/** Sends one operation and answers its data, or throws an ApiError or a NetworkError. What adds is sent under a key. */
export async function ask<Data, Variables>(
  operation: Operation<Data, Variables>,
  ...[variables]: VariablesOf<Variables>
): Promise<Data> {
  const membershipId = tab?.membershipId() ?? null
  const { hash, adds } = metaOf(operation)
  const keyed = adds ? underKey(`${hash} ${membershipId}`, variables as { input: object }) : null
  const body = bodyFor(operation, keyed?.variables ?? variables)
  const data = await dataIn<Data>(await post('/graphql', body, membershipId))
  keyed?.isThrough()
  return data
}

/** As `askAs`, for what is sent without anybody asking: the tab hears nothing of how it went. */
export async function askQuietly<Data, Variables>(
  membershipId: string | null,
  operation: Operation<Data, Variables>,
  ...[variables]: VariablesOf<Variables>
): Promise<Data> {
  return dataIn(await post('/graphql', bodyFor(operation, variables), membershipId), null)
}

/** As `ask`, for the membership that is named: null asks who is signed in, whoever that is. */
export async function askAs<Data, Variables>(
  membershipId: string | null,
  operation: Operation<Data, Variables>,
  ...[variables]: VariablesOf<Variables>
): Promise<Data> {
  return dataIn(await post('/graphql', bodyFor(operation, variables), membershipId))
}

function bodyFor(operation: object, variables: unknown): JsonBody {
  return json({ documentId: metaOf(operation).hash, variables: variables ?? {} })
}

async function dataIn<Data>(response: Response, told = tab): Promise<Data> {
  const answer = await bodyOf(response)
  if (!answer.errors?.[0] && response.ok && answer.data) return answer.data as Data
  throw errorIn(answer, response.status, told)
}

/** The file at a path beside GraphQL, or an ApiError or a NetworkError. */
export async function askForFile(path: `/${string}`, body: object): Promise<Response> {
  const response = await post(path, json(body), tab?.membershipId() ?? null)
  if (response.ok) return response
  throw errorIn(await bodyOf(response), response.status)
}

/** Sends a file to a path beside GraphQL and answers what came of it, or throws an ApiError or a NetworkError. */
export async function sendFile<Data>(
  path: `/${string}`,
  file: Blob,
  headers: Record<string, string>,
): Promise<Data> {
  return dataIn(await post(path, { body: file, headers }, tab?.membershipId() ?? null))
}

/** Sends a text to a path beside GraphQL that answers with a file. */
export async function sendForFile(
  path: `/${string}`,
  body: Blob,
  headers: Record<string, string>,
): Promise<Response> {
  const response = await post(path, { body, headers }, tab?.membershipId() ?? null)
  if (response.ok) return response
  throw errorIn(await bodyOf(response), response.status)
}

const OTHER_MEMBERSHIP = 'people.sign-in.other-membership'

function errorIn({ errors }: Answer, status: number, told = tab): ApiError {
  const error = new ApiError(errors?.[0]?.extensions ?? { code: codeOfStatus(status) })
  if (error.code === 'UNAUTHENTICATED') told?.signedOut()
  if (error.fact === OTHER_MEMBERSHIP) told?.displaced()
  if (error.validationErrors.some(({ problem }) => problem === 'in-the-future')) told?.outdated()
  return error
}

interface JsonBody {
  readonly body: BodyInit
  readonly headers: Record<string, string>
}

function json(body: object): JsonBody {
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

/** Every request names the membership that the page was drawn for; the API refuses it for any other session. */
async function post(
  path: string,
  { body, headers }: JsonBody,
  membershipId: string | null,
): Promise<Response> {
  try {
    return await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        ...headers,
        'x-alongside': 'web',
        ...(membershipId === null ? {} : { 'x-alongside-membership': membershipId }),
      },
      body,
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
  return status === 408 || status === 425 || status === 502 || status === 503 || status === 504
    ? 'UNAVAILABLE'
    : 'INTERNAL'
}

interface Meta {
  readonly hash: string
  /** Its input takes an idempotency key. */
  readonly adds?: true
}

function metaOf(operation: object): Meta {
  const { __meta__: meta } = operation as { readonly __meta__?: Meta }
  if (meta?.hash) return meta
  throw new Error('This operation has no hash: run codegen.')
}
