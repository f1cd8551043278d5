import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import * as service from './own-credential.service.ts'
import { AddOwnCredentialInput } from './own-credential.types.ts'

@Resolver()
export class OwnCredentialResolver {
  @Authorized('credential-rule.publish')
  @Mutation(() => String, {
    description: 'Keeps a credential beside the catalogue, for this organization alone. Answers its id.',
  })
  addOwnCredential(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => AddOwnCredentialInput) input: AddOwnCredentialInput,
  ): Promise<string> {
    return service.addOwnCredential(ctx, input)
  }
}
