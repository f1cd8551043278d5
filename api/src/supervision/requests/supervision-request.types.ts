import { GraphQLDateTime, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import {
  SupervisionRequestAnswer,
  SupervisionRequestStatus,
  SupervisionWish,
} from '@alongside/shared/supervision/requests/request-choices'
import { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

registerEnumType(SupervisionWish, {
  name: 'SupervisionWish',
  description: 'More of a type, or another way of it.',
})
registerEnumType(SupervisionRequestStatus, {
  name: 'SupervisionRequestStatus',
  description: 'Whether it waits for an answer.',
})
registerEnumType(SupervisionRequestAnswer, {
  name: 'SupervisionRequestAnswer',
  description: 'What a manager answers.',
})

@ObjectType({
  simpleResolvers: true,
  description: 'The own request for more, or other, supervision. Of its wish, nobody else reads anything.',
})
export class MySupervisionRequest {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => SupervisionWish)
  wish!: SupervisionWish

  @Field(() => SupervisionType)
  type!: SupervisionType

  @Field(() => SupervisionRequestStatus)
  status!: SupervisionRequestStatus

  @Field(() => SupervisionRequestAnswer, { nullable: true, description: 'Null while it waits.' })
  answer!: SupervisionRequestAnswer | null

  @Field(() => GraphQLDateTime)
  askedAt!: Date
}

@ObjectType({ description: 'Own requests, the latest first.' })
export class MySupervisionRequestConnection extends ConnectionTo(
  MySupervisionRequest,
  'MySupervisionRequest',
) {}

@ObjectType('SupervisionRequest', {
  simpleResolvers: true,
  description: 'That a peer asked for more, or other, supervision: neither which nor why.',
})
export class SupervisionRequestShown {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => Person)
  peer!: Person

  @Field(() => GraphQLDateTime)
  askedAt!: Date

  @Field(() => Int, { description: 'Whole days since it was asked.' })
  waitingDays!: number

  @Field(() => Boolean, {
    description: 'False for one of the reader themselves: another manager answers it.',
  })
  canAnswer!: boolean
}

@ObjectType({ description: 'Requests that wait for an answer, the longest first.' })
export class SupervisionRequestConnection extends ConnectionTo(
  SupervisionRequestShown,
  'SupervisionRequest',
) {}

@ObjectType({ simpleResolvers: true, description: 'Requests for more, or other, supervision, as numbers.' })
export class SupervisionRequestCounts {
  @Field(() => Int)
  waiting!: number

  @Field(() => Int)
  answered!: number

  @Field(() => Int, {
    nullable: true,
    description: 'Median hours to an answer; null while none is answered.',
  })
  medianHours!: number | null
}

@InputType()
export class CreateSupervisionRequestInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => SupervisionWish)
  wish!: SupervisionWish

  @Field(() => SupervisionType)
  type!: SupervisionType
}

@InputType()
export class WithdrawSupervisionRequestInput {
  @Field(() => GraphQLUUID)
  supervisionRequestId!: string
}

@InputType()
export class SettleSupervisionRequestInput {
  @Field(() => GraphQLUUID)
  supervisionRequestId!: string

  @Field(() => SupervisionRequestAnswer)
  answer!: SupervisionRequestAnswer
}

@ObjectType({ simpleResolvers: true })
abstract class OwnRequestChanged {
  @Field(() => MySupervisionRequest)
  supervisionRequest!: MySupervisionRequest
}

@ObjectType({ simpleResolvers: true, description: 'It waits for an answer.' })
export class CreateSupervisionRequestPayload extends OwnRequestChanged {}
@ObjectType({ simpleResolvers: true, description: 'It waits no more.' })
export class WithdrawSupervisionRequestPayload extends OwnRequestChanged {}
@ObjectType({ simpleResolvers: true, description: 'The peer is told.' })
export class SettleSupervisionRequestPayload {
  @Field(() => GraphQLUUID)
  supervisionRequestId!: string
}
