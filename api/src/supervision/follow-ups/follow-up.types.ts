import { FollowUpOwner, FollowUpState } from '@alongside/shared/supervision/follow-ups/follow-up-input'
import { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { ArgsType, Field, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo, PageArgs } from '../../server/graphql/connection.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

registerEnumType(FollowUpOwner, {
  name: 'FollowUpOwner',
  description: 'Whose task it is: one of the two, whoever the supervisor is by then.',
})
registerEnumType(FollowUpState, {
  name: 'FollowUpState',
  description: 'An open one is carried to every next session; one that was dropped stays readable.',
})

@ObjectType({
  simpleResolvers: true,
  description:
    'What came out of supervision to be done, for the peer and the supervisor of its type. An open administrative or educational one passes to the next supervisor of the type; a supportive one only where the peer passes it on.',
})
export class FollowUp {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => SupervisionType)
  type!: SupervisionType

  @Field(() => String, { description: 'At most 200 characters.' })
  text!: string

  @Field(() => FollowUpOwner)
  owner!: FollowUpOwner

  @Field(() => Boolean, { description: 'Whether it is the reader’s task.' })
  isMine!: boolean

  @Field(() => Boolean, { description: 'Whether the reader made it, and so can drop it.' })
  isMadeByMe!: boolean

  @Field(() => GraphQLLocalDate, { description: 'The day by which it should be done.' })
  dueOn!: string

  @Field(() => FollowUpState, { description: 'Open again where the session that closed it was voided.' })
  state!: FollowUpState

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day on which it was closed.' })
  closedOn!: string | null

  @Field(() => Person, { nullable: true, description: 'Who closed it.' })
  closedBy!: Person | null

  @Field(() => Person, { description: 'Who made it.' })
  madeBy!: Person

  @Field(() => Person, { description: 'With whom it was agreed.' })
  supervisor!: Person

  @Field(() => GraphQLUUID, {
    nullable: true,
    description:
      'To the peer, of an open supportive one whose supervision has ended: the supportive supervision that it can be passed on to. Null where there is none, or it was passed on.',
  })
  canPassOnTo!: string | null
}

@ObjectType({
  description: 'Open ones first, by the day on which they are due; then the closed ones, the last first.',
})
export class FollowUpConnection extends ConnectionTo(FollowUp, 'FollowUp') {}

@ArgsType()
export class FollowUpsArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Only those that are open.' })
  onlyOpen!: boolean
}

@ArgsType()
export class FollowUpsOfArgs extends FollowUpsArgs {
  @Field(() => GraphQLUUID)
  peerId!: string
}

@ArgsType()
export class DueFollowUpsArgs {
  @Field(() => GraphQLLocalDate, { description: 'Due on this day or before.' })
  dueBy!: string
}

@InputType()
export class CreateFollowUpInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID, { description: 'In force, and one of its two is the caller.' })
  relationshipId!: string

  @Field(() => String, { description: '1-200 characters.' })
  text!: string

  @Field(() => FollowUpOwner)
  owner!: FollowUpOwner

  @Field(() => GraphQLLocalDate, { description: 'From today to 366 days ahead.' })
  dueOn!: string
}

@ObjectType({ simpleResolvers: true, description: 'The follow-up.' })
export class CreateFollowUpPayload {
  @Field(() => FollowUp)
  followUp!: FollowUp
}

@InputType()
export class UpdateFollowUpInput {
  @Field(() => GraphQLUUID)
  followUpId!: string

  @Field(() => FollowUpState)
  state!: FollowUpState
}

@ObjectType({ simpleResolvers: true, description: 'The follow-up in its new state.' })
export class UpdateFollowUpPayload {
  @Field(() => FollowUp)
  followUp!: FollowUp
}

@InputType()
export class AddFollowUpReaderInput {
  @Field(() => GraphQLUUID, { description: 'A supportive follow-up of one’s own.' })
  followUpId!: string

  @Field(() => GraphQLUUID, { description: 'A supportive supervision of one’s own that is in force.' })
  relationshipId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The follow-up, which the supervisor can read now.' })
export class AddFollowUpReaderPayload {
  @Field(() => FollowUp)
  followUp!: FollowUp
}
