import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as corrections from './certification-corrections.service.ts'
import {
  CorrectCertificationNumberInput,
  CorrectCertificationNumberPayload,
  RestoreCertificationInput,
  RestoreCertificationPayload,
  VoidCertificationInput,
  VoidCertificationPayload,
  VoidedCertificationConnection,
} from './certification-corrections.types.ts'

@Resolver()
export class CertificationCorrectionsResolver {
  @Authorized('certification.history')
  @Query(() => VoidedCertificationConnection, {
    description: 'Certifications of a peer that were voided, the last voided first.',
  })
  voidedCertifications(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID, { nullable: true, description: 'Left out: one’s own.' })
    peerId: string | null,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<VoidedCertificationConnection> {
    return corrections.voidedCertifications(ctx, peerId, page)
  }

  @Authorized('certification.manage')
  @Mutation(() => VoidCertificationPayload, {
    description:
      'Voids a certification of the wrong person or the wrong credential: it counts nowhere, and stays readable. The holder is told.',
  })
  voidCertification(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => VoidCertificationInput) input: VoidCertificationInput,
  ) {
    return corrections.voidCertification(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => RestoreCertificationPayload, {
    description: 'Restores a voided certification. CONFLICT where another one has its days by now.',
  })
  restoreCertification(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RestoreCertificationInput) input: RestoreCertificationInput,
  ) {
    return corrections.restoreCertification(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => CorrectCertificationNumberPayload, {
    description: 'Replaces the number of a certification; the one before stays in its history.',
  })
  correctCertificationNumber(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CorrectCertificationNumberInput) input: CorrectCertificationNumberInput,
  ) {
    return corrections.correctCertificationNumber(ctx, input)
  }
}
