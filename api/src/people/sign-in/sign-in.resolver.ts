import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Authorized, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import { demoSignIns } from './demo-sign-ins.ts'
import * as invitations from '../invitations/invitation.service.ts'
import {
  AcceptInvitationInput,
  DemoSignIn,
  InvitationPreview,
  Me,
  MyOrganization,
  RecoverAccountInput,
  SignInInput,
  SignInOutcome,
} from '../people.types.ts'
import * as switching from './organization-switch.service.ts'
import * as signIns from './sign-in.service.ts'

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

  @Mutation(() => SignInOutcome, {
    description: 'Signs in with address and password. Must be the only field of its operation.',
  })
  signIn(@Ctx('request') ctx: RequestContext, @Arg('input', () => SignInInput) input: SignInInput) {
    return signIns.signIn(ctx, input)
  }

  @Mutation(() => Boolean, { description: 'Ends this session. Always true.' })
  signOut(@Ctx('request') ctx: RequestContext): Promise<boolean> {
    return signIns.signOut(ctx)
  }

  @Authorized('account.own')
  @Mutation(() => Int, {
    description: 'Ends every session of the account, this one too; answers how many ended.',
  })
  signOutEverywhere(@Ctx('request') ctx: RequestContext): Promise<number> {
    return signIns.signOutEverywhere(ctx)
  }

  @Authorized('account.own')
  @Mutation(() => SignInOutcome, {
    description: 'The password once more; opens past check-ins for 30 minutes. Must be the only field.',
  })
  confirmPassword(@Ctx('request') ctx: RequestContext, @Arg('password', () => String) password: string) {
    return signIns.confirmPassword(ctx, password)
  }

  @Mutation(() => SignInOutcome, {
    description: 'Accepts an invitation by its one-time token and signs in. Must be the only field.',
  })
  acceptInvitation(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => AcceptInvitationInput) input: AcceptInvitationInput,
  ) {
    return invitations.acceptInvitation(ctx, input)
  }

  @Mutation(() => SignInOutcome, {
    description: 'A new password for the recovery code; every session ends. Must be the only field.',
  })
  recoverAccount(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RecoverAccountInput) input: RecoverAccountInput,
  ) {
    return invitations.recoverAccount(ctx, input)
  }

  @Authorized('account.own')
  @Query(() => [MyOrganization], {
    description: 'The organizations that this account may sign in to, at most 50, by name.',
  })
  myOrganizations(@Ctx('request') ctx: RequestContext): Promise<MyOrganization[]> {
    return switching.myOrganizations(ctx)
  }

  @Authorized('account.own')
  @Mutation(() => Me, {
    description:
      'Goes on in another organization of this account with a new session; the one before ends. NOT_FOUND for any other id.',
  })
  switchOrganization(
    @Ctx('request') ctx: RequestContext,
    @Arg('organizationId', () => GraphQLUUID) organizationId: string,
  ): Promise<Me> {
    return switching.switchOrganization(ctx, organizationId)
  }
}
