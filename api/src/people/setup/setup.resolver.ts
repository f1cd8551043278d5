import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import * as setup from './setup.service.ts'
import { OrganizationSetupStepState, UpdateSetupStepInput, UpdateSetupStepPayload } from './setup.types.ts'

@Resolver()
export class SetupResolver {
  @Authorized('organization.settings')
  @Query(() => [OrganizationSetupStepState], { description: 'Every step of setting up, in its order.' })
  organizationSetup(@Ctx('request') ctx: RequestContext): Promise<OrganizationSetupStepState[]> {
    return setup.organizationSetup(ctx)
  }

  @Authorized('organization.settings')
  @Mutation(() => UpdateSetupStepPayload, { description: 'Marks a step done or skipped, or opens it again.' })
  updateSetupStep(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UpdateSetupStepInput) input: UpdateSetupStepInput,
  ): Promise<UpdateSetupStepPayload> {
    return setup.updateSetupStep(ctx, input)
  }
}
