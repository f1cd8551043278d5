import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import * as accounts from './account.service.ts'
import {
  ChangeOwnPasswordInput,
  MyAccount,
  OwnPasswordOutcome,
  OwnPreferences,
  OwnPreferencesInput,
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
  @Mutation(() => String, {
    description: 'Changes the name by which colleagues know one, 1-80 characters; answers it as kept.',
  })
  changeOwnName(
    @Ctx('request') ctx: RequestContext,
    @Arg('name', () => String, { description: '1-80 characters.' }) name: string,
  ): Promise<string> {
    return accounts.changeOwnName(ctx, name)
  }

  @Authorized('account.own')
  @Mutation(() => OwnPreferences, {
    description: 'Keeps language, colours and time zone on the server, for every device.',
  })
  setOwnPreferences(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => OwnPreferencesInput) input: OwnPreferencesInput,
  ): Promise<OwnPreferences> {
    return accounts.setOwnPreferences(ctx, input)
  }

  @Authorized('account.own')
  @Mutation(() => OwnPasswordOutcome, {
    description: 'A new password for the current one; signs every other device out. Must be the only field.',
  })
  changeOwnPassword(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => ChangeOwnPasswordInput) input: ChangeOwnPasswordInput,
  ) {
    return passwords.changeOwnPassword(ctx, input)
  }

  @Authorized('account.own')
  @Mutation(() => Boolean, {
    description: 'Signs one of the own devices out. Always true; NOT_FOUND where there is none.',
  })
  endOwnSession(
    @Ctx('request') ctx: RequestContext,
    @Arg('id', () => GraphQLUUID) id: string,
  ): Promise<boolean> {
    return accounts.endOwnSession(ctx, id)
  }

  @Authorized('account.own')
  @Mutation(() => String, {
    description: 'Another recovery code, shown once, for a password of the last 10 minutes.',
  })
  makeRecoveryCode(@Ctx('request') ctx: RequestContext): Promise<string> {
    return passwords.makeRecoveryCode(ctx)
  }
}
