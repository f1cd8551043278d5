import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { createUnionType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { FatigueSign } from '@alongside/shared/wellness/fatigue-signs'
import { SelfCare } from '@alongside/shared/wellness/self-care'
import { WeekTag } from '@alongside/shared/wellness/week-tags'

registerEnumType(FatigueSign, {
  name: 'FatigueSign',
  description: 'Something a peer noticed in themselves; never a finding.',
})
registerEnumType(SelfCare, { name: 'SelfCare', description: 'Something a peer did for themselves.' })
registerEnumType(WeekTag, {
  name: 'WeekTag',
  description: 'What a week held; it names events, never a person.',
})

@ObjectType('WeeklyCheckIn', {
  simpleResolvers: true,
  description: "A peer's answers about one week. Only that peer can read them; null or empty is skipped.",
})
export class WeeklyCheckInType {
  @Field(() => GraphQLLocalDate, { description: 'The Monday of the week.' })
  weekStart!: string

  @Field(() => Int, { nullable: true, description: '1 (hard) to 5 (good).' })
  weekFelt!: number | null

  @Field(() => Int, { nullable: true, description: '1 (empty) to 5 (full).' })
  energy!: number | null

  @Field(() => Int, { nullable: true, description: '1 (hardly any) to 5 (plenty).' })
  rest!: number | null

  @Field(() => [FatigueSign])
  signs!: FatigueSign[]

  @Field(() => [SelfCare])
  selfCare!: SelfCare[]

  @Field(() => [WeekTag])
  tags!: WeekTag[]

  @Field(() => String, { nullable: true, description: 'A line to oneself.' })
  line!: string | null

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was saved; null where it was not.' })
  submittedAt!: Date | null
}

@InputType({ description: 'The answers of one week. Everything can be skipped, but not everything at once.' })
export class WeeklyCheckInInput {
  @Field(() => GraphQLUUID, {
    description: 'Made when the form is saved; sent again with the same answers it is a retry.',
  })
  idempotencyKey!: string

  @Field(() => GraphQLLocalDate, {
    description: 'The Monday of this week or of the week before, in the organization.',
  })
  weekStart!: string

  @Field(() => Int, { nullable: true, description: '1 to 5.' })
  weekFelt?: number | null

  @Field(() => Int, { nullable: true, description: '1 to 5.' })
  energy?: number | null

  @Field(() => Int, { nullable: true, description: '1 to 5.' })
  rest?: number | null

  @Field(() => [FatigueSign], { nullable: true, description: 'None twice.' })
  signs?: FatigueSign[] | null

  @Field(() => [SelfCare], { nullable: true, description: 'None twice.' })
  selfCare?: SelfCare[] | null

  @Field(() => [WeekTag], { nullable: true, description: 'None twice.' })
  tags?: WeekTag[] | null

  @Field(() => String, { nullable: true, description: 'At most 500 characters.' })
  line?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'The answers are kept.' })
export class WeeklyCheckInSaved {
  @Field(() => WeeklyCheckInType)
  checkIn!: WeeklyCheckInType

  @Field(() => Boolean, {
    description: 'Whether they were kept before: this was a retry, and changed nothing.',
  })
  replayed!: boolean
}

@ObjectType({
  simpleResolvers: true,
  description:
    'The week has other answers already. Nothing was changed; the peer picks, and may replace them.',
})
export class WeeklyCheckInDiffers {
  @Field(() => WeeklyCheckInType, { description: 'What is kept.' })
  kept!: WeeklyCheckInType

  @Field(() => WeeklyCheckInType, { description: 'What was sent now, and is not kept.' })
  offered!: WeeklyCheckInType
}

export const WeeklyCheckInOutcome = createUnionType({
  name: 'WeeklyCheckInOutcome',
  description: 'What became of the answers that were sent.',
  types: () => [WeeklyCheckInSaved, WeeklyCheckInDiffers] as const,
  resolveType: (outcome) => ('kept' in outcome ? WeeklyCheckInDiffers : WeeklyCheckInSaved),
})

@ObjectType({ simpleResolvers: true, description: 'The weeks that the signed-in peer can answer today.' })
export class MyWeek {
  @Field(() => GraphQLLocalDate, { description: 'The Monday of this week, in the organization.' })
  weekStart!: string

  @Field(() => WeeklyCheckInType, { nullable: true, description: "This week's; null while it is open." })
  checkIn!: WeeklyCheckInType | null

  @Field(() => GraphQLLocalDate, { description: 'The Monday of the week before.' })
  previousWeekStart!: string

  @Field(() => Boolean, { description: 'Whether the week before has no check-in and can still get one.' })
  previousWeekOpen!: boolean
}
