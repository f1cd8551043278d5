import { Role } from '@alongside/shared/people/roles'

interface Actor {
  readonly membershipId: string
  readonly roles: readonly string[]
}

/** The peer, and whoever keeps or reads certifications for the organization. */
export function maySeePath({ membershipId, roles }: Actor, peerId: string): boolean {
  return membershipId === peerId || roles.includes(Role.MANAGER) || roles.includes(Role.AUDITOR)
}
