import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PersonConnection } from '../../people/person.types.ts'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import {
  RecordCertificationInput,
  RecordCertificationPayload,
  RecordContinuingEducationInput,
  RecordContinuingEducationPayload,
} from './certification.types.ts'
import * as recording from './recording.service.ts'
import * as inFull from '../renewals/renewal-in-full.service.ts'
import { RenewalInFull } from '../renewals/renewal-in-full.types.ts'
import { RenewalConnection, RenewalsFilter, RenewalsSort } from '../renewals/renewal.types.ts'
import * as service from '../renewals/renewals.service.ts'

@Resolver()
export class CertificationResolver {
  @Authorized('certification.read')
  @Query(() => RenewalConnection, {
    description: 'Certifications of the organization with their status; by risk unless sorted otherwise.',
  })
  renewals(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => RenewalsFilter, { nullable: true }) filter?: RenewalsFilter,
    @Arg('sort', () => RenewalsSort, { nullable: true }) sort?: RenewalsSort,
  ): Promise<RenewalConnection> {
    return service.renewals(ctx, filter ?? {}, sort ?? undefined, page)
  }

  @Authorized('certification.read')
  @Query(() => RenewalInFull, {
    description: 'One certification in full; unknown and foreign ids answer NOT_FOUND.',
  })
  renewal(
    @Ctx('request') ctx: RequestContext,
    @Arg('certificationId', () => GraphQLUUID) certificationId: string,
  ): Promise<RenewalInFull> {
    return inFull.renewal(ctx, certificationId)
  }

  @Authorized('certification.read')
  @Query(() => String, {
    description:
      'The rows of `renewals` as CSV (RFC 4180); the password must have been given within 10 minutes.',
  })
  renewalsCsv(
    @Ctx('request') ctx: RequestContext,
    @Arg('filter', () => RenewalsFilter, { nullable: true }) filter?: RenewalsFilter,
    @Arg('sort', () => RenewalsSort, { nullable: true }) sort?: RenewalsSort,
  ): Promise<string> {
    return service.renewalsCsv(ctx, filter ?? {}, sort ?? undefined)
  }

  @Authorized('certification.own')
  @Query(() => [RenewalInFull], {
    description: "The peer's own certifications, the most pressing first; at most 100.",
  })
  myCertifications(@Ctx('request') ctx: RequestContext): Promise<RenewalInFull[]> {
    return inFull.myCertifications(ctx)
  }

  @Authorized('certification.manage')
  @Query(() => PersonConnection, {
    description: 'The peers for whom certifications and hours can be recorded, by name.',
  })
  certifiablePeers(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<PersonConnection> {
    return recording.certifiablePeers(ctx, page)
  }

  @Authorized('certification.manage')
  @Mutation(() => RecordCertificationPayload, { description: 'Records a certification that a peer holds.' })
  recordCertification(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RecordCertificationInput) input: RecordCertificationInput,
  ): Promise<RecordCertificationPayload> {
    return recording.recordCertification(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => RecordContinuingEducationPayload, {
    description: 'Records hours of one course for 1-200 peers at once: for all of them or for none.',
  })
  recordContinuingEducation(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RecordContinuingEducationInput) input: RecordContinuingEducationInput,
  ): Promise<RecordContinuingEducationPayload> {
    return recording.recordContinuingEducation(ctx, input)
  }
}
