import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars'
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql'
import { FatigueSign } from '@alongside/shared/wellness/fatigue-signs'
import { SelfCare } from '@alongside/shared/wellness/self-care'
import { CheckInMeasure, TrendKind } from '@alongside/shared/wellness/trend'

registerEnumType(TrendKind, {
  name: 'TrendKind',
  description: "The latest week beside the same peer's own weeks; never an assessment.",
})

registerEnumType(CheckInMeasure, {
  name: 'CheckInMeasure',
  description: 'What a check-in asks on a scale from 1 to 5.',
})

@ObjectType({
  simpleResolvers: true,
  description: "One measure over the weeks, against the peer's own past and nobody else's.",
})
export class MeasureHistory {
  @Field(() => CheckInMeasure)
  measure!: CheckInMeasure

  @Field(() => [Int], {
    nullable: 'items',
    description: 'One for each of the weeks; null is a gap and stays one.',
  })
  values!: (number | null)[]

  @Field(() => TrendKind)
  trend!: TrendKind

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The week that the trend speaks of: the latest answered.',
  })
  trendWeek!: string | null

  @Field(() => Float, {
    nullable: true,
    description: 'Where the usual band begins, 1 to 5; null before 4 earlier weeks.',
  })
  usualFrom!: number | null

  @Field(() => Float, { nullable: true, description: 'Where the usual band ends, 1 to 5.' })
  usualTo!: number | null
}

@ObjectType({ simpleResolvers: true, description: 'In how many of the weeks a sign was noticed.' })
export class SignNoticed {
  @Field(() => FatigueSign)
  sign!: FatigueSign

  @Field(() => Int)
  weeks!: number
}

@ObjectType({
  simpleResolvers: true,
  description: 'In how many of the weeks something was done for oneself.',
})
export class SelfCareDone {
  @Field(() => SelfCare)
  selfCare!: SelfCare

  @Field(() => Int)
  weeks!: number
}

@ObjectType({
  simpleResolvers: true,
  description: "The signed-in peer's own last 26 weeks. Only that peer can read them.",
})
export class CheckInHistory {
  @Field(() => [GraphQLLocalDate], { description: 'The Mondays, oldest first, this week last.' })
  weeks!: string[]

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'What was saved before this instant is locked and not here: the password was reset, and the recovery code of before opens it. Null: nothing is.',
  })
  lockedBefore!: Date | null

  @Field(() => Int, { description: 'How many of the weeks have a check-in.' })
  answeredWeeks!: number

  @Field(() => [MeasureHistory], { description: 'How the week felt, energy, rest; in this order.' })
  measures!: MeasureHistory[]

  @Field(() => [SignNoticed], { description: 'The most often noticed first.' })
  signsNoticed!: SignNoticed[]

  @Field(() => [SelfCareDone], { description: 'The most often done first.' })
  selfCareDone!: SelfCareDone[]

  @Field(() => Int, { description: 'Weeks that felt better than the middle one of their own.' })
  betterWeeks!: number

  @Field(() => [SelfCareDone], {
    description: 'What was done in at least half of the better weeks; at most 3, none before 3 better weeks.',
  })
  inBetterWeeks!: SelfCareDone[]
}
