import { validateChoice, type ValidationError } from '../../validation/validation-error.ts'
import { Role, ROLES } from '../roles.ts'

/** Refuses no role at all, one twice, and one that a host agency's own staff cannot hold: they supervise only. */
export function validateMemberRoles(
  field: string,
  roles: readonly string[],
  { isHostAgencyStaff = false } = {},
): ValidationError[] {
  if (roles.length === 0) return [{ field, problem: 'too-few', limit: 1 }]
  if (roles.length > ROLES.length) return [{ field, problem: 'too-many', limit: ROLES.length }]
  return validateChoice(field, roles, isHostAgencyStaff ? [Role.SUPERVISOR] : ROLES)
}
