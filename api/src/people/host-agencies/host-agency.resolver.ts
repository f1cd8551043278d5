import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Authorized, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import { SentInvitation } from '../people.types.ts'
import * as service from './host-agencies.service.ts'
import { inviteHostAgencyStaff } from './host-agency-staff.service.ts'
import {
  DataSharingDetails,
  HostAgencyContactDetails,
  HostAgencyDetails,
  HostAgencyType,
} from './host-agency.types.ts'

@Resolver()
export class HostAgencyResolver {
  @Authorized('host-agency.read')
  @Query(() => [HostAgencyType], { description: 'The agencies in which peers work, by name; at most 500.' })
  hostAgencies(@Ctx('request') ctx: RequestContext): Promise<HostAgencyType[]> {
    return service.hostAgencies(ctx)
  }

  @Authorized('host-agency.manage')
  @Mutation(() => GraphQLUUID, { description: 'Adds an agency; answers its id.' })
  addHostAgency(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => HostAgencyDetails) input: HostAgencyDetails,
  ): Promise<string> {
    return service.addHostAgency(ctx, input)
  }

  @Authorized('host-agency.manage')
  @Mutation(() => GraphQLUUID, {
    description: 'Changes what an agency is; what others changed meanwhile stays.',
  })
  changeHostAgency(
    @Ctx('request') ctx: RequestContext,
    @Arg('hostAgencyId', () => GraphQLUUID) hostAgencyId: string,
    @Arg('revision', () => Int, { description: 'As last read; another number answers CONFLICT.' })
    revision: number,
    @Arg('input', () => HostAgencyDetails) input: HostAgencyDetails,
  ): Promise<string> {
    return service.changeHostAgency(ctx, hostAgencyId, revision, input)
  }

  @Authorized('host-agency.manage')
  @Mutation(() => GraphQLUUID, { description: 'Adds somebody to call; answers the contact.' })
  addHostAgencyContact(
    @Ctx('request') ctx: RequestContext,
    @Arg('hostAgencyId', () => GraphQLUUID) hostAgencyId: string,
    @Arg('input', () => HostAgencyContactDetails) input: HostAgencyContactDetails,
  ): Promise<string> {
    return service.addHostAgencyContact(ctx, hostAgencyId, input)
  }

  @Authorized('host-agency.manage')
  @Mutation(() => GraphQLUUID, { description: 'Takes a contact off the list.' })
  removeHostAgencyContact(
    @Ctx('request') ctx: RequestContext,
    @Arg('contactId', () => GraphQLUUID) contactId: string,
  ): Promise<string> {
    return service.removeHostAgencyContact(ctx, contactId)
  }

  @Authorized('host-agency.manage')
  @Mutation(() => GraphQLUUID, { description: 'Records an agreement on sharing data; answers it.' })
  recordDataSharing(
    @Ctx('request') ctx: RequestContext,
    @Arg('hostAgencyId', () => GraphQLUUID) hostAgencyId: string,
    @Arg('input', () => DataSharingDetails) input: DataSharingDetails,
  ): Promise<string> {
    return service.recordDataSharing(ctx, hostAgencyId, input)
  }

  @Authorized('host-agency.manage')
  @Mutation(() => GraphQLUUID, { description: 'Corrects or ends an agreement on sharing data.' })
  correctDataSharing(
    @Ctx('request') ctx: RequestContext,
    @Arg('agreementId', () => GraphQLUUID) agreementId: string,
    @Arg('input', () => DataSharingDetails) input: DataSharingDetails,
  ): Promise<string> {
    return service.correctDataSharing(ctx, agreementId, input)
  }

  @Authorized('host-agency.manage')
  @Mutation(() => SentInvitation, {
    description:
      'Invites one of the agency’s own staff to supervise administratively, and nothing else; asks for the password.',
  })
  inviteHostAgencyStaff(
    @Ctx('request') ctx: RequestContext,
    @Arg('hostAgencyId', () => GraphQLUUID) hostAgencyId: string,
    @Arg('email', () => String, { description: 'At most 254 characters.' }) email: string,
    @Arg('displayName', () => String, { description: '1-80 characters.' }) displayName: string,
  ): Promise<SentInvitation> {
    return inviteHostAgencyStaff(ctx, hostAgencyId, { email, displayName })
  }
}
