import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import {
  CertifiablePeer,
  RecordCertificationInput,
  RecordContinuingEducationInput,
  RecordedCertification,
  RecordedContinuingEducation,
} from './certification.types.ts'
import * as recording from './recording.service.ts'

@Resolver()
export class CertificationResolver {
  @Authorized('certification.manage')
  @Query(() => [CertifiablePeer], {
    description: 'The peers of the organization by name, 1,000 a page; fewer are the last page.',
  })
  certifiablePeers(
    @Ctx('request') ctx: RequestContext,
    @Arg('after', () => GraphQLUUID, { nullable: true, description: 'The last peer of the page before.' })
    after?: string | null,
  ): Promise<CertifiablePeer[]> {
    return recording.certifiablePeers(ctx, after ?? null)
  }

  @Authorized('certification.manage')
  @Mutation(() => RecordedCertification, { description: 'Records a certification that a peer holds.' })
  recordCertification(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RecordCertificationInput) input: RecordCertificationInput,
  ): Promise<RecordedCertification> {
    return recording.recordCertification(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => RecordedContinuingEducation, {
    description: 'Records hours of one course for 1-200 peers at once: for all of them or for none.',
  })
  recordContinuingEducation(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RecordContinuingEducationInput) input: RecordContinuingEducationInput,
  ): Promise<RecordedContinuingEducation> {
    return recording.recordContinuingEducation(ctx, input)
  }
}
