import type { UnitOfWork } from '../database/unit-of-work.ts'
import type { RequestContext } from '../server/request-context.ts'
import type { HelpContactType, Me } from './people.types.ts'

// Who the signed-in person is, and whom their organization offers for help.

export async function meOf(unit: UnitOfWork): Promise<Me> {
  const actor = await unit.actor()
  return {
    membershipId: actor.membershipId,
    displayName: actor.displayName,
    roles: [...actor.roles],
    hostAgencyStaff: actor.hostAgencyStaff,
    organization: { id: actor.organizationId, name: actor.organizationName, timeZone: actor.timeZone },
    today: actor.today,
    passwordConfirmed: actor.passwordConfirmed,
  }
}

export function helpContacts(ctx: RequestContext): Promise<HelpContactType[]> {
  return ctx.unit.run<HelpContactType>(
    'select label, phone, url from help_contact where removed_at is null order by position, label, id limit 20',
  )
}
