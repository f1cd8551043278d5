import { GraphQLLocalDate } from 'graphql-scalars'
import { createUnionType, Field, InputType, Int, ObjectType } from 'type-graphql'
import { FatigueSign } from '@alongside/shared/wellness/fatigue-signs'
import { SelfCare } from '@alongside/shared/wellness/self-care'
import { WeekTag } from '@alongside/shared/wellness/week-tags'
import { ConnectionTo } from '../server/graphql/connection.ts'
import { WeeklyCheckIn } from './weekly-check-in.entity.ts'
import { GraphQLIdempotencyKey } from '../server/submissions/idempotency-key.ts'

/** The answers of a week, whether they are saved or not. */
export type CheckInAnswers = Pick<
  WeeklyCheckIn,
  'weekStart' | 'weekFelt' | 'energy' | 'rest' | 'signs' | 'selfCare' | 'tags' | 'line' | 'wentWell'
>
/** Saved answers, as their peer reads them. */
export type SavedCheckIn = CheckInAnswers & Pick<WeeklyCheckIn, 'id' | 'submittedAt'>

@InputType()
export abstract class CheckInAnswersInput {
  @Field(() => GraphQLIdempotencyKey, {
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

  @Field(() => String, { nullable: true, description: 'What went well; at most 500 characters.' })
  wentWell?: string | null
}

@InputType({ description: 'The answers of one week. Everything can be skipped, but not everything at once.' })
export class SubmitWeeklyCheckInInput extends CheckInAnswersInput {}

@InputType({ description: 'The answers that take the place of those of the week.' })
export class ReplaceWeeklyCheckInInput extends CheckInAnswersInput {}

@ObjectType({ simpleResolvers: true })
abstract class AnswersSaved {
  @Field(() => WeeklyCheckIn)
  checkIn!: SavedCheckIn

  @Field(() => Boolean, {
    description: 'Whether they were saved before: this was a retry, and changed nothing.',
  })
  replayed!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'The answers are saved.' })
export class WeeklyCheckInSaved extends AnswersSaved {}

@ObjectType({ simpleResolvers: true, description: 'The answers took the place of the earlier ones.' })
export class ReplaceWeeklyCheckInPayload extends AnswersSaved {}

@ObjectType({
  simpleResolvers: true,
  description:
    'The week has other answers already. Nothing was changed; the peer picks, and may replace them.',
})
export class WeeklyCheckInDiffers {
  @Field(() => WeeklyCheckIn, { description: 'What is saved.' })
  kept!: SavedCheckIn

  @Field(() => WeeklyCheckIn, { description: 'What was sent now, and is not saved.' })
  offered!: CheckInAnswers
}

export const SubmitWeeklyCheckInPayload = createUnionType({
  name: 'SubmitWeeklyCheckInPayload',
  description: 'What became of the answers that were sent.',
  types: () => [WeeklyCheckInSaved, WeeklyCheckInDiffers] as const,
  resolveType: (payload) => ('kept' in payload ? WeeklyCheckInDiffers : WeeklyCheckInSaved),
})

@ObjectType({ simpleResolvers: true, description: 'The weeks that the signed-in peer can answer today.' })
export class MyWeek {
  @Field(() => GraphQLLocalDate, { description: 'The Monday of this week, in the organization.' })
  weekStart!: string

  @Field(() => WeeklyCheckIn, { nullable: true, description: "This week's; null while there is none." })
  checkIn!: SavedCheckIn | null

  @Field(() => GraphQLLocalDate, { description: 'The Monday of the week before.' })
  previousWeekStart!: string

  @Field(() => Boolean, {
    description:
      'Whether the week before has no check-in and can still get one; never for a week before one joined.',
  })
  previousWeekOpen!: boolean
}

@ObjectType({ description: 'Own check-ins, the latest week first.' })
export class WeeklyCheckInConnection extends ConnectionTo(WeeklyCheckIn, 'WeeklyCheckIn') {}

@InputType()
export class DeleteWeeklyCheckInInput {
  @Field(() => GraphQLLocalDate, { description: 'The Monday of its week.' })
  weekStart!: string
}

@ObjectType({ simpleResolvers: true })
abstract class CheckInsDeleted {
  @Field(() => Int, { description: 'How many are gone, with every share of them.' })
  deletedCount!: number
}

@ObjectType({ simpleResolvers: true, description: 'Nothing is left of the check-in.' })
export class DeleteWeeklyCheckInPayload extends CheckInsDeleted {}

@InputType()
export class DeleteAllCheckInsInput {
  @Field(() => Boolean, { description: 'True: it cannot be undone.' })
  isSure!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'Nothing is left of any check-in that could be read.' })
export class DeleteAllCheckInsPayload extends CheckInsDeleted {}
