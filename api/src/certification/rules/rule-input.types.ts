import { Field, Float, InputType, Int } from 'type-graphql'
import { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import {
  AmountUnit,
  type PracticeRequirement,
  type RequiredTotal,
} from '@alongside/shared/certification/rule/asked'
import { HolderCondition } from '@alongside/shared/certification/rule/holder-condition'
import type { LateStep } from '@alongside/shared/certification/rule/submission'
import type { ExpiryRule } from '@alongside/shared/certification/rule/terms'
import { LateStatus } from '../renewals/standing.types.ts'
import { AmountPer, YearKindValue } from '../rule-types/rule-asked.types.ts'
import { ExpiryShape } from '../rule-types/rule-term.types.ts'
import { PracticeKind } from '../rule-words.types.ts'

// The parts of a rule that an organization writes.

@InputType({ description: 'A date that all certificates share.' })
export class CommonDateInput {
  @Field(() => Int)
  month!: number

  @Field(() => Int)
  day!: number

  @Field(() => Int, { description: '1-10' })
  everyYears!: number

  @Field(() => Int, { nullable: true, description: 'A year in which it falls due; null: it depends.' })
  anchorYear?: number | null
}

@InputType({ description: 'What is asked for in all.' })
export class RequiredTotalInput {
  @Field(() => Float, { description: 'Hours in quarters, courses whole; at most 400.' })
  amount!: number

  @Field(() => AmountUnit, { description: 'HOURS or COURSES.' })
  unit!: RequiredTotal['unit']

  @Field(() => AmountPer, { description: 'CYCLE or YEAR.' })
  per!: RequiredTotal['per']

  @Field(() => YearKindValue, { description: 'Of a yearly amount; otherwise UNKNOWN.' })
  yearKind!: RequiredTotal['yearKind']
}

@InputType({ description: 'An amount asked in one category; each category once.' })
export class CategoryMinimumInput {
  @Field(() => CeCategory)
  category!: CeCategory

  @Field(() => Float, { description: 'No more than the total, alone or together, unless they overlap.' })
  amount!: number

  @Field(() => AmountUnit, { description: 'HOURS or COURSES.' })
  unit!: RequiredTotal['unit']

  @Field(() => CeCategory, { nullable: true, description: 'Another category of the rule, and no smaller.' })
  within?: CeCategory | null

  @Field(() => Boolean, { defaultValue: false, description: 'What serves it may serve others too.' })
  overlaps!: boolean

  @Field(() => Int, { nullable: true, description: '1-240; null: in each cycle.' })
  everyMonths?: number | null

  @Field(() => Boolean, { defaultValue: false, description: "Once in a holder's life." })
  once!: boolean

  @Field(() => HolderCondition, { nullable: true, description: 'Only of those of whom this holds.' })
  onlyIf?: HolderCondition | null
}

@InputType({ description: 'Work or supervision asked for; each kind once.' })
export class PracticeInput {
  @Field(() => PracticeKind)
  kind!: PracticeRequirement['kind']

  @Field(() => Float)
  amount!: number

  @Field(() => AmountUnit, { description: 'HOURS or SESSIONS.' })
  unit!: PracticeRequirement['unit']

  @Field(() => AmountPer)
  per!: PracticeRequirement['per']
}

@InputType({ description: 'One step of what follows an expiry, in order; only the last may be without end.' })
export class LateStepInput {
  @Field(() => Int, { nullable: true, description: 'Days after the expiry; null: without end.' })
  withinDays?: number | null

  @Field(() => Int, { nullable: true, description: 'US dollars, 0-5,000; null: not known.' })
  feeUsd?: number | null

  @Field(() => LateStatus)
  status!: LateStep['status']
}

@InputType({ description: 'The parts that an organization writes; all others stay as they stood before.' })
export class RenewalRuleInput {
  @Field(() => Int, { nullable: true, description: '1-120; null: not known.' })
  cycleMonths?: number | null

  @Field(() => ExpiryShape)
  expiryShape!: ExpiryRule['shape']

  @Field(() => CommonDateInput, { nullable: true, description: 'Of FIXED_DATE, and only there.' })
  commonDate?: CommonDateInput | null

  @Field(() => RequiredTotalInput, { nullable: true, description: 'Null: not known.' })
  total?: RequiredTotalInput | null

  @Field(() => [CategoryMinimumInput])
  minimums!: CategoryMinimumInput[]

  @Field(() => [PracticeInput])
  practice!: PracticeInput[]

  @Field(() => Float, { nullable: true, description: 'Surplus hours that go over; null: not known.' })
  carryOverMost?: number | null

  @Field(() => Int, { nullable: true, description: 'Days before the expiry, 0-365.' })
  opensDaysBefore?: number | null

  @Field(() => Int, { nullable: true, description: 'Days before the expiry, no more than it opens.' })
  dueDaysBefore?: number | null

  @Field(() => [LateStepInput], { description: 'At most 6.' })
  late!: LateStepInput[]

  @Field(() => Int, { nullable: true, description: 'US dollars, 0-5,000.' })
  feeUsd?: number | null
}
