import { GraphQLDateTime, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql'
import {
  RequestedWeekday,
  TimeOfDayChoice,
  TimeRequestAnswer,
  TimeRequestStatus,
} from '@alongside/shared/supervision/requests/request-choices'
import { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

registerEnumType(RequestedWeekday, { name: 'RequestedWeekday', description: 'Days that would suit.' })
registerEnumType(TimeOfDayChoice, { name: 'TimeOfDayChoice', description: 'Times of day that would suit.' })
registerEnumType(TimeRequestStatus, {
  name: 'TimeRequestStatus',
  description: 'PLANNED: a session was planned for it.',
})
registerEnumType(TimeRequestAnswer, {
  name: 'TimeRequestAnswer',
  description: 'What a supervisor answers who plans no session for it.',
})

@ObjectType('TimeRequest', {
  simpleResolvers: true,
  description: 'A peer asks a supervisor for a time. The two of them read it, while the supervision lasts.',
})
export class TimeRequestShown {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => Person)
  peer!: Person

  @Field(() => Person)
  supervisor!: Person

  @Field(() => SupervisionType)
  type!: SupervisionType

  @Field(() => [RequestedWeekday], { description: 'Empty: any day.' })
  weekdays!: RequestedWeekday[]

  @Field(() => [TimeOfDayChoice], { description: 'Empty: any time of day.' })
  timesOfDay!: TimeOfDayChoice[]

  @Field(() => TimeRequestStatus)
  status!: TimeRequestStatus

  @Field(() => TimeRequestAnswer, { nullable: true, description: 'Of a declined one.' })
  answer!: TimeRequestAnswer | null

  @Field(() => GraphQLDateTime)
  askedAt!: Date
}

@ObjectType({ description: 'Requests for a time, those that wait first.' })
export class TimeRequestConnection extends ConnectionTo(TimeRequestShown, 'TimeRequest') {}

@InputType()
export class CreateTimeRequestInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID, { description: 'A current supervisor of the caller.' })
  supervisorId!: string

  @Field(() => SupervisionType, { description: 'A type that this supervisor gives to the caller.' })
  type!: SupervisionType

  @Field(() => [RequestedWeekday], { description: 'None: any day.' })
  weekdays!: RequestedWeekday[]

  @Field(() => [TimeOfDayChoice], { description: 'None: any time of day.' })
  timesOfDay!: TimeOfDayChoice[]
}

@InputType()
export class DeclineTimeRequestInput {
  @Field(() => GraphQLUUID)
  timeRequestId!: string

  @Field(() => TimeRequestAnswer)
  answer!: TimeRequestAnswer
}

@InputType()
export class WithdrawTimeRequestInput {
  @Field(() => GraphQLUUID)
  timeRequestId!: string
}

@ObjectType({ simpleResolvers: true })
abstract class TimeRequestChanged {
  @Field(() => TimeRequestShown)
  timeRequest!: TimeRequestShown
}

@ObjectType({ simpleResolvers: true, description: 'It waits for an answer.' })
export class CreateTimeRequestPayload extends TimeRequestChanged {}
@ObjectType({ simpleResolvers: true, description: 'It is answered.' })
export class DeclineTimeRequestPayload extends TimeRequestChanged {}
@ObjectType({ simpleResolvers: true, description: 'It waits no more.' })
export class WithdrawTimeRequestPayload extends TimeRequestChanged {}
