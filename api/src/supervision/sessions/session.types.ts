import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { ArgsType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { AtMost, ListOf } from '../../server/operations/input-limits.ts'
import {
  SessionFormat,
  SessionModality,
  SessionStatus,
} from '@alongside/shared/supervision/sessions/session-formats'
import {
  SupervisionActivity,
  SupervisionType,
  SUPERVISION_TYPES,
} from '@alongside/shared/supervision/supervision-types'
import { ConnectionTo, PageArgs } from '../../server/graphql/connection.ts'
import type { Lazily } from '../../server/graphql/payload.ts'
import { Person } from '../../people/person.types.ts'
import { SessionAttendee, SessionSegment } from '../notes/session-content.types.ts'
import { SessionAmendment, SessionSignature } from '../signing/signature.types.ts'
import { SessionProgressInput } from '../follow-ups/session-progress.types.ts'
import { GraphQLIdempotencyKey } from '../../server/submissions/idempotency-key.ts'

registerEnumType(SessionFormat, { name: 'SessionFormat', description: 'Who sat together.' })
registerEnumType(SessionModality, { name: 'SessionModality', description: 'How they met.' })
registerEnumType(SessionStatus, { name: 'SessionStatus', description: 'Only a held session counts.' })
@ObjectType({
  simpleResolvers: true,
  description: 'A session as it was saved once; each correction is a further version.',
})
export class SessionVersion {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => GraphQLLocalDate)
  heldOn!: string

  @Field(() => Int, { description: '1-600.' })
  minutes!: number

  @Field(() => SessionStatus)
  status!: SessionStatus

  @Field(() => SessionFormat)
  format!: SessionFormat

  @Field(() => SessionModality)
  modality!: SessionModality

  @Field(() => Boolean, { description: 'The supervisor observed the peer at work.' })
  observed!: boolean

  @Field(() => Person, { description: 'Who held it.' })
  supervisor!: Person

  @Field(() => [SessionAttendee], {
    description: 'Those whose attendance the reader may see; at most 30.',
  })
  attendees!: SessionAttendee[]

  @Field(() => [SessionSegment])
  segments!: SessionSegment[]

  @Field(() => GraphQLDateTime, { description: 'When this version was saved.' })
  loggedAt!: Date

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'When it was voided or replaced by a correction: it counts for nothing, and stays. Null: it counts.',
  })
  voidedAt!: Date | null

  @Field(() => [SessionSignature], {
    description: 'The supervisor first; in a group a peer sees the supervisor and themselves. At most 31.',
  })
  signatures!: SessionSignature[]

  @Field(() => SessionAmendment, {
    nullable: true,
    description: 'Where this version replaced a signed one: why.',
  })
  amendment!: SessionAmendment | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'A session that took place, as its reader may see it.',
})
export class SupervisionSession extends SessionVersion {
  @Field(() => Boolean, {
    description:
      'Whether the reader logged it and nobody has signed it yet, so that they can correct or void it.',
  })
  canCorrect!: boolean

  @Field(() => Boolean, {
    description: 'Whether the reader logged it and it is signed, so that an amendment can change it.',
  })
  canAmend!: boolean

  @Field(() => Boolean, {
    description: "Whether the reader's own signature is missing, and they can give it.",
  })
  awaitsMe!: boolean

  @Field(() => Boolean, { description: 'Whether everybody has signed whom the reader sees.' })
  isFullySigned!: boolean

  @Field(() => [SessionVersion], {
    description: 'Every version of it that the reader may see, itself included, the latest first.',
  })
  versions!: Lazily<SessionVersion[]>
}

@ObjectType({ description: 'Sessions of one peer, the latest first.' })
export class SupervisionSessionConnection extends ConnectionTo(SupervisionSession, 'SupervisionSession') {}

@InputType()
export class SessionAttendeeInput {
  @Field(() => GraphQLUUID, { description: 'A peer of the own caseload, for every type of the session.' })
  peerId!: string

  @Field(() => Int, {
    nullable: true,
    description: 'At most the minutes of the session; left out: all of them.',
  })
  minutes?: number | null
}

@InputType()
export class PeerNoteInput {
  @Field(() => GraphQLUUID, { description: 'One of the attendees.' })
  peerId!: string

  @Field(() => String, { description: 'For this peer and the holder only; at most 4,000 characters.' })
  note!: string
}

@InputType()
export class SessionSegmentInput {
  @Field(() => SupervisionType)
  type!: SupervisionType

  @Field(() => Int, { description: '1-600; the segments add up to the session.' })
  minutes!: number

  @Field(() => [SupervisionActivity], { defaultValue: [], description: 'Of this type, none twice.' })
  activities!: SupervisionActivity[]

  @Field(() => String, {
    nullable: true,
    description:
      'At most 4,000 characters. With one attendee about that peer; with several about the group, for all to read.',
  })
  note?: string | null

  @AtMost(30)
  @Field(() => [PeerNoteInput], { nullable: true, description: 'In a group: about single attendees.' })
  peerNotes?: PeerNoteInput[] | null
}

@ArgsType()
export class MySessionsArgs extends PageArgs {
  @AtMost(80)
  @Field(() => String, {
    nullable: true,
    description: 'A part of a note about the peer, or of the name of who led it; at most 80 characters.',
  })
  search?: string | null
}

@ArgsType()
export class LoggedSessionsArgs {
  @Field(() => GraphQLLocalDate)
  heldOn!: string

  @AtMost(30)
  @Field(() => [GraphQLUUID], { description: '1-30.' })
  peerIds!: string[]

  @Field(() => [SupervisionType])
  types!: SupervisionType[]
}

@ObjectType({ simpleResolvers: true, description: 'A session that you have logged, in brief.' })
export class LoggedSession {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => GraphQLLocalDate)
  heldOn!: string

  @Field(() => Int)
  minutes!: number

  @Field(() => [Person], { description: 'Those of the peers asked for who were there.' })
  peers!: Person[]
}

export const Attendees = (): PropertyDecorator =>
  ListOf(30, () => SessionAttendeeInput, '1-30; an individual session has one.')

export const Segments = (): PropertyDecorator =>
  ListOf(SUPERVISION_TYPES.length, () => SessionSegmentInput, '1-3, one a type.')

/** What a session says of itself, first entered or corrected. */
@InputType()
export abstract class SessionContentInput {
  @Field(() => GraphQLIdempotencyKey, {
    description: 'Made when the form is saved: the same key and input again log nothing twice.',
  })
  idempotencyKey!: string

  @Field(() => GraphQLLocalDate, { description: 'Today or up to 365 days back.' })
  heldOn!: string

  @Field(() => Int, { description: '1-600.' })
  minutes!: number

  @Field(() => SessionFormat)
  format!: SessionFormat

  @Field(() => SessionModality)
  modality!: SessionModality

  @Field(() => Boolean, { defaultValue: false })
  observed!: boolean

  @Attendees()
  attendees!: SessionAttendeeInput[]

  @Segments()
  segments!: SessionSegmentInput[]

  @Field(() => GraphQLUUID, {
    nullable: true,
    description:
      'A scheduled session of the caller, which was held by this. Left out: none was planned. A correction keeps what the first version said.',
  })
  plannedSessionId?: string | null
}

@InputType({ description: 'A session that has taken place, as its supervisor enters it.' })
export class LogSupervisionSessionInput extends SessionContentInput {
  // A limit is not inherited.
  @Attendees()
  override attendees!: SessionAttendeeInput[]

  @Segments()
  override segments!: SessionSegmentInput[]

  @Field(() => SessionProgressInput, {
    nullable: true,
    description: 'What the two went through of agenda and follow-ups, and what they agreed on.',
  })
  progress?: SessionProgressInput | null
}

@ObjectType({ description: 'The session is saved.' })
export class LogSupervisionSessionPayload {
  /** Read only where the caller asks for the session. */
  sessionId!: string

  @Field(() => Boolean, {
    description: 'True: it was saved before, by the same key; nothing was written now.',
  })
  replayed!: boolean
}
