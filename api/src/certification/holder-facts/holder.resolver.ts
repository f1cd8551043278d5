import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import {
  CorrectIssueDayInput,
  CorrectIssueDayPayload,
  UpdateHolderFactsInput,
  UpdateHolderFactsPayload,
} from './holder-changes.types.ts'
import * as holder from './holder-facts.service.ts'
import * as issueDay from './issue-day.service.ts'

@Resolver()
export class HolderResolver {
  @Authorized('certification.manage')
  @Mutation(() => CorrectIssueDayPayload, {
    description:
      'Corrects the day of first issue by a further record; before the first expiry. CONFLICT where two certificates would overlap.',
  })
  correctIssueDay(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CorrectIssueDayInput) input: CorrectIssueDayInput,
  ): Promise<CorrectIssueDayPayload> {
    return issueDay.correctIssueDay(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => UpdateHolderFactsPayload, {
    description: 'Changes the number, the title and what a rule asks of the holder.',
  })
  updateHolderFacts(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UpdateHolderFactsInput) input: UpdateHolderFactsInput,
  ) {
    return holder.updateHolderFacts(ctx, input)
  }
}
