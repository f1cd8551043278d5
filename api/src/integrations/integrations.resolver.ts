import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../server/request-context.ts'
import * as service from './api-tokens.service.ts'
import {
  CreateApiTokenInput,
  CreateApiTokenPayload,
  Integrations,
  RevokeApiTokenInput,
  RevokeApiTokenPayload,
} from './api-tokens.types.ts'

@Resolver()
export class IntegrationsResolver {
  @Authorized('integration.manage')
  @Query(() => Integrations, { description: 'The tokens that the person may see, and where they are used.' })
  integrations(@Ctx('request') ctx: RequestContext): Promise<Integrations> {
    return service.integrations(ctx)
  }

  @Authorized('integration.manage')
  @Mutation(() => CreateApiTokenPayload, {
    description:
      'Creates a token, shown once. CONFIRM_PASSWORD unless the password was given within 10 minutes. CONFLICT integrations.many-tokens beyond 20 at once.',
  })
  createApiToken(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreateApiTokenInput) input: CreateApiTokenInput,
  ): Promise<CreateApiTokenPayload> {
    return service.createApiToken(ctx, input)
  }

  @Authorized('integration.manage')
  @Mutation(() => RevokeApiTokenPayload, {
    description: 'Revokes a token at once; a second time changes nothing.',
  })
  revokeApiToken(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RevokeApiTokenInput) input: RevokeApiTokenInput,
  ): Promise<RevokeApiTokenPayload> {
    return service.revokeApiToken(ctx, input)
  }
}
