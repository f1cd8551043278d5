import { PlanPart } from '@alongside/shared/wellness/plan/self-care-plan'
import { GraphQLDateTime, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

registerEnumType(PlanPart, { name: 'PlanPart', description: 'The parts of a self-care plan.' })

@ObjectType('SelfCarePlanLine', {
  simpleResolvers: true,
  description:
    "A line of the signed-in person's own self-care plan. Nobody else can read it unless it is shared.",
})
export class PlanLineShown {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => PlanPart)
  part!: PlanPart

  @Field(() => String)
  text!: string

  @Field(() => String, { nullable: true, description: 'The number of somebody to call.' })
  phone!: string | null

  @Field(() => GraphQLDateTime)
  addedAt!: Date
}

@ObjectType({ description: 'The own plan, in the order in which its lines were added.' })
export class SelfCarePlanLineConnection extends ConnectionTo(PlanLineShown, 'SelfCarePlanLine') {}

@InputType()
export class CreatePlanLineInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => PlanPart, { description: 'At most 12 lines of each part.' })
  part!: PlanPart

  @Field(() => String, { description: '1-200 characters.' })
  text!: string

  @Field(() => String, { nullable: true, description: 'Of somebody to call; at most 40 characters.' })
  phone?: string | null
}

@InputType()
export class UpdatePlanLineInput {
  @Field(() => GraphQLUUID)
  lineId!: string

  @Field(() => String, { description: '1-200 characters.' })
  text!: string

  @Field(() => String, { nullable: true, description: 'Of somebody to call; at most 40 characters.' })
  phone?: string | null
}

@InputType()
export class RemovePlanLineInput {
  @Field(() => GraphQLUUID)
  lineId!: string
}

@ObjectType({ simpleResolvers: true })
abstract class PlanLineChanged {
  @Field(() => PlanLineShown)
  line!: PlanLineShown
}

@ObjectType({ simpleResolvers: true, description: 'The line.' })
export class CreatePlanLinePayload extends PlanLineChanged {}

@ObjectType({ simpleResolvers: true, description: 'The line as it is now.' })
export class UpdatePlanLinePayload extends PlanLineChanged {}

@ObjectType({ simpleResolvers: true, description: 'The line as it was.' })
export class RemovePlanLinePayload extends PlanLineChanged {}
