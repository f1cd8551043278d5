import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../server/request-context.ts'
import * as service from './api-tokens.service.ts'
import { ApiTokenType, Integrations, MadeApiToken, MakeApiTokenInput } from './api-tokens.types.ts'

@Resolver()
export class IntegrationsResolver {
  @Authorized('integration.manage')
  @Query(() => Integrations, { description: 'The tokens that the person may see, and where they are used.' })
  integrations(@Ctx('request') ctx: RequestContext): Promise<Integrations> {
    return service.integrations(ctx)
  }

  @Authorized('integration.manage')
  @Mutation(() => MadeApiToken, {
    description:
      'Makes a token, shown once; at most 20 open at once. The password must have been given within 10 minutes.',
  })
  makeApiToken(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => MakeApiTokenInput) input: MakeApiTokenInput,
  ): Promise<MadeApiToken> {
    return service.makeApiToken(ctx, input)
  }

  @Authorized('integration.manage')
  @Mutation(() => ApiTokenType, { description: 'Ends a token at once; a second time changes nothing.' })
  revokeApiToken(
    @Ctx('request') ctx: RequestContext,
    @Arg('tokenId', () => GraphQLUUID) tokenId: string,
  ): Promise<ApiTokenType> {
    return service.revokeApiToken(ctx, tokenId)
  }
}
