import { Arg, Authorized, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import * as service from './custom-credential.service.ts'
import {
  AddOwnCredentialInput,
  CorrectOwnCredentialInput,
  OwnCredentialType,
} from './custom-credential.types.ts'

@Resolver()
export class OwnCredentialResolver {
  @Authorized('credential-rule.read')
  @Query(() => OwnCredentialType, {
    description: "A credential of the organization's own, with its corrections; other ids answer NOT_FOUND.",
  })
  ownCredential(
    @Ctx('request') ctx: RequestContext,
    @Arg('credentialId', () => String) credentialId: string,
  ): Promise<OwnCredentialType> {
    return service.ownCredential(ctx, credentialId)
  }

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

  @Authorized('credential-rule.publish')
  @Mutation(() => Int, {
    description: 'Corrects what it is called; what it was stays to be read. Answers the new revision.',
  })
  correctOwnCredential(
    @Ctx('request') ctx: RequestContext,
    @Arg('credentialId', () => String) credentialId: string,
    @Arg('input', () => CorrectOwnCredentialInput) input: CorrectOwnCredentialInput,
  ): Promise<number> {
    return service.correctOwnCredential(ctx, credentialId, input)
  }

  @Authorized('credential-rule.publish')
  @Mutation(() => Int, {
    description:
      'Puts a credential away that nobody holds, or brings it back. CONFLICT where somebody holds it, or it was changed. Answers the new revision.',
  })
  retireOwnCredential(
    @Ctx('request') ctx: RequestContext,
    @Arg('credentialId', () => String) credentialId: string,
    @Arg('revision', () => Int, { description: 'As last read.' }) revision: number,
    @Arg('retired', () => Boolean) retired: boolean,
  ): Promise<number> {
    return service.retireOwnCredential(ctx, credentialId, { revision, retired })
  }
}
