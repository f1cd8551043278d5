import { GraphQLLocalDate } from 'graphql-scalars'
import { Field, Float, InterfaceType, ObjectType, registerEnumType } from 'type-graphql'
import { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import type { CycleUnknownReason } from '@alongside/shared/certification/cycle/renewal-cycle'
import type {
  ExemptionReason,
  HoursUnknownReason,
  Requirement,
  RequirementResult,
} from '@alongside/shared/certification/requirements/requirement-result'
import { AmountUnit, type PracticeRequirement } from '@alongside/shared/certification/rules/asked'
import { HolderCondition } from '@alongside/shared/certification/rules/holder-condition'
import { AmountPer } from '../rules/rule-asked.types.ts'
import { PracticeKind, RequirementKind } from '../rules/rule-words.types.ts'

// What a renewal asks for and how much of it there is: the results of the shared rule, each with the values of its kind.

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

export const WhyUnknown = {
  NOT_CERTIFIED: 'not-certified',
  NEVER_EXPIRES: 'never-expires',
  CYCLE_LENGTH_NOT_READ: 'cycle-length-not-read',
  EXPIRY_NOT_KNOWN: 'expiry-not-known',
  DATES_OUT_OF_ORDER: 'dates-out-of-order',
  WINDOW_UNKNOWN: 'window-unknown',
  TOTAL_NOT_READ: 'total-not-read',
  FIRST_TERM_NOT_READ: 'first-term-not-read',
  KIND_OF_YEAR_NOT_READ: 'kind-of-year-not-read',
  YEAR_IS_NOT_THE_CYCLE: 'year-is-not-the-cycle',
  CONDITION_NOT_KNOWN: 'condition-not-known',
  CHOICE_NOT_KNOWN: 'choice-not-known',
  PRACTICE_NOT_RECORDED: 'practice-not-recorded',
  KIND_OF_PERIOD_NOT_READ: 'kind-of-period-not-read',
  ENTRY_CROSSES_PERIOD: 'entry-crosses-period',
} as const satisfies Record<string, CycleUnknownReason | HoursUnknownReason>

registerEnumType(RequirementState, {
  name: 'RequirementState',
  description: 'Whether there are figures, or the rule leaves it open, or nothing is owed this time.',
})
registerEnumType(ExemptionReason, { name: 'ExemptionReason', description: 'Why nothing is owed this time.' })
registerEnumType(WhyUnknown, { name: 'WhyUnknown', description: 'Why something is not known.' })

@InterfaceType('Requirement', {
  description: 'What is asked for, whatever the amount.',
  resolveType: ({ kind }: Requirement) => REQUIREMENTS[kind],
})
export abstract class RequirementType {
  @Field(() => RequirementKind)
  kind!: Requirement['kind']
}

@ObjectType({ simpleResolvers: true, description: 'An amount that a rule asks for.' })
export class AskedAmount {
  @Field(() => Float)
  amount!: number

  @Field(() => AmountUnit)
  unit!: AmountUnit

  @Field(() => AmountPer)
  per!: PracticeRequirement['per']
}

const asked = (description: string) => ({ implements: RequirementType, simpleResolvers: true, description })

@ObjectType(asked('Hours, or courses, in all.'))
export class TotalRequirement extends RequirementType {}

@ObjectType(asked('Hours in one category.'))
export class MinimumRequirement extends RequirementType {
  @Field(() => CeCategory)
  category!: CeCategory

  @Field(() => CeCategory, {
    nullable: true,
    description: 'The category inside whose hours these stand; null: they stand by themselves.',
  })
  within!: CeCategory | null

  @Field(() => Boolean, { description: 'Its hours may serve other minimums too.' })
  overlaps!: boolean
}

@ObjectType(asked('Hours from one sponsor.'))
export class SponsorRequirement extends RequirementType {
  @Field(() => String, { description: 'As on the certificate.' })
  sponsor!: string
}

@ObjectType(asked('Work or supervision beside courses.'))
export class WorkRequirement extends RequirementType {
  @Field(() => PracticeKind)
  practice!: PracticeKind
}

const REQUIREMENTS = {
  total: TotalRequirement,
  minimum: MinimumRequirement,
  sponsor: SponsorRequirement,
  practice: WorkRequirement,
} as const

@ObjectType({ simpleResolvers: true, description: 'The days in which something counts.' })
export class CountingWindow {
  @Field(() => GraphQLLocalDate)
  startsOn!: string

  @Field(() => GraphQLLocalDate, { description: 'The last day.' })
  endsOn!: string
}

@InterfaceType('RequirementResult', {
  description: 'One line of what a renewal asks for, and how it stands.',
  resolveType: ({ kind }: RequirementResult) => RESULTS[kind],
})
export abstract class RequirementResultType {
  @Field(() => RequirementState)
  kind!: RequirementResult['kind']

  @Field(() => RequirementType)
  requirement!: Requirement
}

const result = (description: string) => ({
  implements: RequirementResultType,
  simpleResolvers: true,
  description,
})

@ObjectType(result('How much of it there is; figures are in `unit`.'))
export class MeasuredRequirement extends RequirementResultType {
  @Field(() => CountingWindow)
  window!: CountingWindow

  @Field(() => AmountUnit)
  unit!: AmountUnit

  @Field(() => Float)
  needed!: number

  @Field(() => Float, { description: 'With what was carried over.' })
  earned!: number

  @Field(() => Float, { description: 'What planned courses would add.' })
  planned!: number

  @Field(() => Float)
  shortBy!: number

  @Field(() => Float, { description: 'Of `earned`, what came from the period before.' })
  carriedOver!: number

  @Field(() => Float, {
    description: 'Of `earned`, what rests on an open question about a course: nothing is met by it alone.',
  })
  unconfirmed!: number
}

@ObjectType(result('What is asked, or how much of it there is, is not known.'))
export class UnknownRequirement extends RequirementResultType {
  @Field(() => WhyUnknown, { name: 'why', simple: false })
  reason!: HoursUnknownReason

  @Field(() => HolderCondition, {
    nullable: true,
    description: 'What would have to be known of the holder; null where it is about something else.',
  })
  condition!: HolderCondition | null

  @Field(() => AskedAmount, {
    nullable: true,
    description: 'The amount that is known although it cannot be measured; null: that is not known either.',
  })
  asked!: AskedAmount | null
}

@ObjectType(result('Nothing is owed this time.'))
export class ExemptRequirement extends RequirementResultType {
  @Field(() => ExemptionReason, { name: 'exemption', simple: false })
  reason!: ExemptionReason

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'When it is owed for the first time or again; null where no day follows.',
  })
  requiredFrom!: string | null
}

const RESULTS = {
  measured: MeasuredRequirement,
  unknown: UnknownRequirement,
  'not-owed': ExemptRequirement,
} as const
