import { GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType } from 'type-graphql'
import type { Lazily } from '../../server/graphql/payload.ts'
import {
  Attendees,
  LogSupervisionSessionPayload,
  Segments,
  SessionContentInput,
  type SessionAttendeeInput,
  type SessionSegmentInput,
  SupervisionSession,
} from './session.types.ts'

// What can be done with a session that was logged. Each version has an id of its own, so that an input needs no revision.

@InputType({ description: 'A session as it really was; it replaces a version that counts.' })
export class CorrectSupervisionSessionInput extends SessionContentInput {
  @Field(() => GraphQLUUID, { description: 'The version that is wrong.' })
  sessionId!: string

  // A limit is not inherited.
  @Attendees()
  override attendees!: SessionAttendeeInput[]

  @Segments()
  override segments!: SessionSegmentInput[]
}

@ObjectType({ description: 'The new version of the session.' })
export class CorrectSupervisionSessionPayload extends LogSupervisionSessionPayload {}

@ObjectType({ simpleResolvers: true })
export abstract class SessionChangedPayload {
  @Field(() => SupervisionSession)
  session!: Lazily<SupervisionSession>
}

@InputType()
export class VoidSupervisionSessionInput {
  @Field(() => GraphQLUUID)
  sessionId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The session, which counts for nothing any more.' })
export class VoidSupervisionSessionPayload extends SessionChangedPayload {}

@InputType()
export class RestoreSupervisionSessionInput {
  @Field(() => GraphQLUUID, { description: 'A version that was voided, or replaced by a correction.' })
  sessionId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The version, which counts again.' })
export class RestoreSupervisionSessionPayload extends SessionChangedPayload {}
