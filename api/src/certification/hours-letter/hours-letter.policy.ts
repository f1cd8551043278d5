import { Role } from '@alongside/shared/people/roles'

interface Actor {
  readonly membershipId: string
  readonly roles: readonly string[]
}

/** The peer, whoever supervises them now, and managers. */
export function mayMakeLetter({ membershipId, roles }: Actor, peerId: string, isOwnPeer: boolean): boolean {
  return membershipId === peerId || isOwnPeer || roles.includes(Role.MANAGER)
}

/** A supervisor sees the sessions of their peers, and no service hours. */
export function maySeeServiceHours({ membershipId, roles }: Actor, peerId: string): boolean {
  return membershipId === peerId || roles.includes(Role.MANAGER)
}
