import { RoleSide } from '@alongside/shared/drift/role-agreement/role-agreement'

/** What the caller has to do with a placement. */
export interface Concern {
  readonly isPeer: boolean
  readonly isStaff: boolean
  /** Staff of the very agency of the placement. */
  readonly isOwnStaff: boolean
  readonly isSupervisor: boolean
  readonly isManager: boolean
}

/** Whose side the caller is on. Agency staff never answer for a peer, also where they supervise one; nobody answers for two. */
export function sideOf({ isPeer, isStaff, isOwnStaff, isSupervisor, isManager }: Concern): RoleSide | null {
  if (isStaff) return isOwnStaff ? RoleSide.HOST_AGENCY : null
  if (isPeer) return RoleSide.PEER
  if (isSupervisor) return RoleSide.SUPERVISOR
  return isManager ? RoleSide.HOST_AGENCY : null
}

/** A manager writes down what somebody at the agency said, by their name. */
export const answersInName = (concern: Concern): boolean =>
  sideOf(concern) === RoleSide.HOST_AGENCY && !concern.isOwnStaff

/** The peer and their own supervisors, since they hold the comparison. */
export function canPropose(concern: Concern): boolean {
  const side = sideOf(concern)
  return side === RoleSide.PEER || side === RoleSide.SUPERVISOR
}

export const canWriteHouseRules = ({ isManager, isOwnStaff }: Concern): boolean => isManager || isOwnStaff
