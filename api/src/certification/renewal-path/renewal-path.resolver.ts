import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import { CertificationType } from '../renewals/certification.types.ts'
import * as service from './renewal-path.service.ts'
import { pathOf } from './renewal-path.reads.ts'
import {
  RecordLapseCauseInput,
  RecordLapseCausePayload,
  RecordRenewalDecisionInput,
  RecordRenewalDecisionPayload,
  RecordRenewalSubmissionInput,
  RecordRenewalSubmissionPayload,
  RenewalPathType,
  SignRenewalAttestationInput,
  SignRenewalAttestationPayload,
  VoidRenewalSubmissionInput,
  VoidRenewalSubmissionPayload,
} from './renewal-path.types.ts'

@Resolver(() => CertificationType)
export class RenewalPathResolver {
  @FieldResolver(() => RenewalPathType, { description: 'The way of this cycle to the next certificate.' })
  renewalPath(
    @Ctx('request') ctx: RequestContext,
    @Root() certification: CertificationType,
  ): Promise<RenewalPathType> {
    return pathOf(ctx, certification)
  }

  @Authorized('renewal.submit')
  @Mutation(() => RecordRenewalSubmissionPayload, {
    description:
      'Records that a renewal was sent to the board. One a cycle: a second one is CONFLICT until the board sends the first back.',
  })
  recordRenewalSubmission(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RecordRenewalSubmissionInput) input: RecordRenewalSubmissionInput,
  ): Promise<RecordRenewalSubmissionPayload> {
    return service.recordRenewalSubmission(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => RecordRenewalDecisionPayload, {
    description:
      'Records what the board decided. An approval records the new certificate with it; one decision each.',
  })
  recordRenewalDecision(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RecordRenewalDecisionInput) input: RecordRenewalDecisionInput,
  ): Promise<RecordRenewalDecisionPayload> {
    return service.recordRenewalDecision(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => VoidRenewalSubmissionPayload, { description: 'Voids a submission that was a mistake.' })
  voidRenewalSubmission(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => VoidRenewalSubmissionInput) input: VoidRenewalSubmissionInput,
  ): Promise<VoidRenewalSubmissionPayload> {
    return service.voidRenewalSubmission(ctx, input)
  }

  @Authorized('certification.own')
  @Mutation(() => SignRenewalAttestationPayload, {
    description:
      'The holder says that what is recorded for this cycle is right. A second time changes nothing.',
  })
  signRenewalAttestation(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => SignRenewalAttestationInput) input: SignRenewalAttestationInput,
  ): Promise<SignRenewalAttestationPayload> {
    return service.signRenewalAttestation(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => RecordLapseCausePayload, {
    description:
      'Records why a certification lapsed; the latest record counts. CONFLICT where it has not lapsed.',
  })
  recordLapseCause(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RecordLapseCauseInput) input: RecordLapseCauseInput,
  ): Promise<RecordLapseCausePayload> {
    return service.recordLapseCause(ctx, input)
  }
}
