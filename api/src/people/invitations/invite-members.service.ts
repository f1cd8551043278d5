import { oneLine } from '@alongside/shared/validation/one-line'
import {
  validateAddressList,
  ListedProblem,
  readAddressList,
} from '@alongside/shared/people/invitations/address-list'
import { canonicalEmail } from '@alongside/shared/people/account/email'
import { validateInvitation } from '@alongside/shared/people/invitations/invitation-input'
import { validateMemberRoles } from '@alongside/shared/people/members/member-roles'
import { columnsOf, NOW, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { requireConfirmedPassword } from '../sign-in/password-confirmation.service.ts'
import type {
  AddressListRefused,
  InviteMemberInput,
  InviteMemberPayload,
  InviteMembersInput,
  ListedAddressProblem,
  MembersInvited,
  SentInvitation,
} from './invitation.types.ts'
import { Invitation } from './invitation.entity.ts'
import {
  addWaitingMembers,
  addressesTaken,
  areLinksMailed,
  IN_TURN,
  type MadeInvitation,
  newInvitations,
} from './waiting-members.ts'

// Inviting somebody, or everybody of a list. An address with an account elsewhere is taken like one without.

export async function inviteMember(
  ctx: RequestContext,
  input: InviteMemberInput,
): Promise<InviteMemberPayload> {
  rejectIfInvalid(validateInvitation(input))
  const invited = { email: canonicalEmail(input.email), displayName: oneLine(input.displayName) }
  const add = async (tx: Transaction, membershipId: string) => {
    requireConfirmedPassword(tx.actor)
    const taken = await addressesTaken(tx, [invited.email])
    if (taken.size > 0) rejectIfInvalid([{ field: 'email', problem: 'already-there' }])
    const way = (await areLinksMailed(tx, ctx.services)) ? 'BY_MAIL_LATER' : 'NOW'
    const [invitation] = await addWaitingMembers(tx, [{ ...invited, membershipId }], input.roles, way)
    return invitation
  }
  return once(ctx, 'inviteMember', input, add, async (membershipId, made) => ({
    invitation: sentInvitation(ctx, made ?? (await openInvitationOf(ctx, membershipId))),
  }))
}

/** The answer with the link was lost. Where links go by hand nobody has it, so it is made anew. */
export function openInvitationOf(
  ctx: RequestContext,
  membershipId: string,
): Promise<MadeInvitation | undefined> {
  return ctx.unit.transaction(async (tx) => {
    requireConfirmedPassword(tx.actor)
    await tx.run(IN_TURN)
    const [open] = await tx.run<Open>(
      `select ${OPEN} from invitation
        where organization_id = (select access.organization_id()) and membership_id = $1
          and accepted_at is null and revoked_at is null`,
      [membershipId],
    )
    if (!open) throw notFound()
    if (await areLinksMailed(tx, ctx.services)) return { ...open, token: null }
    const { made, inserting } = newInvitations(tx.actor.now, [{ ...open, membershipId }], open.roles, 'NOW')
    await tx.write([updateOf(Invitation, { id: open.id }, { revokedAt: NOW }), inserting])
    return made[0]
  })
}

type Open = Pick<Invitation, 'id' | 'email' | 'displayName' | 'roles' | 'expiresAt'>
const OPEN = columnsOf(Invitation, '', ['id', 'email', 'displayName', 'roles', 'expiresAt'])

/** Without a mail server the link is for whoever invited to pass on; with one, it comes back to nobody. */
export function sentInvitation(ctx: RequestContext, made: MadeInvitation | undefined): SentInvitation {
  if (!made) throw new Error('no invitation was made')
  const { id, email, token, expiresAt } = made
  const link = token === null ? null : `${ctx.services.environment.publicUrl}/invitation#${token}`
  return { id, email, link, expiresAt }
}

/** All of the list in one transaction, or nothing of it; what cannot be invited is named line by line. */
export async function inviteMembers(
  ctx: RequestContext,
  { list, roles, leaveOutProblems }: InviteMembersInput,
): Promise<MembersInvited | AddressListRefused> {
  rejectIfInvalid([...validateAddressList('list', list), ...validateMemberRoles('roles', roles)])
  const items = readAddressList(list)
  return ctx.unit.transaction(async (tx) => {
    requireConfirmedPassword(tx.actor)
    const byMail = await areLinksMailed(tx, ctx.services)
    const taken = await addressesTaken(tx, [...new Set(items.map(({ email }) => email))])
    const assessed = items.map((item) => ({
      ...item,
      problem: item.problem ?? problemOfTaken(taken.get(item.email)),
    }))
    const ready = assessed.filter(({ problem }) => problem === null)
    const problems = assessed.flatMap(({ line, text, problem }): ListedAddressProblem[] =>
      problem === null ? [] : [{ line, text, problem }],
    )
    if (problems.length > 0 && !leaveOutProblems) return { readyCount: ready.length, problems }
    if (ready.length > 0)
      await addWaitingMembers(tx, ready, roles, byMail ? 'BY_MAIL_LATER' : 'BY_HAND_LATER')
    return { invitedCount: ready.length, byMail, leftOut: problems }
  })
}

function problemOfTaken(taken: { hasJoined: boolean } | undefined): ListedProblem | null {
  if (!taken) return null
  return taken.hasJoined ? ListedProblem.ALREADY_MEMBER : ListedProblem.ALREADY_INVITED
}
