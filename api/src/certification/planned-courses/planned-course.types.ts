import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, Float, InputType, ObjectType } from 'type-graphql'
import { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import { DeliveryMode } from '@alongside/shared/certification/catalogue/delivery-mode'
import { CreditUnit } from '@alongside/shared/certification/rules/limits'
import type { Gaps } from '@alongside/shared/certification/next-step/gaps'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import type { Lazily } from '../../server/graphql/payload.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'
import { GapsType } from '../next-step/next-step.types.ts'
import { EarnedHours } from '../renewals/earned-hours.ts'

@ObjectType('PlannedCourse', {
  simpleResolvers: true,
  description: 'A course that a peer plans to take. It counts in the forecast and nowhere else.',
})
export class PlannedCourseType {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String)
  title!: string

  @Field(() => String, { nullable: true, description: 'Null where nobody said who gives it.' })
  provider!: string | null

  @Field(() => GraphQLLocalDate, { description: 'The last day.' })
  heldOn!: string

  @Field(() => Float, { description: 'In `unit`.' })
  hours!: number

  @Field(() => CreditUnit)
  unit!: CreditUnit

  @Field(() => [CeCategory])
  categories!: CeCategory[]

  @Field(() => DeliveryMode, { nullable: true, description: 'Null where it is not known.' })
  deliveryMode!: DeliveryMode | null

  @Field(() => Boolean, { description: 'Its day is over: did the peer take it?' })
  isOver!: boolean
}

@ObjectType({ description: 'Courses that are planned, the next first; at most 50.' })
export class PlannedCourseConnection extends ConnectionTo(PlannedCourseType, 'PlannedCourse') {}

@ObjectType('PlannedAhead', {
  simpleResolvers: true,
  description: 'What would be if every planned course were taken. The status never rests on it.',
})
export class PlannedAheadType {
  @Field(() => Float, {
    nullable: true,
    description: 'Hours that the plans add to the total; null: not known.',
  })
  adds!: number | null

  @Field(() => GapsType, { description: 'What would still be missing.' })
  gaps!: Gaps
}

@InputType({ description: 'A course that a peer plans to take: tomorrow or later, at most 5 years ahead.' })
export class CreatePlannedCourseInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => String, { description: '1-200 characters.' })
  title!: string

  @Field(() => String, { nullable: true, description: 'Who gives it; at most 200 characters.' })
  provider?: string | null

  @Field(() => GraphQLLocalDate, { description: 'The last day.' })
  heldOn!: string

  @Field(() => Float, { description: 'In quarters of `unit`, of CEU in twentieths: at most 100 hours.' })
  hours!: number

  @Field(() => CreditUnit, { defaultValue: CreditUnit.CONTACT_HOURS })
  unit!: CreditUnit

  @Field(() => [CeCategory], { description: 'Everything that it can count as; at least one, none twice.' })
  categories!: CeCategory[]

  @Field(() => DeliveryMode, { nullable: true })
  deliveryMode?: DeliveryMode | null
}

@ObjectType({ simpleResolvers: true, description: 'The plan, which counts in the forecast.' })
export class CreatePlannedCoursePayload {
  @Field(() => PlannedCourseType)
  plannedCourse!: Lazily<PlannedCourseType>
}

@InputType()
export class RemovePlannedCourseInput {
  @Field(() => GraphQLUUID)
  plannedCourseId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The plan that is off the list.' })
export class RemovePlannedCoursePayload {
  @Field(() => GraphQLUUID)
  plannedCourseId!: string
}

@InputType()
export class RestorePlannedCourseInput {
  @Field(() => GraphQLUUID)
  plannedCourseId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The plan, on the list again.' })
export class RestorePlannedCoursePayload {
  @Field(() => PlannedCourseType)
  plannedCourse!: Lazily<PlannedCourseType>
}

@InputType({ description: 'A planned course whose day has come, as taken.' })
export class ConfirmPlannedCourseInput {
  @Field(() => GraphQLUUID)
  plannedCourseId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The course, which counts and waits to be confirmed.' })
export class ConfirmPlannedCoursePayload {
  @Field(() => EarnedHours)
  earnedHours!: Lazily<EarnedHours>
}
