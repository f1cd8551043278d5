import type { Caller, TestApi } from '../test-api.ts'
import { type Answer, received, type Received } from '../test-api.ts'

export interface MadeToken {
  readonly secret: string
  readonly token: {
    id: string
    name: string
    capabilities: string[]
    lastUsedAt: string | null
    isOpen: boolean
  }
}

export const MAKE_TOKEN = `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) {
  secret token { id name capabilities lastUsedAt isOpen } } }`

/** A token with these capabilities, made by that person on the screen's own way. */
export async function makeToken(
  maker: Caller,
  capabilities: readonly string[] = ['certification.read', 'credential-catalogue.read'],
  days = 30,
): Promise<MadeToken> {
  const { createApiToken } = await maker.data<{ createApiToken: MadeToken }>(MAKE_TOKEN, {
    input: { name: 'Payroll', capabilities, days },
  })
  return createApiToken
}

/** Asks as an integration does: with the token in the header, without a cookie. */
export function askWithToken<Data = Record<string, unknown>>(
  api: TestApi,
  secret: string,
  query: string,
  { variables = {}, headers = {} }: { variables?: object; headers?: Record<string, string> } = {},
): Promise<Received<Data>> {
  const post = api.raw
    .post('/graphql')
    .set('content-type', 'application/json')
    .set('authorization', `Bearer ${secret}`)
  for (const [name, value] of Object.entries(headers)) void post.set(name, value)
  return received<Data>(post.send(JSON.stringify({ query, variables })))
}

export const codesIn = (answer: Answer<unknown>): string[] =>
  (answer.errors ?? []).map(({ extensions }) => extensions.code)
