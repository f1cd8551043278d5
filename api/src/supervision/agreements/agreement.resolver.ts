import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import * as agreements from './agreement.service.ts'
import { AgreeOnSupervisionInput, PeerSupervision, SupervisionAgreementType } from './agreement.types.ts'
import { supervisionOf } from './peer-supervision.service.ts'

@Resolver()
export class AgreementResolver {
  @Authorized('supervision.read')
  @Query(() => PeerSupervision, {
    description: 'Who gives which type to a peer, and the agreement in force. NOT_FOUND for anyone else.',
  })
  supervisionOf(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID) peerId: string,
  ): Promise<PeerSupervision> {
    return supervisionOf(ctx, peerId)
  }

  @Authorized('agreement.sign')
  @Query(() => [SupervisionAgreementType], {
    description:
      'Agreements in force that name the signed-in member, as the peer or as a supervisor. At most 100.',
  })
  mySupervisionAgreements(@Ctx('request') ctx: RequestContext): Promise<SupervisionAgreementType[]> {
    return agreements.mySupervisionAgreements(ctx)
  }

  @Authorized('agreement.record')
  @Mutation(() => GraphQLUUID, {
    description:
      'Records what was agreed on; the one in force ends the day before. CONFLICT where another was recorded meanwhile.',
  })
  agreeOnSupervision(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => AgreeOnSupervisionInput) input: AgreeOnSupervisionInput,
  ): Promise<string> {
    return agreements.agreeOnSupervision(ctx, input)
  }

  @Authorized('agreement.sign')
  @Mutation(() => GraphQLUUID, {
    description:
      'The peer, or a supervisor whom a term names, signs the agreement in force. NOT_FOUND for any other.',
  })
  signSupervisionAgreement(
    @Ctx('request') ctx: RequestContext,
    @Arg('id', () => GraphQLUUID) id: string,
  ): Promise<string> {
    return agreements.signSupervisionAgreement(ctx, id)
  }
}
