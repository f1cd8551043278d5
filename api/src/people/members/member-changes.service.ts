import { DeviceKind } from '@alongside/shared/people/sign-in/device-kinds'
import { canonicalEmail, validateEmail } from '@alongside/shared/people/account/email'
import { validateMemberRoles } from '@alongside/shared/people/members/member-roles'
import type { Write } from '../../database/reads-and-writes.ts'
import { NOW, type Values, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notification } from '../../notifications/notify.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { StaleRevision } from '../../server/graphql/stale-revision.types.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { Invitation } from '../invitations/invitation.entity.ts'
import { requireConfirmedPassword } from '../sign-in/password-confirmation.service.ts'
import { beginSession } from '../sign-in/sign-in.service.ts'
import { sentInvitation } from '../invitations/invite-members.service.ts'
import type {
  DisableMemberInput,
  EnableMemberInput,
  InvitationResent,
  InvitationRevoked,
  MemberDisabled,
  MemberEnabled,
  MemberInput,
  MemberRolesUpdated,
  ResendInvitationInput,
  RevokeInvitationInput,
  UpdateMemberRolesInput,
} from './member-changes.types.ts'
import { ONE_MEMBER } from './member-rows.ts'
import type { Member } from './members.types.ts'
import { addressesTaken, newInvitations, type MadeInvitation } from '../invitations/waiting-members.ts'
import { Membership } from './membership.entity.ts'

// What an admin changes about a member. Each change names the revision it was decided on: of two, the second is told.

export async function updateMemberRoles(
  ctx: RequestContext,
  input: UpdateMemberRolesInput,
): Promise<MemberRolesUpdated | StaleRevision> {
  const { roles } = input
  rejectIfInvalid(validateMemberRoles('roles', roles))
  // Read now: after the change this session may be over.
  const me = await ctx.unit.actor()
  const isMyself = input.memberId === me.membershipId
  let hasGained = false
  const outcome = await changeMember(ctx, input, async (tx, member) => {
    rejectIfInvalid(
      validateMemberRoles('roles', roles, { isHostAgencyStaff: member.hostAgencyName !== null }),
    )
    hasGained = roles.some((role) => !member.roles.includes(role))
    const told = notification({
      recipientId: isMyself ? [] : member.id,
      kind: 'ROLES_CHANGED',
      key: `roles:${member.id}:${input.expectedRevision}`,
    })
    const [changed] = await tx.write([memberSet(input, { roles }), ...told])
    return changed.length > 0
  })
  // A gained role asks for a new token; whoever gave it to themselves has just shown their password.
  if (isMyself && hasGained && 'member' in outcome)
    await beginSession(ctx, me.accountId, {
      device: me.isSharedDevice ? DeviceKind.SHARED : DeviceKind.OWN,
      organizationId: me.organizationId,
    })
  return outcome
}

export function disableMember(
  ctx: RequestContext,
  input: DisableMemberInput,
): Promise<MemberDisabled | StaleRevision> {
  return changeMember(ctx, input, (tx, member) => {
    if (member.id === tx.actor.membershipId)
      throw new DomainError('CONFLICT', 'people.members.not-oneself', 'Nobody can disable themselves.')
    return setMember(tx, input, { disabledAt: () => 'coalesce(disabled_at, access.now())' })
  })
}

export function enableMember(
  ctx: RequestContext,
  input: EnableMemberInput,
): Promise<MemberEnabled | StaleRevision> {
  return changeMember(ctx, input, (tx) => setMember(tx, input, { disabledAt: null }))
}

/** Closes the link of somebody who has not joined; the membership goes on waiting. */
export function revokeInvitation(
  ctx: RequestContext,
  input: RevokeInvitationInput,
): Promise<InvitationRevoked | StaleRevision> {
  return changeMember(ctx, input, async (tx, member) => {
    mustBeWaiting(member)
    const [changed] = await tx.write([memberSet(input, {}), linkClosed(input)])
    return changed.length > 0
  })
}

/** A fresh link; the one before opens nothing any more. A new address only for whoever has no account here. */
export async function resendInvitation(
  ctx: RequestContext,
  input: ResendInvitationInput,
): Promise<InvitationResent | StaleRevision> {
  const newEmail = input.email ?? null
  if (newEmail !== null) rejectIfInvalid(validateEmail('email', newEmail))
  const made: { email?: string; invitation?: MadeInvitation } = {}
  const outcome = await changeMember(ctx, input, async (tx, member) => {
    mustBeWaiting(member)
    const email = newEmail === null ? member.email : canonicalEmail(newEmail)
    if (email === null) {
      rejectIfInvalid([{ field: 'email', problem: 'required' }])
      return false
    }
    const status = (await addressesTaken(tx, [email])).get(email)
    if (status && status.id !== member.id) rejectIfInvalid([{ field: 'email', problem: 'already-there' }])
    if (!(await setMember(tx, input, {}))) return false
    const invited = { membershipId: member.id, email, displayName: member.displayName }
    const invitations = newInvitations(tx.actor.now, [invited], member.roles, 'NOW')
    await tx.write([linkClosed(input), invitations.inserting])
    Object.assign(made, { email, invitation: invitations.made[0] })
    return true
  })
  if (!('member' in outcome)) return outcome
  return { invitation: await sentInvitation(ctx, made.email ?? '', made.invitation) }
}

/** Loads, lets `change` decide and write, and answers the member as it is after that; false: somebody was quicker. */
async function changeMember(
  ctx: RequestContext,
  { memberId, expectedRevision }: MemberInput,
  change: (tx: Transaction, member: Member) => Promise<boolean>,
): Promise<{ member: Member } | StaleRevision> {
  const work = ctx.unit.transaction(async (tx) => {
    requireConfirmedPassword(tx.actor)
    const member = await memberNow(tx, memberId)
    const isDone = member.revision === expectedRevision && (await change(tx, member))
    const current = await memberNow(tx, memberId)
    return isDone ? { member: current } : { currentRevision: current.revision }
  })
  return work.catch((error: unknown) => {
    if ((error as { constraint?: string }).constraint !== 'membership_last_admin') throw error
    throw new DomainError(
      'CONFLICT',
      'people.members.last-admin',
      'An organization keeps one admin who can sign in.',
    )
  })
}

async function memberNow(tx: Transaction, id: string): Promise<Member> {
  const [member] = await tx.run<Member>(ONE_MEMBER, [id])
  if (!member) throw notFound()
  return member
}

async function setMember(tx: Transaction, seen: MemberInput, set: Values<Membership>): Promise<boolean> {
  const [changed] = await tx.write([memberSet(seen, set)])
  return changed.length > 0
}

function memberSet({ memberId: id, expectedRevision: revision }: MemberInput, set: Values<Membership>) {
  const counted = { ...set, revision: () => 'revision + 1' }
  return updateOf(Membership, { id, revision }, counted, { returning: ['id'] })
}

function linkClosed({ memberId: membershipId }: MemberInput): Write {
  return updateOf(Invitation, { membershipId, acceptedAt: null, revokedAt: null }, { revokedAt: NOW })
}

function mustBeWaiting({ hasJoined }: Member): void {
  if (hasJoined)
    throw new DomainError(
      'CONFLICT',
      'people.members.already-joined',
      'This person has an account here already.',
    )
}
