import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as service from './host-agencies.service.ts'
import {
  CreateHostAgencyContactInput,
  CreateHostAgencyContactPayload,
  CreateHostAgencyInput,
  CreateHostAgencyPayload,
  InviteHostAgencyStaffInput,
  InviteHostAgencyStaffPayload,
  RemoveHostAgencyContactInput,
  RemoveHostAgencyContactPayload,
  UpdateHostAgencyInput,
  UpdateHostAgencyPayload,
} from './host-agency-changes.types.ts'
import { inviteHostAgencyStaff } from './host-agency-staff.service.ts'
import { HostAgencyConnection } from './host-agency.types.ts'

@Resolver()
export class HostAgencyResolver {
  @Authorized('host-agency.read')
  @Query(() => HostAgencyConnection, { description: 'The agencies in which peers work, by name.' })
  hostAgencies(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<HostAgencyConnection> {
    return service.hostAgencies(ctx, page)
  }

  @Authorized('host-agency.manage')
  @Mutation(() => CreateHostAgencyPayload, { description: 'Adds a host agency.' })
  createHostAgency(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreateHostAgencyInput) input: CreateHostAgencyInput,
  ): Promise<CreateHostAgencyPayload> {
    return service.createHostAgency(ctx, input)
  }

  @Authorized('host-agency.manage')
  @Mutation(() => UpdateHostAgencyPayload, { description: 'Changes what a host agency is.' })
  updateHostAgency(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UpdateHostAgencyInput) input: UpdateHostAgencyInput,
  ) {
    return service.updateHostAgency(ctx, input)
  }

  @Authorized('host-agency.manage')
  @Mutation(() => CreateHostAgencyContactPayload, { description: 'Adds somebody to call.' })
  createHostAgencyContact(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreateHostAgencyContactInput) input: CreateHostAgencyContactInput,
  ): Promise<CreateHostAgencyContactPayload> {
    return service.createHostAgencyContact(ctx, input)
  }

  @Authorized('host-agency.manage')
  @Mutation(() => RemoveHostAgencyContactPayload, { description: 'Removes a contact from the list.' })
  removeHostAgencyContact(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RemoveHostAgencyContactInput) input: RemoveHostAgencyContactInput,
  ): Promise<RemoveHostAgencyContactPayload> {
    return service.removeHostAgencyContact(ctx, input)
  }

  @Authorized('host-agency.manage')
  @Mutation(() => InviteHostAgencyStaffPayload, {
    description:
      'Invites one of the agency’s own staff to supervise administratively, and nothing else. CONFIRM_PASSWORD unless the password was given within 10 minutes.',
  })
  inviteHostAgencyStaff(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => InviteHostAgencyStaffInput) input: InviteHostAgencyStaffInput,
  ): Promise<InviteHostAgencyStaffPayload> {
    return inviteHostAgencyStaff(ctx, input)
  }
}
