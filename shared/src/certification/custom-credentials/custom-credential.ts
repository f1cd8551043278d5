/** A credential that an organization keeps beside the catalogue: its names, its id, and what is refused of it. */
import { validateText, type ValidationError } from '../../validation/validation-error.ts'
import type { Credential } from '../catalogue/credential.ts'

export const OWN_NAME_LIMIT = 120
export const OWN_ABBREVIATION_LIMIT = 20
export const OWN_BODY_LIMIT = 200
const PREFIX = 'custom-'
const OWN_ID = /^custom-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What every credential is called by, whether it stands in the catalogue or is an organization's own. */
export type CredentialNames = Pick<
  Credential,
  'id' | 'state' | 'credential' | 'abbreviation' | 'alsoKnownAs' | 'certifyingBody'
> & {
  /** Put away by the organization. */
  readonly isArchived?: boolean
}

export interface CustomCredentialInput {
  readonly name: string
  readonly abbreviation: string
  readonly certifyingBody?: string | null
  /** Two letters; 'US' where it holds everywhere. */
  readonly state: string
}

/** The id by which rules and certifications know it: no id of the catalogue begins like it. */
export const customCredentialId = (uuid: string): string => `${PREFIX}${uuid}`

export const isCustomCredential = (credentialId: string): boolean => OWN_ID.test(credentialId)

/** The key of its row; null where the id is the catalogue's. */
export const customCredentialKey = (credentialId: string): string | null =>
  isCustomCredential(credentialId) ? credentialId.slice(PREFIX.length) : null

/** `states` are those that can be chosen. */
export function validateCustomCredential(
  input: CustomCredentialInput,
  states: readonly string[],
): ValidationError[] {
  const { name, abbreviation, certifyingBody, state } = input
  return [
    ...requiredText('name', name, OWN_NAME_LIMIT),
    ...requiredText('abbreviation', abbreviation, OWN_ABBREVIATION_LIMIT),
    ...validateText('certifyingBody', certifyingBody, OWN_BODY_LIMIT),
    ...(states.includes(state) ? [] : [{ field: 'state', problem: 'not-an-option' } as const]),
  ]
}

function requiredText(field: string, text: string, limit: number): ValidationError[] {
  if (text.trim() === '') return [{ field, problem: 'required' }]
  return validateText(field, text.trim(), limit)
}
