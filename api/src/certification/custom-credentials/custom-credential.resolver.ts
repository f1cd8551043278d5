import { Arg, Authorized, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import * as service from './custom-credential.service.ts'
import {
  AddCustomCredentialInput,
  CorrectCustomCredentialInput,
  CustomCredentialType,
} from './custom-credential.types.ts'

@Resolver()
export class CustomCredentialResolver {
  @Authorized('credential-rule.read')
  @Query(() => CustomCredentialType, {
    description: "A credential of the organization's own, with its corrections; other ids answer NOT_FOUND.",
  })
  customCredential(
    @Ctx('request') ctx: RequestContext,
    @Arg('credentialId', () => String) credentialId: string,
  ): Promise<CustomCredentialType> {
    return service.customCredential(ctx, credentialId)
  }

  @Authorized('credential-rule.publish')
  @Mutation(() => String, {
    description: 'Keeps a credential beside the catalogue, for this organization alone. Answers its id.',
  })
  addCustomCredential(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => AddCustomCredentialInput) input: AddCustomCredentialInput,
  ): Promise<string> {
    return service.addCustomCredential(ctx, input)
  }

  @Authorized('credential-rule.publish')
  @Mutation(() => Int, {
    description: 'Corrects what it is called; what it was stays to be read. Answers the new revision.',
  })
  correctCustomCredential(
    @Ctx('request') ctx: RequestContext,
    @Arg('credentialId', () => String) credentialId: string,
    @Arg('input', () => CorrectCustomCredentialInput) input: CorrectCustomCredentialInput,
  ): Promise<number> {
    return service.correctCustomCredential(ctx, credentialId, input)
  }

  @Authorized('credential-rule.publish')
  @Mutation(() => Int, {
    description:
      'Puts a credential away that nobody holds, or brings it back. CONFLICT where somebody holds it, or it was changed. Answers the new revision.',
  })
  retireCustomCredential(
    @Ctx('request') ctx: RequestContext,
    @Arg('credentialId', () => String) credentialId: string,
    @Arg('revision', () => Int, { description: 'As last read.' }) revision: number,
    @Arg('retired', () => Boolean) retired: boolean,
  ): Promise<number> {
    return service.retireCustomCredential(ctx, credentialId, { revision, retired })
  }
}
