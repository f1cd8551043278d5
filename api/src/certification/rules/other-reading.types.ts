import { Field, Float, InterfaceType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import { AmountUnit, type RequiredTotal } from '@alongside/shared/certification/rules/asked'
import type { ReadingPart } from '@alongside/shared/certification/rules/other-reading'
import { ProvenanceType } from './provenance.types.ts'
import { AmountPer } from './rule-asked.types.ts'

// What another page says of a part of a rule.

const ReadingPartKind = {
  CYCLE: 'cycle',
  TOTAL: 'total',
  MINIMUM: 'minimum',
  COMMON_DATE: 'common-date',
  FEE: 'fee',
  ONLINE_MOST: 'online-most',
} as const satisfies Record<string, ReadingPart['kind']>

registerEnumType(ReadingPartKind, { name: 'ReadingPartKind', description: 'Which part of a rule is read.' })

const TYPE_OF: Readonly<Record<ReadingPart['kind'], string>> = {
  cycle: 'ReadingCycle',
  total: 'ReadingTotal',
  minimum: 'ReadingMinimum',
  'common-date': 'ReadingCommonDate',
  fee: 'ReadingFee',
  'online-most': 'ReadingOnlineMost',
}

@InterfaceType('ReadingPart', {
  description: 'One part of a rule as another page has it, with the values of its kind.',
  resolveType: ({ kind }: ReadingPart) => TYPE_OF[kind],
})
export abstract class ReadingPartType {
  @Field(() => ReadingPartKind)
  kind!: ReadingPart['kind']
}

const ofPart = (description: string) => ({ implements: ReadingPartType, simpleResolvers: true, description })

@ObjectType(ofPart('How long a certificate lasts.'))
export class ReadingCycle extends ReadingPartType {
  @Field(() => Int)
  months!: number
}

@ObjectType(ofPart('What a renewal asks for in all.'))
export class ReadingTotal extends ReadingPartType {
  @Field(() => Float)
  amount!: number

  @Field(() => AmountUnit)
  unit!: RequiredTotal['unit']

  @Field(() => AmountPer, { nullable: true, description: 'Null: the page does not say in what time.' })
  per!: RequiredTotal['per'] | null
}

@ObjectType(ofPart('Hours asked in one category.'))
export class ReadingMinimum extends ReadingPartType {
  @Field(() => CeCategory)
  category!: CeCategory

  @Field(() => Float, { description: 'In hours.' })
  amount!: number
}

@ObjectType(ofPart('The day of the year on which every certificate expires.'))
export class ReadingCommonDate extends ReadingPartType {
  @Field(() => Int, { description: '1 to 12.' })
  month!: number

  @Field(() => Int)
  day!: number
}

@ObjectType(ofPart('What a renewal costs.'))
export class ReadingFee extends ReadingPartType {
  @Field(() => Float, { description: 'In US dollars.' })
  usd!: number
}

@ObjectType(ofPart('At most so many hours of the total without meeting in person.'))
export class ReadingOnlineMost extends ReadingPartType {
  @Field(() => Float)
  hours!: number
}

@ObjectType('OtherReading', {
  simpleResolvers: true,
  description: 'What another page says of a rule, shown beside it with its source.',
})
export class OtherReadingType {
  @Field(() => [ReadingPartType])
  says!: readonly ReadingPartType[]

  @Field(() => ProvenanceType)
  source!: ProvenanceType
}
