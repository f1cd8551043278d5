import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Args, ArgsType, Authorized, Ctx, Field, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as proposals from './role-agreement-changes.service.ts'
import * as changes from './role-agreement-changes.types.ts'
import { placementRole, placementRoles } from './role-agreement.service.ts'
import { PlacementRole, PlacementRoleConnection } from './role-agreement.types.ts'

@ArgsType()
class PlacementRolesArgs extends PageArgs {
  @Field(() => GraphQLUUID, { nullable: true, description: 'Only the placements of this peer.' })
  peerId?: string | null
}

@Resolver()
export class RoleAgreementResolver {
  @Authorized('role.read')
  @Query(() => PlacementRoleConnection, {
    description:
      'Placements that count today or later, with how far their role agreements have come: one’s own, of peers whom one supervises, or all for managers and auditors.',
  })
  placementRoles(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PlacementRolesArgs) args: PlacementRolesArgs,
  ): Promise<PlacementRoleConnection> {
    return placementRoles(ctx, args)
  }

  @Authorized('role.read')
  @Query(() => PlacementRole, {
    description: 'The role agreement of one placement, with the house rules. NOT_FOUND for anybody else.',
  })
  placementRole(
    @Ctx('request') ctx: RequestContext,
    @Arg('placementId', () => GraphQLUUID) placementId: string,
  ): Promise<PlacementRole> {
    return placementRole(ctx, placementId)
  }

  @Authorized('role.propose')
  @Mutation(() => changes.ProposeRoleAgreementPayload, {
    description:
      'Proposes a version, as the peer or one of their supervisors, and accepts it for that side. CONFLICT while another one waits; NOT_FOUND for any other.',
  })
  proposeRoleAgreement(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => changes.ProposeRoleAgreementInput) input: changes.ProposeRoleAgreementInput,
  ): Promise<changes.ProposeRoleAgreementPayload> {
    return proposals.proposeRoleAgreement(ctx, input)
  }

  @Authorized('role.accept')
  @Mutation(() => changes.AcceptRoleAgreementPayload, {
    description:
      'Accepts a version for one’s own side; the third acceptance puts it in force, from its first day or from today. Again changes nothing. CONFLICT where it no longer waits.',
  })
  acceptRoleAgreement(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => changes.AcceptRoleAgreementInput) input: changes.AcceptRoleAgreementInput,
  ): Promise<changes.AcceptRoleAgreementPayload> {
    return proposals.acceptRoleAgreement(ctx, input)
  }

  @Authorized('role.propose')
  @Mutation(() => changes.WithdrawRoleAgreementPayload, {
    description:
      'Withdraws a version that waits, as the peer or one of their supervisors. CONFLICT where it no longer waits.',
  })
  withdrawRoleAgreement(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => changes.WithdrawRoleAgreementInput) input: changes.WithdrawRoleAgreementInput,
  ): Promise<changes.WithdrawRoleAgreementPayload> {
    return proposals.withdrawRoleAgreement(ctx, input)
  }

  @Authorized('peer.record')
  @Mutation(() => changes.SetParticipationPayload, {
    description:
      'Says whether participants are ordered to take part, as the peer or a manager. NOT_FOUND for any other placement.',
  })
  setParticipation(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => changes.SetParticipationInput) input: changes.SetParticipationInput,
  ): Promise<changes.SetParticipationPayload> {
    return proposals.setParticipation(ctx, input)
  }
}
