import { GraphQLLocalDate } from 'graphql-scalars'
import { Field, Float, ObjectType, registerEnumType } from 'type-graphql'
import { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import type {
  ExemptionReason,
  Requirement,
  RequirementResult,
} from '@alongside/shared/certification/requirements/requirement-result'
import { AmountUnit } from '@alongside/shared/certification/rules/asked'
import { HolderCondition } from '@alongside/shared/certification/rules/holder-condition'
import { WhyUnknown } from '../status/status.types.ts'
import { PracticeKind, RequirementKind } from '../rules/rule-words.types.ts'
import { subjectOf } from './requirement-subject.ts'

const RequirementState = {
  MEASURED: 'measured',
  UNKNOWN: 'unknown',
  NOT_OWED: 'not-owed',
} as const satisfies Record<string, RequirementResult['kind']>

const ExemptionReason = {
  NEW_HOLDER: 'new-holder',
  NOT_THIS_TIME: 'not-this-time',
  DOES_NOT_APPLY: 'does-not-apply',
  WAIVED: 'waived',
} as const satisfies Record<string, ExemptionReason>

registerEnumType(RequirementState, {
  name: 'RequirementState',
  description: 'Whether there are figures, or the rule leaves it open, or nothing is owed this time.',
})
registerEnumType(ExemptionReason, { name: 'ExemptionReason', description: 'Why nothing is owed this time.' })

@ObjectType({
  simpleResolvers: true,
  description: 'What the renewal asks for, and how much of it there is. Figures are in `unit`.',
})
export class RenewalRequirement {
  @Field(() => RequirementKind)
  kind!: Requirement['kind']

  @Field(() => RequirementState)
  state!: RequirementResult['kind']

  @Field(() => CeCategory, { nullable: true, description: 'Of MINIMUM; null otherwise.' })
  category!: CeCategory | null

  @Field(() => CeCategory, { nullable: true, description: 'The category inside whose hours these stand.' })
  within!: CeCategory | null

  @Field(() => Boolean, { description: 'Of MINIMUM: its hours may serve other minimums too.' })
  overlaps!: boolean

  @Field(() => String, { nullable: true, description: 'Of SPONSOR, as on the certificate.' })
  sponsor!: string | null

  @Field(() => PracticeKind, { nullable: true, description: 'Of PRACTICE.' })
  practice!: PracticeKind | null

  @Field(() => AmountUnit, { nullable: true, description: 'Null, like all figures, unless MEASURED.' })
  unit!: AmountUnit | null

  @Field(() => Float, { nullable: true })
  needed!: number | null

  @Field(() => Float, { nullable: true, description: 'With what was carried over.' })
  earned!: number | null

  @Field(() => Float, { nullable: true, description: 'What planned courses would add.' })
  planned!: number | null

  @Field(() => Float, { nullable: true })
  shortBy!: number | null

  @Field(() => Float, { nullable: true, description: 'Of `earned`, what came from the period before.' })
  carriedOver!: number | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The first day on which something counts.' })
  countsFrom!: string | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day on which something counts.' })
  countsUntil!: string | null

  @Field(() => WhyUnknown, { nullable: true, description: 'Of UNKNOWN: why the figures are not known.' })
  unknown!: WhyUnknown | null

  @Field(() => HolderCondition, {
    nullable: true,
    description: 'Of UNKNOWN: what would have to be known of the holder.',
  })
  condition!: HolderCondition | null

  @Field(() => ExemptionReason, { nullable: true, description: 'Of NOT_OWED.' })
  exemption!: ExemptionReason | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Of NOT_OWED: when it is owed for the first time or again; null where no day follows.',
  })
  requiredFrom!: string | null
}

/** Everything null but what the result says. */
export function toGraphqlRequirement(result: RequirementResult): RenewalRequirement {
  const { kind: state, requirement } = result
  const about = { ...NOTHING, ...subjectOf(requirement), state }
  switch (state) {
    case 'measured': {
      const { window, unit, needed, earned, planned, shortBy, carriedOver } = result
      const days = { countsFrom: window.startsOn, countsUntil: window.endsOn }
      return { ...about, ...days, unit, needed, earned, planned, shortBy, carriedOver }
    }
    case 'unknown':
      return { ...about, unknown: result.reason, condition: result.condition }
    case 'not-owed':
      return { ...about, exemption: result.reason, requiredFrom: result.requiredFrom }
  }
}

const NOTHING = {
  unit: null,
  needed: null,
  earned: null,
  planned: null,
  shortBy: null,
  carriedOver: null,
  countsFrom: null,
  countsUntil: null,
  unknown: null,
  condition: null,
  exemption: null,
  requiredFrom: null,
} as const
