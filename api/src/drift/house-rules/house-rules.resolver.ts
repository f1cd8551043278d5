import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import { writeHouseRules } from './house-rules.service.ts'
import { WriteHouseRulesInput, WriteHouseRulesPayload } from './house-rules.types.ts'

@Resolver()
export class HouseRulesResolver {
  @Authorized('role.set-up-agency')
  @Mutation(() => WriteHouseRulesPayload, {
    description:
      'Writes a further version of the rules of a host agency, as a manager or as its own staff. NOT_FOUND for any other; CONFLICT where somebody else has written one meanwhile.',
  })
  writeHouseRules(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => WriteHouseRulesInput) input: WriteHouseRulesInput,
  ): Promise<WriteHouseRulesPayload> {
    return writeHouseRules(ctx, input)
  }
}
