import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PersonConnection } from '../../people/person.types.ts'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as concerns from './agency-concerns.service.ts'
import * as plans from './structural-plan.service.ts'
import {
  AgencyConcernFoundConnection,
  CreateStructuralPlanInput,
  CreateStructuralPlanPayload,
  EndStructuralPlanInput,
  EndStructuralPlanPayload,
  StructuralPlanConnection,
} from './structure.types.ts'

@Resolver()
export class StructureResolver {
  @Authorized('structure.manage')
  @Query(() => AgencyConcernFoundConnection, {
    description:
      'For managers: which agencies make peer work harder today, each with its plan; and those with an open plan.',
  })
  agencyConcerns(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<AgencyConcernFoundConnection> {
    return concerns.agencyConcernsFound(ctx, page)
  }

  @Authorized('structure.manage')
  @Query(() => PersonConnection, { description: 'Who can own a plan: the managers, by name.' })
  structuralPlanOwners(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<PersonConnection> {
    return plans.structuralPlanOwners(ctx, page)
  }

  @Authorized('flag.own')
  @Query(() => StructuralPlanConnection, {
    description: 'What the organization plans about the agencies where the signed-in peer works today.',
  })
  plansOfMyAgencies(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<StructuralPlanConnection> {
    return plans.plansOfMyAgencies(ctx, page)
  }

  @Authorized('structure.manage')
  @Mutation(() => CreateStructuralPlanPayload, {
    description:
      'Plans what changes about an agency; the peers who work there read it. Errors: BAD_INPUT, NOT_FOUND, CONFLICT drift.structure.planned-already while there is an open one.',
  })
  createStructuralPlan(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreateStructuralPlanInput) input: CreateStructuralPlanInput,
  ): Promise<CreateStructuralPlanPayload> {
    return plans.createStructuralPlan(ctx, input)
  }

  @Authorized('structure.manage')
  @Mutation(() => EndStructuralPlanPayload, {
    description: 'Ends an open plan with what came of it; it stays readable. Errors: BAD_INPUT, NOT_FOUND.',
  })
  endStructuralPlan(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => EndStructuralPlanInput) input: EndStructuralPlanInput,
  ): Promise<EndStructuralPlanPayload> {
    return plans.endStructuralPlan(ctx, input)
  }
}
