import { GraphQLDateTime, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { AmendmentReason } from '@alongside/shared/supervision/signing/amendment'
import { SUPERVISION_TYPES, SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { AtMost, ListOf } from '../../server/operations/input-limits.ts'
import {
  Attendees,
  LogSupervisionSessionInput,
  LogSupervisionSessionPayload,
  Segments,
  type SessionAttendeeInput,
  type SessionSegmentInput,
} from '../sessions/session.types.ts'

@InputType()
export class SignSupervisionSessionsInput {
  @ListOf(50, () => GraphQLUUID, '1-50 sessions that one held; those signed before stay as they are.')
  sessionIds!: string[]
}

@ObjectType({ description: 'Every session that was named is signed.' })
export class SignSupervisionSessionsPayload {
  @Field(() => Int, { description: 'How many were signed now.' })
  signedCount!: number
}

@InputType()
export class SessionCommentInput {
  @Field(() => SupervisionType, { description: 'A part of the session.' })
  type!: SupervisionType

  @AtMost(2000)
  @Field(() => String, {
    description:
      '1-2,000 characters, for whoever held that part and for oneself. No names or numbers of people whom peers serve.',
  })
  comment!: string
}

@InputType()
export class AcknowledgeSupervisionSessionInput {
  @Field(() => GraphQLUUID, { description: 'A session that one took part in.' })
  sessionId!: string

  @ListOf(SUPERVISION_TYPES.length, () => SessionCommentInput, 'None: it looks right. One a part.', true)
  comments?: SessionCommentInput[] | null
}

@ObjectType({ simpleResolvers: true, description: 'The session is acknowledged.' })
export class AcknowledgeSupervisionSessionPayload {
  @Field(() => GraphQLDateTime, { description: 'When; of an earlier time where it was acknowledged before.' })
  signedAt!: Date
}

@InputType({ description: 'A signed session as it really was; it replaces a version that counts.' })
export class AmendSupervisionSessionInput extends LogSupervisionSessionInput {
  @Field(() => GraphQLUUID, { description: 'The version that is wrong.' })
  sessionId!: string

  @Field(() => AmendmentReason)
  reason!: AmendmentReason

  @AtMost(300)
  @Field(() => String, {
    nullable: true,
    description:
      'At most 300 characters, needed with OTHER. Whoever sees that the session took place reads it: nothing of what was said.',
  })
  line?: string | null

  // A limit is not inherited.
  @Attendees()
  override attendees!: SessionAttendeeInput[]

  @Segments()
  override segments!: SessionSegmentInput[]
}

@ObjectType({ description: 'The amended session, which the supervisor has signed.' })
export class AmendSupervisionSessionPayload extends LogSupervisionSessionPayload {}
