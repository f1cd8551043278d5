/** The roles a membership can carry in one organization; several may be held at once. */
export const Role = {
  PEER: 'PEER',
  SUPERVISOR: 'SUPERVISOR',
  MANAGER: 'MANAGER',
  ADMIN: 'ADMIN',
  AUDITOR: 'AUDITOR',
} as const
export type Role = (typeof Role)[keyof typeof Role]
export const ROLES = Object.values(Role)
