import { GraphQLLocalDate } from 'graphql-scalars'
import { Field, Int, ObjectType } from 'type-graphql'
import type { RenewalRule } from '@alongside/shared/certification/rules/renewal-rule'
import { ProvenanceType } from '../rules/provenance.types.ts'

@ObjectType({
  simpleResolvers: true,
  description: 'The version of a rule that assessed a cycle, and where it comes from.',
})
export class AppliedRule {
  @Field(() => Int, { description: 'Counted from 1, the oldest first.' })
  version!: number

  @Field(() => String, {
    nullable: true,
    description: "Why the organization has a rule of its own; null: it is the board's, as it was read.",
  })
  ownReason!: string | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Of the first cycle that it assesses.' })
  effectiveFrom!: string | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Of the last cycle that it assesses.' })
  effectiveTo!: string | null

  @Field(() => Boolean, {
    description: 'False: the day of the change was not read; the day of reading stands for it.',
  })
  effectWasRead!: boolean

  @Field(() => ProvenanceType, { nullable: true })
  provenance!: ProvenanceType | null
}

export function toGraphqlAppliedRule(rule: RenewalRule): AppliedRule {
  const { version, origin, effectiveFrom, effectiveTo, effectWasRead, provenance } = rule
  const ownReason = origin.kind === 'organization' ? origin.reason : null
  return { version, ownReason, effectiveFrom, effectiveTo, effectWasRead, provenance }
}
