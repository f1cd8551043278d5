import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import { publishHouseRules } from './house-rules.service.ts'
import { PublishHouseRulesInput, PublishHouseRulesPayload } from './house-rules.types.ts'

@Resolver()
export class HouseRulesResolver {
  @Authorized('role.set-up-agency')
  @Mutation(() => PublishHouseRulesPayload, {
    description:
      'Writes a further version of the rules of a host agency, as a manager or as its own staff. NOT_FOUND for any other; CONFLICT where somebody else has written one meanwhile.',
  })
  publishHouseRules(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => PublishHouseRulesInput) input: PublishHouseRulesInput,
  ): Promise<PublishHouseRulesPayload> {
    return publishHouseRules(ctx, input)
  }
}
