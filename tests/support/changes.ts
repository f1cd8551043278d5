import type { Caller } from './test-api.ts'

type Payload = Readonly<Record<string, unknown>> | null
const isStale = (payload: Payload | undefined): boolean => payload?.['__typename'] === 'StaleRevision'

/** What the only mutation of an operation answers; fails the test where it was refused or somebody else was quicker. */
export async function changed<Answer = Record<string, never>>(
  caller: Caller,
  mutation: string,
  variables: Record<string, unknown>,
): Promise<Answer> {
  const [payload] = Object.values(await caller.data<Record<string, Payload>>(mutation, variables))
  if (isStale(payload)) throw new Error(`stale: ${JSON.stringify(payload)}`)
  return payload as Answer
}

/** How the only mutation of an operation was refused: StaleRevision, a reason or a code; undefined where it was not. */
export async function refusal(
  caller: Caller,
  mutation: string,
  variables: Record<string, unknown> = {},
): Promise<string | undefined> {
  const { data, errors } = await caller.ask<Record<string, Payload>>(mutation, variables)
  const [payload] = Object.values(data ?? {})
  if (isStale(payload)) return 'StaleRevision'
  return errors?.[0]?.extensions.fact ?? errors?.[0]?.extensions.code
}
