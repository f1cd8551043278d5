import { DebriefPrompt } from '@alongside/shared/supervision/sessions/debrief-prompts'
import { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { ArgsType, Field, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo, PageArgs } from '../../server/graphql/connection.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

registerEnumType(DebriefPrompt, {
  name: 'DebriefPrompt',
  description: 'What justice settings can do to a peer worker (LAPPA toolkit 2021, ch. 3).',
})

@ObjectType({
  simpleResolvers: true,
  description:
    'What one of the two wants to talk about in supervision of one type: for the two of them, nobody else ever reads it.',
})
export class AgendaItem {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => SupervisionType)
  type!: SupervisionType

  @Field(() => String, { description: 'At most 300 characters.' })
  text!: string

  @Field(() => Boolean, { description: 'A talking point of the peer’s own, which only the peer reads.' })
  isPrivate!: boolean

  @Field(() => Person, { description: 'The peer or the supervisor.' })
  writtenBy!: Person

  @Field(() => GraphQLLocalDate, { description: 'The organization’s day.' })
  writtenOn!: string

  @Field(() => Person, { description: 'With whom the peer talks about it.' })
  supervisor!: Person

  @Field(() => Boolean, {
    description: 'Whether that supervision is in force. An item does not pass to the next supervisor.',
  })
  isCurrent!: boolean

  @Field(() => Boolean, { description: 'Whether the reader wrote it, and so can remove it.' })
  canRemove!: boolean
}

@ObjectType({ description: 'What is still to be talked about, the oldest first.' })
export class AgendaItemConnection extends ConnectionTo(AgendaItem, 'AgendaItem') {}

@ArgsType()
export class OfPeerArgs extends PageArgs {
  @Field(() => GraphQLUUID)
  peerId!: string
}

@InputType()
export class CreateAgendaItemInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID, { description: 'In force, and one of its two is the caller.' })
  relationshipId!: string

  @Field(() => String, { description: '1-300 characters.' })
  text!: string

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only a peer can keep a talking point to themselves; a supervisor is refused.',
  })
  isPrivate!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'The item.' })
export class CreateAgendaItemPayload {
  @Field(() => AgendaItem)
  agendaItem!: AgendaItem
}

@InputType()
export class RemoveAgendaItemInput {
  @Field(() => GraphQLUUID)
  agendaItemId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The item as it was.' })
export class RemoveAgendaItemPayload {
  @Field(() => AgendaItem)
  agendaItem!: AgendaItem
}
