import { ApiError } from '../session/graphql-client.ts'

/**
 * The payload of a change; where somebody else changed the record first, an error whose words are those of `fact`, so
 * that a form or a toast says it like everything else that did not go through.
 */
export function unlessStale<Payload extends { readonly __typename: string }>(
  payload: Payload,
  fact: string,
): Exclude<Payload, { readonly __typename: 'StaleRevision' }> {
  if (payload.__typename === 'StaleRevision') throw new ApiError({ code: 'CONFLICT', fact })
  return payload as Exclude<Payload, { readonly __typename: 'StaleRevision' }>
}
