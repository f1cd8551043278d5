import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import type { BoardSide } from '@alongside/shared/certification/custom-rules/board-side'
import { RuleEffect, type RuleSide } from '@alongside/shared/certification/custom-rules/rule-effect'
import { AmountUnit } from '@alongside/shared/certification/rules/asked'
import { CertificationStatus } from '@alongside/shared/certification/status/status'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { type Lazily, unionWithStale } from '../../server/graphql/payload.ts'
import { CredentialType } from '../catalogue/credential.types.ts'
import { RenewalRuleType } from '../rules/renewal-rule.types.ts'
import { RenewalRuleInput } from './rule-input.types.ts'

registerEnumType(RuleEffect, {
  name: 'RuleEffect',
  description: 'What another rule makes of a certification today, the most pressing first.',
})

@InputType({ description: 'A version of a rule that an organization decides for itself.' })
export class RuleChangeInput {
  @Field(() => ID, { description: "Of the catalogue, or the organization's own." })
  credentialId!: string

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'For cycles that begin on this day or later; null: without beginning.',
  })
  effectiveFrom?: string | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Null: until further notice.' })
  effectiveTo?: string | null

  @Field(() => String, { description: '1-500 characters; everybody in the organization can read it.' })
  reason!: string

  @Field(() => String, { nullable: true, description: 'A page that says so; https, at most 500 characters.' })
  sourceUrl?: string | null

  @Field(() => RenewalRuleInput)
  rule!: RenewalRuleInput

  @Field(() => GraphQLUUID, {
    nullable: true,
    description: "The organization's version whose place it takes; that one keeps the days before.",
  })
  replacesVersionId?: string | null
}

/** The end of a version, from a day on or as if it had never been. */
@InputType()
abstract class RuleWithdrawalFields {
  @Field(() => GraphQLUUID)
  versionId!: string

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Cycles that begin until then keep it; null: none does.',
  })
  countsUntil?: string | null

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Instead of a day: its end is undone, and the version continues.',
  })
  isUndone!: boolean

  @Field(() => String, { description: '1-500 characters.' })
  reason!: string
}

@InputType({
  description:
    'The end of a version. Until its last day is over it can be changed or undone by a further record.',
})
export class RuleWithdrawalInput extends RuleWithdrawalFields {
  @Field(() => Int, {
    defaultValue: 0,
    description: 'The revision of the version, as last read; another number answers CONFLICT.',
  })
  expectedRevision!: number
}

@InputType({ description: 'A version as it was previewed.' })
export class PublishRuleVersionInput extends RuleChangeInput {
  @Field(() => Int, { description: 'The revision of the preview.' })
  expectedRevision!: number
}

@InputType({ description: 'An end of a version as it was previewed.' })
export class WithdrawRuleVersionInput extends RuleWithdrawalFields {
  @Field(() => Int, { description: 'The revision of the preview.' })
  expectedRevision!: number
}

@ObjectType('RuleSide', { simpleResolvers: true, description: 'How one certification stands under a rule.' })
export class RuleSideType implements RuleSide {
  @Field(() => CertificationStatus)
  status!: CertificationStatus

  @Field(() => Float, { nullable: true, description: 'Missing in the line that misses most; null: unknown.' })
  shortBy!: number | null

  @Field(() => AmountUnit, { nullable: true, description: 'Of `shortBy`; null where nothing is missing.' })
  unit!: AmountUnit | null

  @Field(() => Float, { nullable: true, description: 'In all; null: not known, or not owed.' })
  needed!: number | null
}

@ObjectType({ simpleResolvers: true, description: "How one certification stands by the board's own rule." })
export class BoardRuleSide extends RuleSideType implements BoardSide {
  @Field(() => String, { nullable: true, description: 'The page of that rule; null: none is known.' })
  sourceUrl!: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'Somebody for whom a change begins with the next renewal.',
})
export class NextAffected {
  @Field(() => GraphQLUUID)
  certificationId!: string

  @Field(() => String)
  peerName!: string

  @Field(() => GraphQLLocalDate, { description: 'When the certificate of now expires.' })
  renewsOn!: string
}

@ObjectType({ simpleResolvers: true, description: 'What a change of the rule makes of one certification.' })
export class CertificationEffect {
  @Field(() => GraphQLUUID)
  certificationId!: string

  @Field(() => String)
  peerName!: string

  @Field(() => RuleEffect)
  effect!: RuleEffect

  @Field(() => RuleSideType)
  before!: RuleSideType

  @Field(() => RuleSideType)
  after!: RuleSideType
}

@ObjectType({ simpleResolvers: true, description: 'How many certifications a change makes this of.' })
export class RuleEffectCount {
  @Field(() => RuleEffect)
  effect!: RuleEffect

  @Field(() => Int)
  count!: number
}

@ObjectType({
  simpleResolvers: true,
  description: 'What publishing would do, before it is done: nothing is kept of it.',
})
export class RuleChangePreview {
  @Field(() => Int, {
    description: 'Stands for these figures and this change; sent with the change as `expectedRevision`.',
  })
  revision!: number

  @Field(() => Int, { description: 'Certifications of this credential that were assessed.' })
  certificationCount!: number

  @Field(() => [RuleEffectCount], { description: 'Only effects that occur.' })
  counts!: RuleEffectCount[]

  @Field(() => [CertificationEffect], {
    description: 'Those for whom something changes, the worst first, then by name; at most 500.',
  })
  effects!: CertificationEffect[]

  @Field(() => Int, { description: 'How many more there are beside these.' })
  moreEffects!: number

  @Field(() => [NextAffected], {
    description: 'Those for whom it begins with the next renewal, the first of them first; at most 5.',
  })
  nextAffected!: NextAffected[]

  @Field(() => Int, { description: 'For how many it begins with their next renewal.' })
  nextAffectedCount!: number
}

@ObjectType({ simpleResolvers: true, description: 'One record of the end of a version.' })
export class RuleWithdrawal {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Null: it counts for no cycle.' })
  countsUntil!: string | null

  @Field(() => Boolean, { description: 'The end before was undone: the version continues.' })
  isUndone!: boolean

  @Field(() => String)
  reason!: string

  @Field(() => Person)
  withdrawnBy!: Person

  @Field(() => GraphQLDateTime)
  withdrawnAt!: Date
}

@ObjectType({ simpleResolvers: true, description: 'A version that the organization published. It stays.' })
export class CustomRuleVersion {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => Int, { description: 'Grows with each record of its end; sent back as `expectedRevision`.' })
  revision!: number

  @Field(() => RenewalRuleType)
  rule!: RenewalRuleType

  @Field(() => Person, { description: 'The manager who published it.' })
  publishedBy!: Person

  @Field(() => GraphQLDateTime)
  publishedAt!: Date

  @Field(() => RuleWithdrawal, { nullable: true, description: 'The end that stands; null: it has none.' })
  withdrawal!: RuleWithdrawal | null

  @Field(() => [RuleWithdrawal], { description: 'Every record of its end, the newest last; they stay.' })
  ends!: RuleWithdrawal[]
}

@ObjectType({ description: 'Versions that the organization published for a credential, the newest first.' })
export class CustomRuleVersionConnection extends ConnectionTo(CustomRuleVersion, 'CustomRuleVersion') {}

@ObjectType({ simpleResolvers: true })
abstract class RuleVersionChanged {
  @Field(() => CustomRuleVersion)
  ruleVersion!: Lazily<CustomRuleVersion>

  @Field(() => CredentialType, { description: 'With the rule that is in force now.' })
  credential!: Lazily<CredentialType>
}

@ObjectType({ simpleResolvers: true, description: 'The new version.' })
export class RuleVersionPublished extends RuleVersionChanged {}

export const PublishRuleVersionPayload = unionWithStale(
  'PublishRuleVersionPayload',
  'The published version, or that something changed since the preview.',
  () => RuleVersionPublished,
)

@ObjectType({ simpleResolvers: true, description: 'The version with its end.' })
export class RuleVersionWithdrawn extends RuleVersionChanged {}

export const WithdrawRuleVersionPayload = unionWithStale(
  'WithdrawRuleVersionPayload',
  'The version with its end, or that something changed since the preview.',
  () => RuleVersionWithdrawn,
)
