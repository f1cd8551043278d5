import { Arg, Args, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as service from './rule-change.service.ts'
import {
  CustomRuleVersionConnection,
  PublishRuleVersionInput,
  PublishRuleVersionPayload,
  RuleChangeInput,
  RuleChangePreview,
  RuleWithdrawalInput,
  WithdrawRuleVersionInput,
  WithdrawRuleVersionPayload,
} from './rule-change.types.ts'
import { customRuleVersions } from './rule-versions.ts'

@Resolver()
export class RuleChangeResolver {
  @Authorized('credential-rule.read')
  @Query(() => CustomRuleVersionConnection, {
    description: 'Every version that the organization published for a credential, the newest first.',
  })
  customRuleVersions(
    @Ctx('request') ctx: RequestContext,
    @Arg('credentialId', () => ID) credentialId: string,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<CustomRuleVersionConnection> {
    return customRuleVersions(ctx, credentialId, page)
  }

  @Authorized('credential-rule.publish')
  @Query(() => RuleChangePreview, {
    description:
      'Who becomes short or at risk by a version, and who is relieved. Refuses what publishing would.',
  })
  previewRuleChange(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RuleChangeInput) input: RuleChangeInput,
  ): Promise<RuleChangePreview> {
    return service.previewRuleChange(ctx, input)
  }

  @Authorized('credential-rule.publish')
  @Query(() => RuleChangePreview, {
    description:
      'The same for the end of a version, or a change of it. CONFLICT where its last day is over, or its end was changed.',
  })
  previewRuleWithdrawal(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RuleWithdrawalInput) input: RuleWithdrawalInput,
  ): Promise<RuleChangePreview> {
    return service.previewRuleWithdrawal(ctx, input)
  }

  @Authorized('credential-rule.publish')
  @Mutation(() => PublishRuleVersionPayload, {
    description:
      'Publishes a version after its preview. CONFIRM_PASSWORD unless the password was given within 10 minutes.',
  })
  publishRuleVersion(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => PublishRuleVersionInput) input: PublishRuleVersionInput,
  ) {
    return service.publishRuleVersion(ctx, input)
  }

  @Authorized('credential-rule.publish')
  @Mutation(() => WithdrawRuleVersionPayload, {
    description:
      'Ends a version after its preview, changes the end that was set, or undoes it. All of it stays to be read. CONFIRM_PASSWORD as publishing does.',
  })
  withdrawRuleVersion(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => WithdrawRuleVersionInput) input: WithdrawRuleVersionInput,
  ) {
    return service.withdrawRuleVersion(ctx, input)
  }
}
