import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as plan from './self-care-plan.service.ts'
import {
  CreatePlanLineInput,
  CreatePlanLinePayload,
  RemovePlanLineInput,
  RemovePlanLinePayload,
  SelfCarePlanLineConnection,
  UpdatePlanLineInput,
  UpdatePlanLinePayload,
} from './self-care-plan.types.ts'

@Resolver()
export class SelfCarePlanResolver {
  @Authorized('self-care.own')
  @Query(() => SelfCarePlanLineConnection, {
    description: "The signed-in person's own self-care plan. Nobody else can ask for it.",
  })
  mySelfCarePlan(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<SelfCarePlanLineConnection> {
    return plan.mySelfCarePlan(ctx, page)
  }

  @Authorized('self-care.own')
  @Mutation(() => CreatePlanLinePayload, {
    description: 'Adds a line to the own plan. Nobody is told. The 13th line of a part is refused.',
  })
  createPlanLine(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreatePlanLineInput) input: CreatePlanLineInput,
  ): Promise<CreatePlanLinePayload> {
    return plan.createPlanLine(ctx, input)
  }

  @Authorized('self-care.own')
  @Mutation(() => UpdatePlanLinePayload, {
    description:
      'Changes a line of the own plan; where it is shared, the new text is seen. NOT_FOUND where there is none.',
  })
  updatePlanLine(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UpdatePlanLineInput) input: UpdatePlanLineInput,
  ): Promise<UpdatePlanLinePayload> {
    return plan.updatePlanLine(ctx, input)
  }

  @Authorized('self-care.own')
  @Mutation(() => RemovePlanLinePayload, {
    description: 'Removes a line and every share of it; nothing is left. NOT_FOUND where there is none.',
  })
  removePlanLine(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RemovePlanLineInput) input: RemovePlanLineInput,
  ): Promise<RemovePlanLinePayload> {
    return plan.removePlanLine(ctx, input.lineId)
  }
}
