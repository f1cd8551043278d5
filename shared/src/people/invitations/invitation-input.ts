import { validateLine } from '../../validation/one-line.ts'
import type { ValidationError } from '../../validation/validation-error.ts'
import { validateEmail } from '../account/email.ts'
import { validateMemberRoles } from '../members/member-roles.ts'

/** What an admin states to invite somebody into the organization. */
export interface InvitationInput {
  readonly email: string
  readonly displayName: string
  readonly roles: readonly string[]
}

export const DISPLAY_NAME_LIMIT = 80

/** Refuses a name that is blank or longer than a line on a phone can carry. */
export function validateDisplayName(field: string, displayName: string): ValidationError[] {
  return validateLine(field, displayName, DISPLAY_NAME_LIMIT, { isRequired: true, needsLetter: true })
}

/** Refuses an invitation without an address, a name, or one to five different roles. */
export function validateInvitation(input: InvitationInput): ValidationError[] {
  return [
    ...validateEmail('email', input.email),
    ...validateDisplayName('displayName', input.displayName),
    ...validateMemberRoles('roles', input.roles),
  ]
}
