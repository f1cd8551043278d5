import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import * as accounts from './account.service.ts'
import {
  CreateRecoveryCodePayload,
  EndOwnSessionInput,
  EndOwnSessionPayload,
  MyAccount,
  UpdateOwnNameInput,
  UpdateOwnNamePayload,
  UpdateOwnPasswordInput,
  UpdateOwnPasswordPayload,
  UpdateOwnPreferencesInput,
  UpdateOwnPreferencesPayload,
} from './account.types.ts'
import * as passwords from './own-password.service.ts'

@Resolver()
export class AccountResolver {
  @Authorized('account.own')
  @Query(() => MyAccount, { description: 'The own account: address, preferences, signed-in devices.' })
  myAccount(@Ctx('request') ctx: RequestContext): Promise<MyAccount> {
    return accounts.myAccount(ctx)
  }

  @Authorized('account.own')
  @Mutation(() => UpdateOwnNamePayload, { description: 'Changes the name by which colleagues know one.' })
  updateOwnName(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UpdateOwnNameInput) input: UpdateOwnNameInput,
  ): Promise<UpdateOwnNamePayload> {
    return accounts.updateOwnName(ctx, input)
  }

  @Authorized('account.own')
  @Mutation(() => UpdateOwnPreferencesPayload, {
    description: 'Keeps language, colours and time zone on the server, for every device.',
  })
  updateOwnPreferences(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UpdateOwnPreferencesInput) input: UpdateOwnPreferencesInput,
  ): Promise<UpdateOwnPreferencesPayload> {
    return accounts.updateOwnPreferences(ctx, input)
  }

  @Authorized('account.own')
  @Mutation(() => UpdateOwnPasswordPayload, {
    description:
      'A new password for the current one; signs every other device out and revokes own API tokens. Must be the only field.',
  })
  updateOwnPassword(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UpdateOwnPasswordInput) input: UpdateOwnPasswordInput,
  ) {
    return passwords.updateOwnPassword(ctx, input)
  }

  @Authorized('account.own')
  @Mutation(() => EndOwnSessionPayload, {
    description: 'Signs one of the own devices out. NOT_FOUND where there is none.',
  })
  endOwnSession(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => EndOwnSessionInput) input: EndOwnSessionInput,
  ): Promise<EndOwnSessionPayload> {
    return accounts.endOwnSession(ctx, input)
  }

  @Authorized('account.own')
  @Mutation(() => CreateRecoveryCodePayload, {
    description: 'Another recovery code. CONFIRM_PASSWORD unless the password was given within 10 minutes.',
  })
  createRecoveryCode(@Ctx('request') ctx: RequestContext): Promise<CreateRecoveryCodePayload> {
    return passwords.createRecoveryCode(ctx)
  }
}
