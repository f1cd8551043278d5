import { textRefusals, type Refusal } from '../../validation/refusal.ts'
import { emailRefusals } from '../account/email.ts'
import { memberRolesRefusals } from '../members/member-roles.ts'

/** What an admin states to invite somebody into the organization. */
export interface InvitationInput {
  readonly email: string
  readonly displayName: string
  readonly roles: readonly string[]
}

export const DISPLAY_NAME_LIMIT = 80

/** Refuses a name that is blank or longer than a line on a phone can carry. */
export function displayNameRefusals(field: string, displayName: string): Refusal[] {
  const name = displayName.trim()
  return name === '' ? [{ field, problem: 'required' }] : textRefusals(field, name, DISPLAY_NAME_LIMIT)
}

/** Refuses an invitation without an address, a name, or one to five different roles. */
export function invitationRefusals(input: InvitationInput): Refusal[] {
  return [
    ...emailRefusals('email', input.email),
    ...displayNameRefusals('displayName', input.displayName),
    ...memberRolesRefusals('roles', input.roles),
  ]
}
