import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Args, ArgsType, Authorized, Ctx, Field, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as proposals from './role-agreement-changes.service.ts'
import * as changes from './role-agreement-changes.types.ts'
import { placementRole, placementRoles } from './role-agreement.service.ts'
import { PlacementRole, PlacementRoleConnection } from './role-agreement.types.ts'
import * as worksheets from './role-worksheet.service.ts'
import { RoleComparison, RoleWorksheetChanged, RoleWorksheetShown } from './role-worksheet.types.ts'

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

  @Authorized('role-worksheet.own')
  @Query(() => RoleWorksheetShown, {
    description:
      'The caller’s own worksheet about the peer role at the host agency of a placement. NOT_FOUND for who has no side there.',
  })
  myRoleWorksheet(
    @Ctx('request') ctx: RequestContext,
    @Arg('placementId', () => GraphQLUUID) placementId: string,
  ): Promise<RoleWorksheetShown> {
    return worksheets.myRoleWorksheet(ctx, placementId)
  }

  @Authorized('role-worksheet.own')
  @Query(() => RoleComparison, {
    description:
      'The worksheets side by side, of those who have handed theirs in, for who has handed theirs in; a manager compares nothing. NOT_FOUND for who has no side there.',
  })
  roleComparison(
    @Ctx('request') ctx: RequestContext,
    @Arg('placementId', () => GraphQLUUID) placementId: string,
  ): Promise<RoleComparison> {
    return worksheets.roleComparison(ctx, placementId)
  }

  @Authorized('role-worksheet.own')
  @Mutation(() => RoleWorksheetChanged, {
    description:
      'Saves the answers about one activity. An agency’s own staff answer for the agency, never for the peer. NOT_FOUND for who has no side there.',
  })
  answerRoleWorksheet(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => changes.AnswerRoleWorksheetInput) input: changes.AnswerRoleWorksheetInput,
  ): Promise<RoleWorksheetChanged> {
    return worksheets.answerRoleWorksheet(ctx, input)
  }

  @Authorized('role-worksheet.own')
  @Mutation(() => RoleWorksheetChanged, {
    description:
      'Opens one’s answers to the others of this placement who have handed theirs in. BAD_INPUT before the first answer.',
  })
  handInRoleWorksheet(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => changes.HandInRoleWorksheetInput) input: changes.HandInRoleWorksheetInput,
  ): Promise<RoleWorksheetChanged> {
    return worksheets.handInRoleWorksheet(ctx, input)
  }

  @Authorized('role.propose')
  @Mutation(() => changes.PlacementRoleChanged, {
    description:
      'Proposes a version, as the peer or one of their supervisors, and accepts it for that side. CONFLICT while another one waits; NOT_FOUND for any other.',
  })
  proposeRoleAgreement(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => changes.ProposeRoleAgreementInput) input: changes.ProposeRoleAgreementInput,
  ): Promise<changes.PlacementRoleChanged> {
    return proposals.proposeRoleAgreement(ctx, input)
  }

  @Authorized('role.accept')
  @Mutation(() => changes.PlacementRoleChanged, {
    description:
      'Accepts a version for one’s own side; the third acceptance puts it in force, from its first day or from today. Again changes nothing. CONFLICT where it no longer waits.',
  })
  acceptRoleAgreement(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => changes.AcceptRoleAgreementInput) input: changes.AcceptRoleAgreementInput,
  ): Promise<changes.PlacementRoleChanged> {
    return proposals.acceptRoleAgreement(ctx, input)
  }

  @Authorized('role.propose')
  @Mutation(() => changes.PlacementRoleChanged, {
    description:
      'Withdraws a version that waits, as the peer or one of their supervisors. CONFLICT where it no longer waits.',
  })
  withdrawRoleAgreement(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => changes.WithdrawRoleAgreementInput) input: changes.WithdrawRoleAgreementInput,
  ): Promise<changes.PlacementRoleChanged> {
    return proposals.withdrawRoleAgreement(ctx, input)
  }

  @Authorized('peer.record')
  @Mutation(() => changes.PlacementRoleChanged, {
    description:
      'Says whether participants are ordered to take part, as the peer or a manager. NOT_FOUND for any other placement.',
  })
  setParticipation(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => changes.SetParticipationInput) input: changes.SetParticipationInput,
  ): Promise<changes.PlacementRoleChanged> {
    return proposals.setParticipation(ctx, input)
  }
}
