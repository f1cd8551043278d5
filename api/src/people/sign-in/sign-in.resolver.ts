import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as invitations from '../invitations/invitation.service.ts'
import { AcceptInvitationInput, InvitationPreview } from '../invitations/invitation.types.ts'
import { Me } from '../people.types.ts'
import { demoSignIns } from './demo-sign-ins.ts'
import * as switching from './organization-switch.service.ts'
import * as signIns from './sign-in.service.ts'
import {
  AcceptInvitationPayload,
  ConfirmPasswordInput,
  ConfirmPasswordPayload,
  DemoSignIn,
  MyOrganizationConnection,
  RecoverAccountInput,
  RecoverAccountPayload,
  SignInInput,
  SignInPayload,
  SignOutEverywherePayload,
  SignOutPayload,
  SwitchOrganizationInput,
  SwitchOrganizationPayload,
} from './sign-in.types.ts'

@Resolver()
export class SignInResolver {
  @Query(() => Me, { nullable: true, description: 'The signed-in person; null when nobody is.' })
  me(@Ctx('request') ctx: RequestContext): Promise<Me | null> {
    return signIns.me(ctx)
  }

  @Query(() => [DemoSignIn], {
    description: 'The sign-ins of the demo organizations; empty outside demo mode.',
  })
  demoSignIns(@Ctx('request') ctx: RequestContext): Promise<DemoSignIn[]> {
    return demoSignIns(ctx)
  }

  @Query(() => InvitationPreview, {
    nullable: true,
    description: 'An open invitation by its token; null when it is used, over or unknown.',
  })
  invitation(
    @Ctx('request') ctx: RequestContext,
    @Arg('token', () => String) token: string,
  ): Promise<InvitationPreview | null> {
    return invitations.openInvitation(ctx, token)
  }

  @Mutation(() => SignInPayload, {
    description: 'Signs in with address and password. Must be the only field of its operation.',
  })
  signIn(@Ctx('request') ctx: RequestContext, @Arg('input', () => SignInInput) input: SignInInput) {
    return signIns.signIn(ctx, input)
  }

  @Mutation(() => SignOutPayload, { description: 'Ends this session.' })
  signOut(@Ctx('request') ctx: RequestContext): Promise<SignOutPayload> {
    return signIns.signOut(ctx)
  }

  @Authorized('account.own')
  @Mutation(() => SignOutEverywherePayload, {
    description: 'Ends every session of the account, this one too, and revokes the API tokens that it made.',
  })
  signOutEverywhere(@Ctx('request') ctx: RequestContext): Promise<SignOutEverywherePayload> {
    return signIns.signOutEverywhere(ctx)
  }

  @Authorized('account.own')
  @Mutation(() => ConfirmPasswordPayload, {
    description: 'The password once more; opens past check-ins for 30 minutes. Must be the only field.',
  })
  confirmPassword(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => ConfirmPasswordInput) input: ConfirmPasswordInput,
  ) {
    return signIns.confirmPassword(ctx, input)
  }

  @Mutation(() => AcceptInvitationPayload, {
    description: 'Accepts an invitation by its one-time token and signs in. Must be the only field.',
  })
  acceptInvitation(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => AcceptInvitationInput) input: AcceptInvitationInput,
  ) {
    return invitations.acceptInvitation(ctx, input)
  }

  @Mutation(() => RecoverAccountPayload, {
    description: 'A new password for the recovery code; every session ends. Must be the only field.',
  })
  recoverAccount(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RecoverAccountInput) input: RecoverAccountInput,
  ) {
    return invitations.recoverAccount(ctx, input)
  }

  @Authorized('account.own')
  @Query(() => MyOrganizationConnection, {
    description: 'The organizations that this account may sign in to, by name.',
  })
  myOrganizations(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<MyOrganizationConnection> {
    return switching.myOrganizations(ctx, page)
  }

  @Authorized('account.own')
  @Mutation(() => SwitchOrganizationPayload, {
    description:
      'Goes on in another organization of this account with a new session; the one before ends. NOT_FOUND for any other id.',
  })
  switchOrganization(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => SwitchOrganizationInput) input: SwitchOrganizationInput,
  ): Promise<SwitchOrganizationPayload> {
    return switching.switchOrganization(ctx, input)
  }
}
