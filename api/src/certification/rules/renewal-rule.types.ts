import { GraphQLLocalDate } from 'graphql-scalars'
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql'
import type { RenewalRule } from '@alongside/shared/certification/rules/renewal-rule'
import { RenewalPaper } from '@alongside/shared/certification/rules/asked'
import type { SameProgramme } from '@alongside/shared/certification/rules/limits'
import { OtherReadingType } from './other-reading.types.ts'
import { ProvenanceType } from './provenance.types.ts'
import * as asked from './rule-asked.types.ts'
import { CreditConversionType, CreditLimitType } from './rule-limit.types.ts'
import { LateStepType, SubmissionRuleType, TogetherRuleType } from './rule-submission.types.ts'
import * as terms from './rule-term.types.ts'
import { UnreadPartType } from './unread-part.types.ts'

const RuleOriginKind = { CATALOGUE: 'catalogue', ORGANIZATION: 'organization' } as const satisfies Record<
  string,
  RenewalRule['origin']['kind']
>
const SameProgrammeValue = {
  ONCE_A_CYCLE: 'once-a-cycle',
  ONCE_EVER: 'once-ever',
} as const satisfies Record<string, SameProgramme>

registerEnumType(RuleOriginKind, {
  name: 'RuleOrigin',
  description: 'Read for the catalogue, or decided by the organization for itself.',
})
registerEnumType(SameProgrammeValue, {
  name: 'SameProgramme',
  description: 'How often a course of the same title and provider counts.',
})
registerEnumType(RenewalPaper, {
  name: 'RenewalPaper',
  description: 'What is signed, shown or checked at a renewal.',
})

@ObjectType('RenewalRule', {
  simpleResolvers: true,
  description:
    'One version of what renewing a credential asks for. Null is what was not read, except where a field says otherwise.',
})
export class RenewalRuleType {
  @Field(() => Int, {
    description: "Counted from 1, the oldest first; the organization's own follow the catalogue's.",
  })
  version!: number

  @Field(() => RuleOriginKind)
  origin!: RenewalRule['origin']['kind']

  @Field(() => String, { nullable: true, description: 'Why the organization decided it; only of its own.' })
  reason!: string | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'For cycles that begin then or later.' })
  effectiveFrom!: string | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'For cycles that begin then or earlier.' })
  effectiveTo!: string | null

  @Field(() => Boolean, {
    description: 'False: the day of the change was not read; the day of reading stands for it.',
  })
  effectWasRead!: boolean

  @Field(() => Int, { nullable: true })
  cycleMonths!: number | null

  @Field(() => [terms.CycleChoiceType], { description: 'Lengths that the holder may choose from.' })
  cycleChoices!: readonly terms.CycleChoiceType[]

  @Field(() => terms.ExpiryRuleType)
  expiry!: terms.ExpiryRuleType

  @Field(() => terms.FirstCertificateType, {
    nullable: true,
    description: 'Null: the first is like the others.',
  })
  firstCertificate!: terms.FirstCertificateType | null

  @Field(() => [terms.NewHolderRuleType])
  newHolders!: readonly terms.NewHolderRuleType[]

  @Field(() => asked.RequiredTotalType, { nullable: true })
  total!: asked.RequiredTotalType | null

  @Field(() => [asked.CategoryMinimumType])
  minimums!: readonly asked.CategoryMinimumType[]

  @Field(() => [asked.PracticeRequirementType])
  practice!: readonly asked.PracticeRequirementType[]

  @Field(() => [RenewalPaper], { description: 'Alongside lists them; the board decides on them.' })
  papers!: readonly RenewalPaper[]

  @Field(() => asked.ProofRuleType)
  proof!: asked.ProofRuleType

  @Field(() => [CreditLimitType])
  limits!: RenewalRule['limits']

  @Field(() => [CreditConversionType])
  conversions!: readonly CreditConversionType[]

  @Field(() => Float, { nullable: true, description: 'Surplus hours that go over, at most; 0: none.' })
  maxCarryOver!: number | null

  @Field(() => SameProgrammeValue, { nullable: true })
  sameProgramme!: SameProgramme | null

  @Field(() => terms.EarningWindowType)
  earning!: terms.EarningWindowType

  @Field(() => SubmissionRuleType)
  submission!: SubmissionRuleType

  @Field(() => [LateStepType], { description: 'What follows the expiry, in order; empty: not read.' })
  late!: readonly LateStepType[]

  @Field(() => TogetherRuleType, { nullable: true, description: 'Null: it stands alone.' })
  together!: TogetherRuleType | null

  @Field(() => [terms.DatedExceptionType])
  exceptions!: RenewalRule['exceptions']

  @Field(() => Boolean, { description: 'Nobody new is certified under it.' })
  closedToNewHolders!: boolean

  @Field(() => Float, { nullable: true })
  feeUsd!: number | null

  @Field(() => [OtherReadingType], {
    description:
      'What other official pages say of the same parts. The larger amount decides what is still needed; confirm it with the board.',
  })
  otherReadings!: readonly OtherReadingType[]

  @Field(() => ProvenanceType, { nullable: true, description: 'Null: no page is named.' })
  provenance!: ProvenanceType | null

  @Field(() => [UnreadPartType], { description: 'Parts that are not counted.' })
  unread!: readonly UnreadPartType[]
}

export function toGraphqlRule(rule: RenewalRule): RenewalRuleType {
  const { origin } = rule
  return {
    ...rule,
    origin: origin.kind,
    reason: origin.kind === 'organization' ? origin.reason : null,
    expiry: terms.toGraphqlExpiry(rule.expiry),
    newHolders: rule.newHolders.map(terms.toGraphqlNewHolder),
    total: asked.toGraphqlTotal(rule.total),
    otherReadings: rule.otherReadings ?? [],
    practice: rule.practice.map(asked.toGraphqlPractice),
    unread: rule.unread as UnreadPartType[],
  }
}
