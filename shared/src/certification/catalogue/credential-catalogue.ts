/** The 69 peer credentials of the states and national boards, as read from public pages; the data is checked by `validateCatalogue`. */
import type { Credential } from './credential.ts'
import data from './state-certifications.json' with { type: 'json' }

/** The state code of a national board's credential. */
export const NATIONAL = 'US'

// The file's inferred type is one literal shape a row; validateCatalogue proves in the tests that it has this one.
export const CREDENTIALS = data.credentials as unknown as readonly Credential[]

const byId = new Map(CREDENTIALS.map((credential) => [credential.id, credential]))

export function credentialById(id: string): Credential | undefined {
  return byId.get(id)
}

/** The credentials of one state ('CA'), or of the national boards ('US'), in the order of the catalogue. */
export function credentialsOfState(state: string): readonly Credential[] {
  return CREDENTIALS.filter((credential) => credential.state === state)
}

/** Every state code in the catalogue, national boards included, in alphabetical order. */
export const CREDENTIAL_STATES: readonly string[] = [
  ...new Set(CREDENTIALS.map((credential) => credential.state)),
].sort()
