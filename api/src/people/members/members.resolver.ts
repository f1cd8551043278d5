import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import {
  InviteMemberInput,
  InviteMemberPayload,
  InviteMembersInput,
  InviteMembersPayload,
} from '../invitations/invitation.types.ts'
import * as inviting from '../invitations/invite-members.service.ts'
import * as changes from './member-changes.service.ts'
import {
  DisableMemberInput,
  DisableMemberPayload,
  EnableMemberInput,
  EnableMemberPayload,
  ResendInvitationInput,
  ResendInvitationPayload,
  RevokeInvitationInput,
  RevokeInvitationPayload,
  UpdateMemberRolesInput,
  UpdateMemberRolesPayload,
} from './member-changes.types.ts'
import { members } from './members.service.ts'
import { MemberConnection, MembersFilter, MembersSort } from './members.types.ts'

@Resolver()
export class MembersResolver {
  @Authorized('members.read')
  @Query(() => MemberConnection, {
    description:
      'Everybody of the own organization, joined or not, with roles and state; by name unless asked.',
  })
  members(
    @Ctx('request') ctx: RequestContext,
    @Arg('filter', () => MembersFilter, { defaultValue: {} }) filter: MembersFilter,
    @Arg('sort', () => MembersSort, { nullable: true }) sort: MembersSort | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<MemberConnection> {
    return members(ctx, filter, sort ?? undefined, page)
  }

  @Authorized('members.invite')
  @Mutation(() => InviteMemberPayload, {
    description:
      'Invites somebody into the own organization; the link is good for 72 hours and one use. BAD_INPUT already-there for an address of its own.',
  })
  inviteMember(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => InviteMemberInput) input: InviteMemberInput,
  ): Promise<InviteMemberPayload> {
    return inviting.inviteMember(ctx, input)
  }

  @Authorized('members.invite')
  @Mutation(() => InviteMembersPayload, {
    description:
      'Invites everybody of a list, at most 1,000, in one piece; names what is wrong line by line.',
  })
  inviteMembers(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => InviteMembersInput) input: InviteMembersInput,
  ) {
    return inviting.inviteMembers(ctx, input)
  }

  @Authorized('members.invite')
  @Mutation(() => ResendInvitationPayload, {
    description:
      'A fresh link of 72 hours for somebody who has not joined; the one before ends. CONFLICT people.members.already-joined.',
  })
  resendInvitation(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => ResendInvitationInput) input: ResendInvitationInput,
  ) {
    return changes.resendInvitation(ctx, input)
  }

  @Authorized('members.invite')
  @Mutation(() => RevokeInvitationPayload, {
    description:
      'Revokes the open link of somebody who has not joined. CONFLICT people.members.already-joined.',
  })
  revokeInvitation(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RevokeInvitationInput) input: RevokeInvitationInput,
  ) {
    return changes.revokeInvitation(ctx, input)
  }

  @Authorized('members.manage')
  @Mutation(() => UpdateMemberRolesPayload, {
    description:
      'Sets the roles. A lost role acts at the next request; a gained one ends the sessions of the member, but not the one that asks. A role that one gives oneself waits until another admin or an auditor confirms it, unless nobody else has joined. CONFLICT people.members.last-admin.',
  })
  updateMemberRoles(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UpdateMemberRolesInput) input: UpdateMemberRolesInput,
  ) {
    return changes.updateMemberRoles(ctx, input)
  }

  @Authorized('members.manage')
  @Mutation(() => DisableMemberPayload, {
    description:
      'Keeps the records, ends every session at once. CONFLICT people.members.last-admin, people.members.not-oneself.',
  })
  disableMember(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => DisableMemberInput) input: DisableMemberInput,
  ) {
    return changes.disableMember(ctx, input)
  }

  @Authorized('members.manage')
  @Mutation(() => EnableMemberPayload, { description: 'Lets a disabled member sign in again.' })
  enableMember(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => EnableMemberInput) input: EnableMemberInput,
  ) {
    return changes.enableMember(ctx, input)
  }
}
