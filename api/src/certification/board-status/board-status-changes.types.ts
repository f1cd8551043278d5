import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType } from 'type-graphql'
import { BoardStatus } from '@alongside/shared/certification/status/certification-facts'
import type { Lazily } from '../../server/graphql/payload.ts'
import { CertificationChanged } from '../history/certification-changed.types.ts'
import { BoardStatusPeriod } from '../history/history.types.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

// What can be done with the statuses that a board gave.

@ObjectType({ simpleResolvers: true })
abstract class BoardStatusChanged extends CertificationChanged {
  @Field(() => BoardStatusPeriod)
  boardStatus!: Lazily<BoardStatusPeriod>
}

@InputType()
abstract class BoardStatusFields {
  @Field(() => BoardStatus)
  status!: BoardStatus

  @Field(() => GraphQLLocalDate, { description: 'Today or before, not before the issue.' })
  startsOn!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its last day; null: until further notice.' })
  endsOn?: string | null
}

@InputType({ description: 'A status that a board gave.' })
export class RecordBoardStatusInput extends BoardStatusFields {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID)
  certificationId!: string
}

@InputType({ description: 'A status as the board really gave it.' })
export class CorrectBoardStatusInput extends BoardStatusFields {
  @Field(() => GraphQLUUID)
  boardStatusId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The record that says what is right.' })
export class CorrectBoardStatusPayload extends BoardStatusChanged {}

@ObjectType({ simpleResolvers: true, description: 'The new status.' })
export class RecordBoardStatusPayload extends BoardStatusChanged {}

@InputType()
export class EndBoardStatusInput {
  @Field(() => GraphQLUUID)
  boardStatusId!: string

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Its last day; null: a status that has ended continues.',
  })
  endsOn?: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'The status with its end; where it continues, the further record that says so.',
})
export class EndBoardStatusPayload extends BoardStatusChanged {}

@InputType()
export class VoidBoardStatusInput {
  @Field(() => GraphQLUUID)
  boardStatusId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The status, which counts for nothing any more.' })
export class VoidBoardStatusPayload extends BoardStatusChanged {}

@InputType()
export class RestoreBoardStatusInput extends VoidBoardStatusInput {}

@ObjectType({ simpleResolvers: true, description: 'The status, which counts again.' })
export class RestoreBoardStatusPayload extends BoardStatusChanged {}
