import { GraphQLLocalDate } from 'graphql-scalars'
import { Field, Float, Int, InterfaceType, ObjectType, registerEnumType, Root } from 'type-graphql'
import { HolderCondition } from '@alongside/shared/certification/rules/holder-condition'
import type {
  CycleChoice,
  DatedException,
  EarningWindow,
  ExpiryRule,
  FirstCertificate,
  NewHolderRule,
} from '@alongside/shared/certification/rules/terms'

// How long a certificate runs and what is different at first, as the API shows and takes it.

export const ExpiryShape = {
  ROLLING: 'rolling',
  MONTH_START: 'month-start',
  MONTH_END: 'month-end',
  BIRTHDAY: 'birthday',
  FIXED_DATE: 'fixed-date',
  PRINTED: 'printed',
  NONE: 'none',
  UNKNOWN: 'unknown',
} as const satisfies Record<string, ExpiryRule['shape']>
const NewHolderKind = {
  NONE_IN_FIRST_TERM: 'none-in-first-term',
  NONE_IN_SHORT_FIRST_TERM: 'none-in-short-first-term',
  NONE_BEFORE_NEXT_JANUARY: 'none-before-next-january',
  NONE_IF_ISSUED_WITHIN: 'none-if-issued-within',
  PRORATED: 'prorated',
  NOT_READ: 'not-read',
} as const satisfies Record<string, NewHolderRule['kind']>
export const ExceptionKind = {
  HOURS_WAIVED: 'hours-waived',
  FEE_WAIVED: 'fee-waived',
  DATE_EXTENDED: 'date-extended',
} as const satisfies Record<string, DatedException['kind']>

registerEnumType(ExpiryShape, {
  name: 'ExpiryShape',
  description: 'Where a certificate ends; PRINTED: only the certificate says so, UNKNOWN: not read.',
})
registerEnumType(NewHolderKind, { name: 'NewHolderKind', description: 'What a first term owes otherwise.' })
registerEnumType(ExceptionKind, { name: 'DatedExceptionKind', description: 'What a board waived.' })

@ObjectType('ExpiryRule', { simpleResolvers: true, description: 'When a certificate ends.' })
export class ExpiryRuleType {
  @Field(() => ExpiryShape)
  shape!: ExpiryRule['shape']

  @Field(() => Int, { nullable: true, description: 'Of FIXED_DATE, like the following.' })
  month!: number | null

  @Field(() => Int, { nullable: true })
  day!: number | null

  @Field(() => Int, { nullable: true })
  everyYears!: number | null

  @Field(() => Int, { nullable: true, description: 'A year in which it falls due; null: it depends.' })
  anchorYear!: number | null

  @Field(() => Boolean, { nullable: true, description: 'On the working day before a weekend or holiday.' })
  earlierWorkingDay!: boolean | null
}

export function toGraphqlExpiry(expiry: ExpiryRule): ExpiryRuleType {
  const none = { month: null, day: null, everyYears: null, anchorYear: null, earlierWorkingDay: null }
  if (expiry.shape !== 'fixed-date') return { ...none, shape: expiry.shape }
  const { onWorkingDay, ...parts } = expiry
  return { ...parts, earlierWorkingDay: onWorkingDay === 'earlier' }
}

@ObjectType('CycleChoice', { simpleResolvers: true, description: 'A length that the holder may choose.' })
export class CycleChoiceType implements CycleChoice {
  @Field(() => Int)
  months!: number

  @Field(() => Float, { description: 'What is asked for in all with that length.' })
  amount!: number
}

@ObjectType('FirstCertificate', {
  simpleResolvers: true,
  description: 'A first certificate that is shorter.',
})
export class FirstCertificateType implements FirstCertificate {
  @Field(() => Int)
  months!: number

  @Field(() => Int, { nullable: true, description: 'It may be made longer once, by so many months.' })
  extensionMonths!: number | null
}

@ObjectType('ProratedStep', { simpleResolvers: true, description: 'What is asked with so many months left.' })
export class ProratedStepType {
  @Field(() => Int)
  monthsLeftAtLeast!: number

  @Field(() => Float)
  amount!: number
}

@ObjectType('NewHolderRule', { simpleResolvers: true, description: 'What a first term owes otherwise.' })
export class NewHolderRuleType {
  @Field(() => NewHolderKind)
  kind!: NewHolderRule['kind']

  @Field(() => Int, { nullable: true, description: 'Of NONE_IF_ISSUED_WITHIN.' })
  months!: number | null

  @Field(() => HolderCondition, { nullable: true, description: 'It does not hold for these.' })
  unless!: HolderCondition | null

  @Field(() => [ProratedStepType], { description: 'Of PRORATED; the first that fits decides.' })
  steps!: readonly ProratedStepType[]
}

export function toGraphqlNewHolder(rule: NewHolderRule): NewHolderRuleType {
  return { months: null, unless: null, steps: [], ...rule }
}

@ObjectType({ simpleResolvers: true, description: 'From a day to a day.' })
export class DueDates {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Null: without a beginning.' })
  from!: string | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Null: without an end.' })
  to!: string | null
}

@InterfaceType('DatedException', {
  description: 'A waiver for some time, or for some.',
  resolveType: ({ kind }: DatedException) => (kind === 'date-extended' ? DateExtension : Waiver),
})
export abstract class DatedExceptionType {
  @Field(() => ExceptionKind)
  kind!: DatedException['kind']

  @Field(() => DueDates, { description: 'For renewals that fall due then.' })
  due(@Root() { dueFrom, dueTo }: DatedException): DueDates {
    return { from: dueFrom, to: dueTo }
  }

  @Field(() => HolderCondition, { nullable: true, description: 'Null: for all holders.' })
  onlyIf!: HolderCondition | null

  @Field(() => String, { description: 'As it was read, in English.' })
  text!: string
}

@ObjectType({
  implements: DatedExceptionType,
  simpleResolvers: true,
  description: 'Hours or the fee are waived.',
})
export class Waiver extends DatedExceptionType {}

@ObjectType({ implements: DatedExceptionType, simpleResolvers: true, description: 'The expiry is put off.' })
export class DateExtension extends DatedExceptionType {
  @Field(() => Int, { description: 'By so many days.' })
  days!: number
}

@ObjectType('EarningWindow', { simpleResolvers: true, description: 'When hours may be earned.' })
export class EarningWindowType implements EarningWindow {
  @Field(() => Int, {
    nullable: true,
    description: 'At the earliest; null: from the first day of the cycle.',
  })
  monthsBeforeExpiry!: number | null

  @Field(() => Int, { description: 'They end so many days before the expiry.' })
  endsDaysBeforeExpiry!: number

  @Field(() => Boolean, {
    description:
      'Hours count from the last renewal, so that an early renewal begins the next cycle on its own day.',
  })
  fromLastRenewal!: boolean

  @Field(() => Boolean, { nullable: true, description: 'Hours after the expiry count; null: not read.' })
  countsInGrace!: boolean | null
}
