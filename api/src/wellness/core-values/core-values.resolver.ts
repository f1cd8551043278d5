import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import * as coreValues from './core-values.service.ts'
import { MyCoreValues, SubmitCoreValuesInput, SubmitCoreValuesPayload } from './core-values.types.ts'

@Resolver()
export class CoreValuesResolver {
  @Authorized('core-values.own')
  @Query(() => MyCoreValues, { description: "A peer's own answers of this half of the year." })
  myCoreValues(@Ctx('request') ctx: RequestContext): Promise<MyCoreValues> {
    return coreValues.myCoreValues(ctx)
  }

  @Authorized('core-values.own')
  @Mutation(() => SubmitCoreValuesPayload, {
    description:
      'Saves the answers of this half of the year in place of the earlier ones; nobody else reads them. BAD_INPUT for an answer outside 1-5, a value named twice, or no answer at all; CONFLICT (`wellness.core-values.locked`) where answers from before a password reset are still locked.',
  })
  submitCoreValues(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => SubmitCoreValuesInput) input: SubmitCoreValuesInput,
  ): Promise<SubmitCoreValuesPayload> {
    return coreValues.submitCoreValues(ctx, input)
  }
}
