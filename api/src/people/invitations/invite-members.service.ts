import {
  validateAddressList,
  ListedProblem,
  readAddressList,
} from '@alongside/shared/people/invitations/address-list'
import { canonicalEmail } from '@alongside/shared/people/account/email'
import { validateInvitation } from '@alongside/shared/people/invitations/invitation-input'
import { validateMemberRoles } from '@alongside/shared/people/members/member-roles'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { Mailer } from '../../server/mail/mailer.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { requireConfirmedPassword } from '../sign-in/password-confirmation.service.ts'
import { invitationMail } from './invitation-mail.ts'
import type {
  AddressListRefused,
  InviteMemberInput,
  InviteMemberPayload,
  InviteMembersInput,
  ListedAddressProblem,
  MembersInvited,
  SentInvitation,
} from './invitation.types.ts'
import { addWaitingMembers, addressesTaken, type MadeInvitation } from './waiting-members.ts'

// Inviting somebody, or everybody of a list. An address with an account elsewhere is taken like one without.

export async function inviteMember(
  ctx: RequestContext,
  input: InviteMemberInput,
): Promise<InviteMemberPayload> {
  rejectIfInvalid(validateInvitation(input))
  const invited = { email: canonicalEmail(input.email), displayName: input.displayName.trim() }
  const made = await ctx.unit.transaction(async (tx) => {
    requireConfirmedPassword(tx.actor)
    const taken = await addressesTaken(tx, [invited.email])
    if (taken.size > 0) rejectIfInvalid([{ field: 'email', problem: 'already-there' }])
    const [invitation] = await addWaitingMembers(tx, [invited], input.roles, 'NOW')
    return invitation
  })
  return { invitation: await sentInvitation(ctx, invited.email, made) }
}

/** By mail where a mail server is set up; else the link is for the admin to pass on. */
export async function sentInvitation(
  ctx: RequestContext,
  email: string,
  made: MadeInvitation | undefined,
): Promise<SentInvitation> {
  if (!made) throw new Error('no invitation was made')
  const { environment, mailer } = ctx.services
  const link = `${environment.publicUrl}/invitation#${made.token}`
  const isMailed = mailer !== null && (await isMailedTo(ctx, mailer, email, link))
  return { id: made.id, email, link: isMailed ? null : link, expiresAt: made.expiresAt }
}

/** A mail that cannot be sent leaves the link with whoever invited. A demo organization mails nobody. */
async function isMailedTo(
  ctx: RequestContext,
  mailer: Mailer,
  email: string,
  link: string,
): Promise<boolean> {
  const [organization] = await ctx.unit.run<{ name: string; isDemo: boolean }>(
    'select name, is_demo as "isDemo" from organization where id = (select access.organization_id())',
  )
  if (!organization || organization.isDemo) return false
  try {
    await mailer(invitationMail(email, organization.name, link))
    return true
  } catch (error) {
    ctx.log.warn({ code: (error as { code?: string }).code }, 'an invitation could not be mailed')
    return false
  }
}

/** All of the list in one transaction, or nothing of it; what cannot be invited is named line by line. */
export async function inviteMembers(
  ctx: RequestContext,
  { list, roles, leaveOutProblems }: InviteMembersInput,
): Promise<MembersInvited | AddressListRefused> {
  rejectIfInvalid([...validateAddressList('list', list), ...validateMemberRoles('roles', roles)])
  const items = readAddressList(list)
  const byMail = ctx.services.mailer !== null
  return ctx.unit.transaction(async (tx) => {
    requireConfirmedPassword(tx.actor)
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
