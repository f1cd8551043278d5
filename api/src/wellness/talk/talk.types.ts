import { SessionModality } from '@alongside/shared/supervision/sessions/session-formats'
import { TalkAnswer, TalkState } from '@alongside/shared/wellness/talk/talk-request'
import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'
import { AtMost } from '../../server/operations/input-limits.ts'

registerEnumType(TalkState, { name: 'TalkState', description: 'What became of a request to talk.' })
registerEnumType(TalkAnswer, {
  name: 'TalkAnswer',
  description: 'What became of a time that was offered. REPLACED: the supervisor offered another one.',
})

@ObjectType('TalkOffer', {
  simpleResolvers: true,
  description: 'A time to talk that the supportive supervisor offers.',
})
export class TalkOfferShown {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => GraphQLLocalDate)
  onDay!: string

  @Field(() => String, { description: "HH:MM by the organization's clock." })
  atTime!: string

  @Field(() => SessionModality)
  modality!: SessionModality

  @Field(() => GraphQLDateTime)
  offeredAt!: Date

  @Field(() => TalkAnswer, { nullable: true, description: 'Null until the peer answers.' })
  answer!: TalkAnswer | null
}

@ObjectType({ simpleResolvers: true })
abstract class TalkRequestFacts {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => GraphQLDateTime)
  askedAt!: Date

  @Field(() => TalkState)
  state!: TalkState

  @Field(() => TalkOfferShown, { nullable: true, description: 'The latest; null while there is none.' })
  offer!: TalkOfferShown | null
}

@ObjectType({ simpleResolvers: true, description: 'A request to talk, as the peer who asked sees it.' })
export class MyTalkRequest extends TalkRequestFacts {
  @Field(() => Person, { description: 'Who was asked.' })
  supervisor!: Person

  @Field(() => GraphQLUUID)
  relationshipId!: string

  @Field(() => Boolean, {
    description:
      'Two whole working days (Monday to Friday) have passed without a time. Only the peer is told, and offered somebody else.',
  })
  isUnanswered!: boolean
}

@ObjectType({
  simpleResolvers: true,
  description: 'A request to talk, as its supportive supervisor sees it.',
})
export class TalkRequestToMe extends TalkRequestFacts {
  @Field(() => Person)
  peer!: Person
}

@ObjectType({ description: 'Requests of the signed-in peer, the latest first.' })
export class MyTalkRequestConnection extends ConnectionTo(MyTalkRequest, 'MyTalkRequest') {}

@ObjectType({
  description: 'Requests to the signed-in supportive supervisor, the longest waiting first.',
})
export class TalkRequestToMeConnection extends ConnectionTo(TalkRequestToMe, 'TalkRequestToMe') {}

@InputType()
export class CreateTalkRequestInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID, {
    description: 'A supportive relationship of one’s own that is in force today; else NOT_FOUND.',
  })
  relationshipId!: string
}

@InputType()
export class CancelTalkRequestInput {
  @Field(() => GraphQLUUID)
  requestId!: string
}

@InputType()
export class ProposeTalkTimeInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID)
  requestId!: string

  @Field(() => GraphQLLocalDate, { description: 'Today at the earliest, at most 30 days ahead.' })
  onDay!: string

  @AtMost(5)
  @Field(() => String, { description: "HH:MM by the organization's clock; 5 characters." })
  atTime!: string

  @Field(() => SessionModality)
  modality!: SessionModality
}

@InputType()
export class AcceptTalkOfferInput {
  @Field(() => GraphQLUUID)
  offerId!: string
}

@InputType()
export class DeclineTalkOfferInput {
  @Field(() => GraphQLUUID)
  offerId!: string
}

@ObjectType({ simpleResolvers: true })
abstract class MyTalkChanged {
  @Field(() => MyTalkRequest)
  request!: MyTalkRequest
}

@ObjectType({ simpleResolvers: true, description: 'The request.' })
export class CreateTalkRequestPayload extends MyTalkChanged {}

@ObjectType({ simpleResolvers: true, description: 'The request, which is closed.' })
export class CancelTalkRequestPayload extends MyTalkChanged {}

@ObjectType({ simpleResolvers: true, description: 'The request with the time that is set.' })
export class AcceptTalkOfferPayload extends MyTalkChanged {}

@ObjectType({ simpleResolvers: true, description: 'The request, which waits for another time.' })
export class DeclineTalkOfferPayload extends MyTalkChanged {}

@ObjectType({ simpleResolvers: true, description: 'The request with the time that was offered.' })
export class ProposeTalkTimePayload {
  @Field(() => TalkRequestToMe)
  request!: TalkRequestToMe
}
