import { FollowUpOwner } from '@alongside/shared/supervision/follow-ups/follow-up-input'
import { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType } from 'type-graphql'
import { ListOf } from '../../server/operations/input-limits.ts'

@InputType()
export class SessionFollowUpInput {
  @Field(() => GraphQLUUID, { description: 'One of the attendees.' })
  peerId!: string

  @Field(() => SupervisionType, { description: 'One of the types of the session.' })
  type!: SupervisionType

  @Field(() => String, { description: '1-200 characters.' })
  text!: string

  @Field(() => FollowUpOwner)
  owner!: FollowUpOwner

  @Field(() => GraphQLLocalDate, { description: 'From today to 366 days ahead.' })
  dueOn!: string
}

@InputType({
  description:
    'What became of agenda and follow-ups in a session. What is not there any more, or belongs to a type or peer of no part of the session, is left as it is; with a session that is voided, all of this is undone.',
})
export class SessionProgressInput {
  @ListOf(100, () => GraphQLUUID, 'Agenda items that the session reached; the others carry over.', true)
  reachedAgendaItemIds?: string[] | null

  @ListOf(100, () => GraphQLUUID, 'Open follow-ups that turned out to be done, whoever owns them.', true)
  doneFollowUpIds?: string[] | null

  @ListOf(30, () => SessionFollowUpInput, 'New ones, at most 30.', true)
  followUps?: SessionFollowUpInput[] | null
}
