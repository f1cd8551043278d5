import { randomUUID } from 'node:crypto'
import { canonicalEmail } from '@alongside/shared/people/email'
import { invitationRefusals } from '@alongside/shared/people/invitation-input'
import { Role } from '@alongside/shared/people/roles'
import { insertOf, TODAY } from '../../database/statements.ts'
import { notFound, refuse } from '../../server/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { sentInvitation } from '../members/invite-members.service.ts'
import { Membership } from '../members/membership.entity.ts'
import { addressesTaken, newInvitations } from '../members/waiting-members.ts'
import type { SentInvitation } from '../people.types.ts'
import { requireConfirmedPassword } from '../sign-in/password-confirmation.service.ts'

const ROLES = [Role.SUPERVISOR]

/**
 * One of the agency's own staff, invited to supervise administratively: a membership that names the agency, so that
 * the database lets it hold nothing else, and the invitation that opens it, in one transaction.
 */
export async function inviteHostAgencyStaff(
  ctx: RequestContext,
  hostAgencyId: string,
  wanted: { email: string; displayName: string },
): Promise<SentInvitation> {
  refuse(invitationRefusals({ ...wanted, roles: ROLES }))
  const [email, displayName] = [canonicalEmail(wanted.email), wanted.displayName.trim()]
  const made = await ctx.unit.transaction(async (tx) => {
    requireConfirmedPassword(tx.actor)
    const [agencies, taken] = await Promise.all([
      tx.run(
        'select 1 from host_agency where organization_id = (select access.organization_id()) and id = $1',
        [hostAgencyId],
      ),
      addressesTaken(tx, [email]),
    ])
    if (agencies.length === 0) throw notFound()
    if (taken.size > 0) refuse([{ field: 'email', problem: 'already-there' }])
    const membershipId = randomUUID()
    const member = { id: membershipId, displayName, roles: ROLES, hostAgencyId, joinedOn: TODAY }
    const { made, inserting } = newInvitations(
      tx.actor.now,
      [{ membershipId, email, displayName }],
      ROLES,
      'NOW',
    )
    await tx.write([insertOf(Membership, member), inserting])
    return made[0]
  })
  return sentInvitation(ctx, email, made)
}
