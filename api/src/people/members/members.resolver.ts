import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { Role } from '@alongside/shared/people/roles'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { InviteMemberInput, SentInvitation } from '../people.types.ts'
import * as inviting from '../invitations/invite-members.service.ts'
import * as changes from './member-changes.service.ts'
import {
  InviteMembersInput,
  InviteMembersOutcome,
  MemberAsSeen,
  MemberOutcome,
  ResentInvitation,
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
  @Mutation(() => SentInvitation, {
    description:
      'Invites somebody into the own organization; the link is good for 72 hours and one use. BAD_INPUT already-there for an address of its own.',
  })
  inviteMember(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => InviteMemberInput) input: InviteMemberInput,
  ): Promise<SentInvitation> {
    return inviting.inviteMember(ctx, input)
  }

  @Authorized('members.invite')
  @Mutation(() => InviteMembersOutcome, {
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
  @Mutation(() => ResentInvitation, {
    description:
      'A fresh link of 72 hours for somebody who has not joined; the one before ends. CONFLICT members.already-joined.',
  })
  resendInvitation(
    @Ctx('request') ctx: RequestContext,
    @Arg('member', () => MemberAsSeen) member: MemberAsSeen,
    @Arg('email', () => String, {
      nullable: true,
      description: 'Corrects the address; without it the last one is used.',
    })
    email: string | null,
  ) {
    return changes.resendInvitation(ctx, member, email ?? null)
  }

  @Authorized('members.invite')
  @Mutation(() => MemberOutcome, { description: 'Ends the open link of somebody who has not joined.' })
  revokeInvitation(
    @Ctx('request') ctx: RequestContext,
    @Arg('member', () => MemberAsSeen) member: MemberAsSeen,
  ) {
    return changes.revokeInvitation(ctx, member)
  }

  @Authorized('members.manage')
  @Mutation(() => MemberOutcome, {
    description:
      'Sets the roles. A lost role acts at the next request; a gained one ends the sessions of the member, but not the one that asks. CONFLICT members.last-admin.',
  })
  changeMemberRoles(
    @Ctx('request') ctx: RequestContext,
    @Arg('member', () => MemberAsSeen) member: MemberAsSeen,
    @Arg('roles', () => [Role], { description: 'One to five, none twice.' }) roles: Role[],
  ) {
    return changes.changeMemberRoles(ctx, member, roles)
  }

  @Authorized('members.manage')
  @Mutation(() => MemberOutcome, {
    description:
      'Keeps the records, ends every session at once. CONFLICT members.last-admin, members.not-oneself.',
  })
  disableMember(
    @Ctx('request') ctx: RequestContext,
    @Arg('member', () => MemberAsSeen) member: MemberAsSeen,
  ) {
    return changes.disableMember(ctx, member)
  }

  @Authorized('members.manage')
  @Mutation(() => MemberOutcome, { description: 'Lets a disabled member sign in again.' })
  enableMember(@Ctx('request') ctx: RequestContext, @Arg('member', () => MemberAsSeen) member: MemberAsSeen) {
    return changes.enableMember(ctx, member)
  }
}
