import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import * as service from './rule-change.service.ts'
import {
  CustomRuleVersion,
  RuleChangeInput,
  RuleChangePreview,
  WithdrawRuleVersionInput,
} from './rule-change.types.ts'
import { customRuleVersions } from './rule-versions.ts'

@Resolver()
export class RuleChangeResolver {
  @Authorized('credential-rule.read')
  @Query(() => [CustomRuleVersion], {
    description: 'Every version that the organization published for a credential, the newest first.',
  })
  customRuleVersions(
    @Ctx('request') ctx: RequestContext,
    @Arg('credentialId', () => String) credentialId: string,
  ): Promise<CustomRuleVersion[]> {
    return customRuleVersions(ctx, credentialId)
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
      'The same for the end of a version, or a change of it. CONFLICT where its end stands for good, or was changed.',
  })
  previewRuleWithdrawal(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => WithdrawRuleVersionInput) input: WithdrawRuleVersionInput,
  ): Promise<RuleChangePreview> {
    return service.previewRuleWithdrawal(ctx, input)
  }

  @Authorized('credential-rule.publish')
  @Mutation(() => GraphQLUUID, {
    description:
      'Publishes a version after its preview; the password must have been given within 10 minutes. CONFLICT where the figures are no longer those of the preview. Answers the id.',
  })
  publishRuleVersion(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RuleChangeInput) input: RuleChangeInput,
    @Arg('stamp', () => String, { description: 'Of the preview.' }) stamp: string,
  ): Promise<string> {
    return service.publishRuleVersion(ctx, input, stamp)
  }

  @Authorized('credential-rule.publish')
  @Mutation(() => GraphQLUUID, {
    description:
      'Ends a version after its preview, as publishing does, changes the end that was set, or takes it back. All of it stays to be read.',
  })
  withdrawRuleVersion(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => WithdrawRuleVersionInput) input: WithdrawRuleVersionInput,
    @Arg('stamp', () => String, { description: 'Of the preview.' }) stamp: string,
  ): Promise<string> {
    return service.withdrawRuleVersion(ctx, input, stamp)
  }
}
