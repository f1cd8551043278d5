import { FatigueSign } from '@alongside/shared/wellness/fatigue-signs'
import { PlanPart } from '@alongside/shared/wellness/plan/self-care-plan'
import { SelfCare } from '@alongside/shared/wellness/self-care'
import { ShareScope } from '@alongside/shared/wellness/sharing/share-ticket'
import { WeekTag } from '@alongside/shared/wellness/week-tags'
import { GraphQLLocalDate } from 'graphql-scalars'
import { Field, Int, ObjectType } from 'type-graphql'
import { ProqolScaleResult } from '../questionnaires/proqol.types.ts'

@ObjectType({
  simpleResolvers: true,
  description: 'A check-in within the scope of its share: what the scope leaves out is null or empty.',
})
export class SharedCheckIn {
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

  @Field(() => String, { nullable: true })
  line!: string | null

  @Field(() => String, { nullable: true })
  wentWell!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'A line of a self-care plan that is shared.' })
export class SharedPlanLine {
  @Field(() => PlanPart)
  part!: PlanPart

  @Field(() => String)
  text!: string

  @Field(() => String, { nullable: true })
  phone!: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'A finished ProQOL within the scope of its share. There is no total.',
})
export class SharedProqol {
  @Field(() => GraphQLLocalDate)
  finishedOn!: string

  @Field(() => [ProqolScaleResult])
  results!: ProqolScaleResult[]

  @Field(() => [Int], {
    nullable: 'itemsAndList',
    description:
      'Thirty answers, the first item first, 1 (never) to 5 (very often); null where only the scores are shared.',
  })
  answers!: (number | null)[] | null

  @Field(() => [String], {
    nullable: true,
    description: 'The sentences that the organization brought; null without them, or without the answers.',
  })
  items!: string[] | null

  @Field(() => String, { description: "The author's credit." })
  credit!: string
}

@ObjectType({
  simpleResolvers: true,
  description: 'A finished ethics reflection that is shared. There is no score.',
})
export class SharedEthicsReflection {
  @Field(() => Int, { description: 'Which statements the answers belong to.' })
  version!: number

  @Field(() => GraphQLLocalDate)
  finishedOn!: string

  @Field(() => [Int], {
    nullable: 'items',
    description:
      '27 answers, the first statement first, 1 (hardly ever) to 5 (nearly always); null is blank.',
  })
  answers!: (number | null)[]
}

@ObjectType({
  simpleResolvers: true,
  description: 'What is shared, as its receiver sees it: one of the four.',
})
export class OpenedShare {
  @Field(() => ShareScope)
  scope!: ShareScope

  @Field(() => SharedCheckIn, { nullable: true, description: 'Where a check-in is shared.' })
  checkIn!: SharedCheckIn | null

  @Field(() => SharedPlanLine, { nullable: true, description: 'Where a line of a plan is shared.' })
  planLine!: SharedPlanLine | null

  @Field(() => SharedProqol, { nullable: true, description: 'Where a ProQOL is shared.' })
  proqol!: SharedProqol | null

  @Field(() => SharedEthicsReflection, {
    nullable: true,
    description: 'Where an ethics reflection is shared.',
  })
  ethicsReflection!: SharedEthicsReflection | null
}

@ObjectType({ simpleResolvers: true, description: 'What is shared. Its owner sees that it was looked at.' })
export class OpenSharePayload {
  @Field(() => OpenedShare)
  opened!: OpenedShare
}
