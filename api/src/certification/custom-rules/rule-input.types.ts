import { GraphQLLocalDate } from 'graphql-scalars'
import { Field, Float, InputType, Int } from 'type-graphql'
import { LATE_STEPS_MOST } from '@alongside/shared/certification/custom-rule-parts/deadline-input'
import { CONVERTED_UNITS } from '@alongside/shared/certification/custom-rule-parts/paper-input'
import { PRACTICE_MOST } from '@alongside/shared/certification/custom-rules/rule-input'
import { LIMITS_MOST } from '@alongside/shared/certification/custom-rule-parts/limit-input'
import { EXCEPTIONS_MOST } from '@alongside/shared/certification/custom-rule-parts/exception-input'
import { AtMost } from '../../server/operations/input-limits.ts'
import { CeCategory, CE_CATEGORIES } from '@alongside/shared/certification/catalogue/ce-category'
import { DeliveryMode } from '@alongside/shared/certification/catalogue/delivery-mode'
import type { LimitInput } from '@alongside/shared/certification/custom-rule-parts/limit-parts'
import {
  AmountUnit,
  type PracticeRequirement,
  ProofItem,
  type ProofRule,
  RenewalPaper,
  type RequiredTotal,
} from '@alongside/shared/certification/rules/asked'
import { HolderCondition } from '@alongside/shared/certification/rules/holder-condition'
import { CourseContent, CreditUnit, EarnedBy } from '@alongside/shared/certification/rules/limits'
import type { LateStep } from '@alongside/shared/certification/rules/submission'
import type { DatedException, ExpiryRule } from '@alongside/shared/certification/rules/terms'
import { LateStatus } from '../rules/late-status.types.ts'
import { AmountPer, ProofHow, YearKindValue } from '../rules/rule-asked.types.ts'
import { LimitKind } from '../rules/rule-limit.types.ts'
import { ExceptionKind, ExpiryShape } from '../rules/rule-term.types.ts'
import { PracticeKind } from '../rules/rule-words.types.ts'

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

@InputType({ description: 'One limit; only the values of its kind, and all that it needs.' })
export class CreditLimitInput implements LimitInput {
  @Field(() => LimitKind)
  kind!: LimitInput['kind']

  @Field(() => [DeliveryMode], {
    nullable: true,
    description: 'Of DELIVERY_MOST and DELIVERY_ONLY, not all of them; APPROVED_ONLY may name some.',
  })
  modes?: DeliveryMode[] | null

  @Field(() => CeCategory, { nullable: true, description: 'Of DELIVERY_ONLY and CATEGORY_MOST.' })
  category?: CeCategory | null

  @Field(() => [EarnedBy], {
    nullable: true,
    description: 'Of EARNED_BY_SHARE and EARNED_BY_MOST one, of EARNED_BY_NEVER not all of them.',
  })
  earnedBy?: EarnedBy[] | null

  @Field(() => [CourseContent], { nullable: true, description: 'Of CONTENT_NEVER.' })
  contents?: CourseContent[] | null

  @Field(() => String, { nullable: true, description: 'The sponsor, or who approves; 1-120 characters.' })
  sponsor?: string | null

  @Field(() => Float, {
    nullable: true,
    description: 'In quarters; no more than the total, no less than the minimum of the same category.',
  })
  hours?: number | null

  @Field(() => Int, { nullable: true, description: '0-100; of DELIVERY_MOST in place of hours.' })
  percent?: number | null

  @Field(() => Boolean, { nullable: true, description: 'Of APPROVED_ONLY: the board can be asked.' })
  petition?: boolean | null

  @Field(() => Int, { nullable: true, description: 'Of APPROVED_ONLY; US dollars, 0-500.' })
  feeUsdPerHour?: number | null
}

@InputType({ description: 'Hours that one unit on a certificate stands for; each unit once.' })
export class CreditConversionInput {
  @Field(() => CreditUnit, { description: 'Not CONTACT_HOURS, which count as they stand.' })
  from!: CreditUnit

  @Field(() => Float, { description: 'In quarters, more than 0.' })
  hours!: number
}

@InputType({ description: 'How what was done is shown to the board.' })
export class ProofInput {
  @Field(() => ProofHow, { nullable: true, description: 'Null: not known.' })
  how?: ProofRule['how']

  @Field(() => Int, { nullable: true, description: '0-50; null: not known.' })
  keepYears?: number | null

  @Field(() => [ProofItem])
  mustShow!: ProofItem[]

  @Field(() => String, { nullable: true, description: 'How the board checks; at most 300 characters.' })
  audit?: string | null
}

@InputType({ description: 'A waiver for some time, or for some holders: it names a day or a condition.' })
export class DatedExceptionInput {
  @Field(() => ExceptionKind)
  kind!: DatedException['kind']

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Renewals due from this day on.' })
  dueFrom?: string | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Renewals due until this day.' })
  dueTo?: string | null

  @Field(() => HolderCondition, { nullable: true })
  onlyIf?: HolderCondition | null

  @Field(() => Int, { nullable: true, description: '1-1,095; of DATE_EXTENDED, and only there.' })
  days?: number | null

  @Field(() => String, { nullable: true, description: 'What was said about it; at most 300 characters.' })
  text?: string | null
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

  @AtMost(CE_CATEGORIES.length)
  @Field(() => [CategoryMinimumInput])
  minimums!: CategoryMinimumInput[]

  @AtMost(PRACTICE_MOST)
  @Field(() => [PracticeInput])
  practice!: PracticeInput[]

  @Field(() => Float, { nullable: true, description: 'Surplus hours that go over; null: not known.' })
  maxCarryOver?: number | null

  @Field(() => Int, { nullable: true, description: 'Days before the expiry, 0-365.' })
  opensDaysBefore?: number | null

  @Field(() => Int, { nullable: true, description: 'Days before the expiry, no more than it opens.' })
  dueDaysBefore?: number | null

  @AtMost(LATE_STEPS_MOST)
  @Field(() => [LateStepInput], { description: 'At most 6.' })
  late!: LateStepInput[]

  @Field(() => Int, { nullable: true, description: 'US dollars, 0-5,000.' })
  feeUsd?: number | null

  @AtMost(LIMITS_MOST)
  @Field(() => [CreditLimitInput], { nullable: true, description: 'At most 20; null: as they stood.' })
  limits?: CreditLimitInput[] | null

  @AtMost(CONVERTED_UNITS.length)
  @Field(() => [CreditConversionInput], { nullable: true, description: 'Null: as they stood.' })
  conversions?: CreditConversionInput[] | null

  @Field(() => [RenewalPaper], { nullable: true, description: 'Null: as they stood.' })
  papers?: RenewalPaper[] | null

  @Field(() => ProofInput, { nullable: true, description: 'Null: as it stood.' })
  proof?: ProofInput | null

  @AtMost(EXCEPTIONS_MOST)
  @Field(() => [DatedExceptionInput], { nullable: true, description: 'At most 10; null: as they stood.' })
  exceptions?: DatedExceptionInput[] | null
}
