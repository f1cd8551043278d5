import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import * as worksheets from './role-worksheet.service.ts'
import * as types from './role-worksheet.types.ts'

@Resolver()
export class RoleWorksheetResolver {
  @Authorized('role-worksheet.own')
  @Query(() => types.RoleWorksheetShown, {
    description:
      'The caller’s own worksheet about the peer role at the host agency of a placement. NOT_FOUND for who has no side there.',
  })
  myRoleWorksheet(
    @Ctx('request') ctx: RequestContext,
    @Arg('placementId', () => GraphQLUUID) placementId: string,
  ): Promise<types.RoleWorksheetShown> {
    return worksheets.myRoleWorksheet(ctx, placementId)
  }

  @Authorized('role-worksheet.own')
  @Query(() => types.RoleComparison, {
    description:
      'The worksheets side by side, of those who have handed theirs in, for who has handed theirs in; a manager compares nothing. NOT_FOUND for who has no side there.',
  })
  roleComparison(
    @Ctx('request') ctx: RequestContext,
    @Arg('placementId', () => GraphQLUUID) placementId: string,
  ): Promise<types.RoleComparison> {
    return worksheets.roleComparison(ctx, placementId)
  }

  @Authorized('role-worksheet.own')
  @Mutation(() => types.SetRoleAnswerPayload, {
    description:
      'Saves the answers about one activity. An agency’s own staff answer for the agency, never for the peer. NOT_FOUND for who has no side there.',
  })
  setRoleAnswer(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => types.SetRoleAnswerInput) input: types.SetRoleAnswerInput,
  ): Promise<types.SetRoleAnswerPayload> {
    return worksheets.setRoleAnswer(ctx, input)
  }

  @Authorized('role-worksheet.own')
  @Mutation(() => types.SubmitRoleWorksheetPayload, {
    description:
      'Opens one’s answers to the others of this placement who have handed theirs in. BAD_INPUT before the first answer.',
  })
  submitRoleWorksheet(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => types.SubmitRoleWorksheetInput) input: types.SubmitRoleWorksheetInput,
  ): Promise<types.SubmitRoleWorksheetPayload> {
    return worksheets.submitRoleWorksheet(ctx, input)
  }
}
