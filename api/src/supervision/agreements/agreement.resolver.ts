import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Args, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { declineSupervisionAgreement } from './agreement-answer.service.ts'
import * as agreements from './agreement.service.ts'
import {
  AgreementChanged,
  CreateSupervisionAgreementInput,
  CreateSupervisionAgreementPayload,
  DeclineSupervisionAgreementInput,
  DeclineSupervisionAgreementPayload,
  PeerSupervision,
  SignSupervisionAgreementInput,
  SignSupervisionAgreementPayload,
  SupervisionAgreement,
  SupervisionAgreementConnection,
} from './agreement.types.ts'
import { supervisionOf } from './peer-supervision.service.ts'

@Resolver(() => AgreementChanged)
export class AgreementResolver {
  @FieldResolver(() => SupervisionAgreement)
  agreement(
    @Ctx('request') ctx: RequestContext,
    @Root() { agreementId }: AgreementChanged,
  ): Promise<SupervisionAgreement> {
    return agreements.agreementById(ctx, agreementId)
  }

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

  @Authorized('session.own')
  @Query(() => PeerSupervision, {
    description:
      'The same about the signed-in peer: agreement, balance of the last 90 days, and what is known to be asked.',
  })
  async mySupervision(@Ctx('request') ctx: RequestContext): Promise<PeerSupervision> {
    return supervisionOf(ctx, (await ctx.unit.actor()).membershipId)
  }

  @Authorized('agreement.sign')
  @Query(() => SupervisionAgreementConnection, {
    description: 'Agreements in force that name the signed-in member, as the peer or as a supervisor.',
  })
  mySupervisionAgreements(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<SupervisionAgreementConnection> {
    return agreements.mySupervisionAgreements(ctx, page)
  }

  @Authorized('agreement.record')
  @Mutation(() => CreateSupervisionAgreementPayload, {
    description:
      'Records what was agreed on; the one in force ends the day before. CONFLICT where another was recorded meanwhile, or where the peer has not joined yet. CONFIRM_PASSWORD where the password was not given within ten minutes.',
  })
  async createSupervisionAgreement(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreateSupervisionAgreementInput) input: CreateSupervisionAgreementInput,
  ): Promise<AgreementChanged> {
    return { agreementId: await agreements.createSupervisionAgreement(ctx, input) }
  }

  @Authorized('agreement.sign')
  @Mutation(() => SignSupervisionAgreementPayload, {
    description:
      'The peer, or a supervisor whom a term names, signs the agreement in force. NOT_FOUND for any other.',
  })
  async signSupervisionAgreement(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => SignSupervisionAgreementInput) input: SignSupervisionAgreementInput,
  ): Promise<AgreementChanged> {
    return { agreementId: await agreements.signSupervisionAgreement(ctx, input.agreementId) }
  }

  @Authorized('agreement.sign')
  @Mutation(() => DeclineSupervisionAgreementPayload, {
    description:
      'Whoever the agreement names says that it should be otherwise, once; again changes nothing. The office and the others named are told. NOT_FOUND for any other.',
  })
  async declineSupervisionAgreement(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => DeclineSupervisionAgreementInput) input: DeclineSupervisionAgreementInput,
  ): Promise<AgreementChanged> {
    return { agreementId: await declineSupervisionAgreement(ctx, input) }
  }
}
