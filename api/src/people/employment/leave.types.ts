import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType } from 'type-graphql'
import { LeavePeriod } from './leave-period.entity.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

/** What the API shows of it. */
export type LeavePeriodShown = Pick<LeavePeriod, 'id' | 'startsOn' | 'endsOn'>

/** Days away; both included. */
@InputType()
export abstract class LeaveFields {
  @Field(() => GraphQLLocalDate, { description: 'At most a year back and two years ahead.' })
  startsOn!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Left out: until further notice.' })
  endsOn?: string | null
}

@ObjectType({ simpleResolvers: true })
abstract class LeaveChanged {
  @Field(() => LeavePeriod)
  leavePeriod!: LeavePeriodShown
}

@InputType()
export class RecordLeaveInput extends LeaveFields {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID)
  peerId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The leave that was recorded.' })
export class RecordLeavePayload extends LeaveChanged {}

@InputType()
export class UpdateLeaveInput extends LeaveFields {
  @Field(() => GraphQLUUID)
  leavePeriodId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The leave with its new days.' })
export class UpdateLeavePayload extends LeaveChanged {}

@InputType()
export class VoidLeaveInput {
  @Field(() => GraphQLUUID)
  leavePeriodId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The leave as it was; it counts nowhere any more.' })
export class VoidLeavePayload extends LeaveChanged {}
