import { Arg, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import {
  ArchiveCustomCredentialInput,
  ArchiveCustomCredentialPayload,
  CorrectCustomCredentialInput,
  CorrectCustomCredentialPayload,
  CreateCustomCredentialInput,
  CreateCustomCredentialPayload,
  UnarchiveCustomCredentialInput,
  UnarchiveCustomCredentialPayload,
} from './custom-credential-changes.types.ts'
import * as changes from './custom-credential-changes.service.ts'
import * as service from './custom-credential.service.ts'
import { CustomCredentialType } from './custom-credential.types.ts'

@Resolver()
export class CustomCredentialResolver {
  @Authorized('credential-rule.read')
  @Query(() => CustomCredentialType, {
    description: "A credential of the organization's own, with its corrections; other ids answer NOT_FOUND.",
  })
  customCredential(
    @Ctx('request') ctx: RequestContext,
    @Arg('credentialId', () => ID) credentialId: string,
  ): Promise<CustomCredentialType> {
    return service.customCredential(ctx, credentialId)
  }

  @Authorized('credential-rule.publish')
  @Mutation(() => CreateCustomCredentialPayload, {
    description: 'Adds a credential beside the catalogue, for this organization alone.',
  })
  createCustomCredential(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreateCustomCredentialInput) input: CreateCustomCredentialInput,
  ): Promise<CreateCustomCredentialPayload> {
    return changes.createCustomCredential(ctx, input)
  }

  @Authorized('credential-rule.publish')
  @Mutation(() => CorrectCustomCredentialPayload, {
    description: 'Corrects what it is called; what it was stays to be read.',
  })
  correctCustomCredential(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CorrectCustomCredentialInput) input: CorrectCustomCredentialInput,
  ) {
    return changes.correctCustomCredential(ctx, input)
  }

  @Authorized('credential-rule.publish')
  @Mutation(() => ArchiveCustomCredentialPayload, {
    description: 'Archives a credential: it is not offered any more. CONFLICT where somebody holds it.',
  })
  archiveCustomCredential(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => ArchiveCustomCredentialInput) input: ArchiveCustomCredentialInput,
  ) {
    return changes.archiveCustomCredential(ctx, input)
  }

  @Authorized('credential-rule.publish')
  @Mutation(() => UnarchiveCustomCredentialPayload, { description: 'Offers an archived credential again.' })
  unarchiveCustomCredential(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UnarchiveCustomCredentialInput) input: UnarchiveCustomCredentialInput,
  ) {
    return changes.unarchiveCustomCredential(ctx, input)
  }
}
