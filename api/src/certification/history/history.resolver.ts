import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import * as statuses from '../board-status/board-statuses.service.ts'
import * as certificates from './certificates.service.ts'
import { BoardStatusDetails, CertificateDays, VerificationDetails } from './history-input.types.ts'
import * as service from './history.service.ts'
import { CertificationHistory } from './history.types.ts'
import * as verifications from '../verifications/verifications.service.ts'

const certificationId = () => Arg('certificationId', () => GraphQLUUID)
const withdrawn = () =>
  Arg('withdrawn', () => Boolean, {
    defaultValue: true,
    description: 'False: it was no mistake after all.',
  })

@Resolver()
export class CertificationHistoryResolver {
  @Authorized('certification.history')
  @Query(() => CertificationHistory, {
    description: 'What was recorded of one certification; unknown and foreign ids answer NOT_FOUND.',
  })
  certificationHistory(
    @Ctx('request') ctx: RequestContext,
    @certificationId() id: string,
  ): Promise<CertificationHistory> {
    return service.certificationHistory(ctx, id)
  }

  @Authorized('certification.manage')
  @Mutation(() => GraphQLUUID, {
    description:
      'Records a renewed certificate, or an earlier one; its expiry decides from now on if it is the latest.',
  })
  recordCertificate(
    @Ctx('request') ctx: RequestContext,
    @certificationId() id: string,
    @Arg('days', () => CertificateDays) days: CertificateDays,
  ): Promise<string> {
    return certificates.recordCertificate(ctx, id, days)
  }

  @Authorized('certification.manage')
  @Mutation(() => GraphQLUUID, {
    description: 'Puts a certificate right by a further record, which it answers.',
  })
  correctCertificate(
    @Ctx('request') ctx: RequestContext,
    @Arg('certificateId', () => GraphQLUUID) certificateId: string,
    @Arg('days', () => CertificateDays) days: CertificateDays,
  ): Promise<string> {
    return certificates.correctCertificate(ctx, certificateId, days)
  }

  @Authorized('certification.manage')
  @Mutation(() => GraphQLUUID, {
    description: 'Takes a certificate back; the first one can only be corrected.',
  })
  withdrawCertificate(
    @Ctx('request') ctx: RequestContext,
    @Arg('certificateId', () => GraphQLUUID) certificateId: string,
    @withdrawn() isWithdrawn: boolean,
  ): Promise<string> {
    return certificates.withdrawCertificate(ctx, certificateId, isWithdrawn)
  }

  @Authorized('certification.manage')
  @Mutation(() => GraphQLUUID, { description: 'Records a status that a board gave.' })
  recordBoardStatus(
    @Ctx('request') ctx: RequestContext,
    @certificationId() id: string,
    @Arg('status', () => BoardStatusDetails) status: BoardStatusDetails,
  ): Promise<string> {
    return statuses.recordBoardStatus(ctx, id, status)
  }

  @Authorized('certification.manage')
  @Mutation(() => GraphQLUUID, {
    description:
      'Ends a status with its last day, once; without one it goes on by a further record. Answers the id of what stands; CONFLICT where it stands so already.',
  })
  endBoardStatus(
    @Ctx('request') ctx: RequestContext,
    @Arg('statusId', () => GraphQLUUID) statusId: string,
    @Arg('endsOn', () => GraphQLLocalDate, { nullable: true }) endsOn: string | null,
  ): Promise<string> {
    return statuses.endBoardStatus(ctx, statusId, endsOn)
  }

  @Authorized('certification.manage')
  @Mutation(() => GraphQLUUID, { description: 'Takes a status back that was recorded by mistake.' })
  withdrawBoardStatus(
    @Ctx('request') ctx: RequestContext,
    @Arg('statusId', () => GraphQLUUID) statusId: string,
    @withdrawn() isWithdrawn: boolean,
  ): Promise<string> {
    return statuses.withdrawBoardStatus(ctx, statusId, isWithdrawn)
  }

  @Authorized('certification.manage')
  @Mutation(() => GraphQLUUID, { description: 'Records a look into a board’s register; it stays.' })
  recordVerification(
    @Ctx('request') ctx: RequestContext,
    @certificationId() id: string,
    @Arg('verification', () => VerificationDetails) verification: VerificationDetails,
  ): Promise<string> {
    return verifications.recordVerification(ctx, id, verification)
  }
}
