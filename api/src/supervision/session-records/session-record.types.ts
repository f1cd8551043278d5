import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { SessionFormat, SessionModality } from '@alongside/shared/supervision/sessions/session-formats'
import { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo } from '../../server/graphql/connection.ts'

@InputType({ description: 'All that are given must hold.' })
export class SessionRecordsFilter {
  @Field(() => GraphQLUUID, { nullable: true, description: 'Took part.' })
  peerId?: string | null

  @Field(() => GraphQLUUID, { nullable: true, description: 'Led it.' })
  supervisorId?: string | null

  @Field(() => GraphQLUUID, {
    nullable: true,
    description: 'Somebody took part who worked there on the day of the session.',
  })
  hostAgencyId?: string | null

  @Field(() => SupervisionType, { nullable: true, description: 'Had a part of this type.' })
  type?: SupervisionType | null

  @Field(() => SessionFormat, { nullable: true })
  format?: SessionFormat | null

  @Field(() => SessionModality, { nullable: true })
  modality?: SessionModality | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The first day.' })
  from?: string | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; not before `from`.' })
  to?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'Who took part, and for how long.' })
export class SessionRecordAttendee {
  @Field(() => Person)
  peer!: Person

  @Field(() => Int, { description: '1-600.' })
  minutes!: number
}

@ObjectType({ simpleResolvers: true, description: 'How long a session served one type.' })
export class SessionRecordSegment {
  @Field(() => SupervisionType)
  type!: SupervisionType

  @Field(() => Int, { description: '1-600.' })
  minutes!: number
}

@ObjectType({
  simpleResolvers: true,
  description: 'That a session took place: never its agenda, activities, notes or follow-ups.',
})
export class SessionRecord {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => GraphQLLocalDate)
  heldOn!: string

  @Field(() => Int, { description: '1-600.' })
  minutes!: number

  @Field(() => SessionFormat)
  format!: SessionFormat

  @Field(() => SessionModality)
  modality!: SessionModality

  @Field(() => Boolean, { description: 'The supervisor observed the peer at work.' })
  observed!: boolean

  @Field(() => Person)
  supervisor!: Person

  @Field(() => [SessionRecordAttendee], { description: 'By name; at most 30.' })
  attendees!: SessionRecordAttendee[]

  @Field(() => [SessionRecordSegment], { description: 'At most three.' })
  segments!: SessionRecordSegment[]
}

@ObjectType({
  simpleResolvers: true,
  description: 'Sessions that were held and count, the latest first.',
})
export class SessionRecordConnection extends ConnectionTo(SessionRecord, 'SessionRecord') {
  @Field(() => Int, { description: 'Of all pages together.' })
  totalMinutes!: number
}
