import type { UnitOfWork } from '../database/unit-of-work.ts'
import type { Me } from './people.types.ts'

// Who the signed-in person is.

export async function meOf(unit: UnitOfWork): Promise<Me> {
  const actor = await unit.actor()
  return {
    accountId: actor.accountId,
    membershipId: actor.membershipId,
    displayName: actor.displayName,
    roles: [...actor.roles],
    hostAgencyStaff: actor.hostAgencyStaff,
    organization: { id: actor.organizationId, name: actor.organizationName, timeZone: actor.timeZone },
    today: actor.today,
    passwordConfirmed: actor.passwordConfirmed,
    isSharedDevice: actor.isSharedDevice,
  }
}
