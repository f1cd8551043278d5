import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import {
  CorrectCertificateInput,
  CorrectCertificatePayload,
  RecordCertificateInput,
  RecordCertificatePayload,
  RestoreCertificateInput,
  RestoreCertificatePayload,
  VoidCertificateInput,
  VoidCertificatePayload,
} from './certificate-changes.types.ts'
import * as certificates from './certificates.service.ts'
import * as service from './history.service.ts'
import { CertificationHistory } from './history.types.ts'

@Resolver()
export class CertificationHistoryResolver {
  @Authorized('certification.history')
  @Query(() => CertificationHistory, {
    description: 'What was recorded of one certification; unknown and foreign ids answer NOT_FOUND.',
  })
  certificationHistory(
    @Ctx('request') ctx: RequestContext,
    @Arg('certificationId', () => GraphQLUUID) id: string,
  ): Promise<CertificationHistory> {
    return service.certificationHistory(ctx, id)
  }

  @Authorized('certification.manage')
  @Mutation(() => RecordCertificatePayload, {
    description:
      'Records a renewed certificate, or an earlier one; its expiry decides from now on if it is the latest.',
  })
  recordCertificate(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RecordCertificateInput) input: RecordCertificateInput,
  ): Promise<RecordCertificatePayload> {
    return certificates.recordCertificate(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => CorrectCertificatePayload, {
    description: 'Corrects a certificate by a further record; the first one is kept.',
  })
  correctCertificate(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CorrectCertificateInput) input: CorrectCertificateInput,
  ): Promise<CorrectCertificatePayload> {
    return certificates.correctCertificate(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => VoidCertificatePayload, {
    description: 'Voids a certificate; the first one can only be corrected.',
  })
  voidCertificate(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => VoidCertificateInput) input: VoidCertificateInput,
  ): Promise<VoidCertificatePayload> {
    return certificates.voidCertificate(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => RestoreCertificatePayload, {
    description: 'Restores a voided certificate. CONFLICT where another one covers its days by now.',
  })
  restoreCertificate(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RestoreCertificateInput) input: RestoreCertificateInput,
  ): Promise<RestoreCertificatePayload> {
    return certificates.restoreCertificate(ctx, input)
  }
}
