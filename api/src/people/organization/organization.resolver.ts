import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import {
  OrganizationSettings,
  UpdateOrganizationInput,
  UpdateOrganizationPayload,
} from './organization.types.ts'
import * as settings from './settings.service.ts'

@Resolver()
export class OrganizationResolver {
  @Authorized('organization.settings')
  @Query(() => OrganizationSettings, { description: 'What the own organization states about itself.' })
  organizationSettings(@Ctx('request') ctx: RequestContext): Promise<OrganizationSettings> {
    return settings.organizationSettings(ctx)
  }

  @Authorized('organization.settings')
  @Mutation(() => UpdateOrganizationPayload, {
    description: 'Changes name, kind, home state, time zone and language of the organization.',
  })
  updateOrganization(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UpdateOrganizationInput) input: UpdateOrganizationInput,
  ) {
    return settings.updateOrganization(ctx, input)
  }
}
