import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import {
  CreatePasswordResetInput,
  CreatePasswordResetPayload,
  OpenPastCheckInsInput,
  OpenPastCheckInsPayload,
  PasswordResetPreview,
  ReplacePasswordInput,
  ReplacePasswordPayload,
} from './password-reset.types.ts'
import * as resets from './password-resets.service.ts'

@Resolver()
export class PasswordResetResolver {
  @Query(() => PasswordResetPreview, {
    nullable: true,
    description: 'An open link for a new password by its token; null when it is used, over or unknown.',
  })
  passwordReset(
    @Ctx('request') ctx: RequestContext,
    @Arg('token', () => String) token: string,
  ): Promise<PasswordResetPreview | null> {
    return resets.openPasswordReset(ctx, token)
  }

  @Authorized('members.manage')
  @Mutation(() => CreatePasswordResetPayload, {
    description:
      'Sends a member who has lost password and recovery code a link of 72 hours; one from before ends. Their past check-ins stay locked until they give that code. CONFLICT people.password-resets.no-mail, people.password-resets.not-joined.',
  })
  createPasswordReset(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreatePasswordResetInput) input: CreatePasswordResetInput,
  ) {
    return resets.createPasswordReset(ctx, input)
  }

  @Mutation(() => ReplacePasswordPayload, {
    description:
      'A new password by the link that an admin had sent; every session ends, a new recovery code is shown. Must be the only field.',
  })
  replacePassword(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => ReplacePasswordInput) input: ReplacePasswordInput,
  ) {
    return resets.replacePassword(ctx, input)
  }

  @Authorized('check-in.own')
  @Mutation(() => OpenPastCheckInsPayload, {
    description:
      'Opens the check-ins from before a reset with the recovery code of before. Must be the only field.',
  })
  openPastCheckIns(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => OpenPastCheckInsInput) input: OpenPastCheckInsInput,
  ) {
    return resets.openPastCheckIns(ctx, input)
  }
}
