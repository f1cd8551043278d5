import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as service from './supervisor-attestation.service.ts'
import {
  SettleSupervisorAttestationInput,
  SettleSupervisorAttestationPayload,
  AskedAttestationConnection,
  RequestSupervisorAttestationInput,
  RequestSupervisorAttestationPayload,
} from './supervisor-attestation.types.ts'

@Resolver()
export class SupervisorAttestationResolver {
  @Authorized('team.read')
  @Query(() => AskedAttestationConnection, {
    description: 'Renewals that peers ask the signed-in supervisor to confirm, while they supervise them.',
  })
  askedAttestations(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<AskedAttestationConnection> {
    return service.askedAttestations(ctx, page)
  }

  @Authorized('certification.own')
  @Mutation(() => RequestSupervisorAttestationPayload, {
    description:
      'The holder asks one of their supervisors to confirm a renewal whose board wants it. Whoever was asked before and has not answered is asked no more. CONFLICT where the board wants none.',
  })
  requestSupervisorAttestation(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RequestSupervisorAttestationInput) input: RequestSupervisorAttestationInput,
  ): Promise<RequestSupervisorAttestationPayload> {
    return service.requestSupervisorAttestation(ctx, input)
  }

  @Authorized('team.read')
  @Mutation(() => SettleSupervisorAttestationPayload, {
    description:
      'The supervisor confirms, or declines for a reason that the peer reads. Once: then NOT_FOUND.',
  })
  settleSupervisorAttestation(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => SettleSupervisorAttestationInput) input: SettleSupervisorAttestationInput,
  ): Promise<SettleSupervisorAttestationPayload> {
    return service.settleSupervisorAttestation(ctx, input)
  }
}
