import { oneLine } from '@alongside/shared/validation/one-line'
import { canonicalEmail } from '@alongside/shared/people/account/email'
import { validateInvitation } from '@alongside/shared/people/invitations/invitation-input'
import { Role } from '@alongside/shared/people/roles'
import { TODAY, insertOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { openInvitationOf, sentInvitation } from '../invitations/invite-members.service.ts'
import { addressesTaken, areLinksMailed, newInvitations } from '../invitations/waiting-members.ts'
import { Membership } from '../members/membership.entity.ts'
import type { InviteHostAgencyStaffInput, InviteHostAgencyStaffPayload } from './host-agency-changes.types.ts'
import { once } from '../../server/submissions/once.ts'
import { requireConfirmedPassword } from '../sign-in/password-confirmation.service.ts'

const ROLES = [Role.SUPERVISOR]

/**
 * One of the agency's own staff, invited to supervise administratively: a membership that names the agency, so that
 * the database lets it hold nothing else, and the invitation that opens it, in one transaction.
 */
export async function inviteHostAgencyStaff(
  ctx: RequestContext,
  input: InviteHostAgencyStaffInput,
): Promise<InviteHostAgencyStaffPayload> {
  rejectIfInvalid(validateInvitation({ ...input, roles: ROLES }))
  const { hostAgencyId } = input
  const [email, displayName] = [canonicalEmail(input.email), oneLine(input.displayName)]
  const add = async (tx: Transaction, membershipId: string) => {
    requireConfirmedPassword(tx.actor)
    const [agencies, taken] = await Promise.all([
      tx.run(
        'select 1 from host_agency where organization_id = (select access.organization_id()) and id = $1',
        [hostAgencyId],
      ),
      addressesTaken(tx, [email]),
    ])
    if (agencies.length === 0) throw notFound()
    if (taken.size > 0) rejectIfInvalid([{ field: 'email', problem: 'already-there' }])
    const member = { id: membershipId, displayName, roles: ROLES, hostAgencyId, joinedOn: TODAY }
    const way = (await areLinksMailed(tx, ctx.services)) ? 'BY_MAIL_LATER' : 'NOW'
    const invited = [{ membershipId, email, displayName }]
    const { made, inserting } = newInvitations(tx.actor.now, invited, ROLES, way)
    await tx.write([insertOf(Membership, member), inserting])
    return made[0]
  }
  return once(ctx, 'inviteHostAgencyStaff', input, add, async (membershipId, made) => ({
    invitation: sentInvitation(ctx, made ?? (await openInvitationOf(ctx, membershipId))),
  }))
}
