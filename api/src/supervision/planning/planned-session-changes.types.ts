import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { PlannedSessionReason, SeriesScope } from '@alongside/shared/supervision/planning/planned-reasons'
import { SessionModality } from '@alongside/shared/supervision/sessions/session-formats'
import { SupervisionType, SUPERVISION_TYPES } from '@alongside/shared/supervision/supervision-types'
import type { Lazily } from '../../server/graphql/payload.ts'
import { unionWithStale } from '../../server/graphql/payload.ts'
import { AtMost, ListOf } from '../../server/operations/input-limits.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'
import { PlannedSessionShown } from './planned-session.types.ts'

const DAY = "Today to 366 days ahead, on the organization's clock."
const TIME = "HH:MM on the organization's clock."

@InputType({ description: 'Plans more sessions of the kind, so many weeks apart.' })
export class RepeatSessionInput {
  @Field(() => Int, { description: 'Weeks from one to the next, 1-13.' })
  everyWeeks!: number

  @Field(() => Int, { description: 'Sessions in all, 2-52; the last one within 366 days.' })
  times!: number
}

@InputType()
export class CreatePlannedSessionInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @ListOf(30, () => GraphQLUUID, '1-30 peers of the own caseload; several make a group.')
  peerIds!: string[]

  @AtMost(SUPERVISION_TYPES.length)
  @Field(() => [SupervisionType], {
    description: '1-3, each one that the caller gives to every peer on that day.',
  })
  types!: SupervisionType[]

  @Field(() => GraphQLLocalDate, { description: DAY })
  startsOn!: string

  @Field(() => String, { description: TIME })
  startTime!: string

  @Field(() => Int, { description: '5-480.' })
  minutes!: number

  @Field(() => SessionModality)
  modality!: SessionModality

  @Field(() => RepeatSessionInput, { nullable: true })
  repeat?: RepeatSessionInput | null

  @Field(() => GraphQLUUID, {
    nullable: true,
    description:
      'A request for a time that this session answers. NOT_FOUND if it does not wait for the caller.',
  })
  timeRequestId?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'The first session, or the only one.' })
export class CreatePlannedSessionPayload {
  @Field(() => PlannedSessionShown)
  plannedSession!: Lazily<PlannedSessionShown>

  @Field(() => Int, { description: 'Sessions planned in all.' })
  plannedCount!: number
}

@InputType()
abstract class PlannedSessionChange {
  @Field(() => GraphQLUUID)
  plannedSessionId!: string

  @Field(() => Int, { description: 'The revision that the change was decided on.' })
  expectedRevision!: number
}

@InputType({ description: 'Moves a session. One that is moved by itself leaves its series.' })
export class UpdatePlannedSessionInput extends PlannedSessionChange {
  @Field(() => GraphQLLocalDate, { description: DAY })
  startsOn!: string

  @Field(() => String, { description: TIME })
  startTime!: string

  @Field(() => Int, { description: '5-480.' })
  minutes!: number

  @Field(() => SessionModality)
  modality!: SessionModality

  @Field(() => SeriesScope, { defaultValue: SeriesScope.ONE })
  scope!: SeriesScope
}

@InputType()
export class CancelPlannedSessionInput extends PlannedSessionChange {
  @Field(() => PlannedSessionReason, { description: 'Any but SUPERVISION_ENDED.' })
  reason!: PlannedSessionReason

  @Field(() => SeriesScope, { defaultValue: SeriesScope.ONE })
  scope!: SeriesScope
}

@InputType()
export class MarkPlannedSessionMissedInput extends PlannedSessionChange {
  @Field(() => PlannedSessionReason, { description: 'Any but SUPERVISION_ENDED.' })
  reason!: PlannedSessionReason
}

@InputType()
export class RestorePlannedSessionInput extends PlannedSessionChange {}

@ObjectType({ simpleResolvers: true })
abstract class PlannedSessionChanged {
  @Field(() => PlannedSessionShown)
  plannedSession!: Lazily<PlannedSessionShown>
}

@ObjectType({ simpleResolvers: true, description: 'The session as it is planned now.' })
export class PlannedSessionUpdated extends PlannedSessionChanged {}
@ObjectType({ simpleResolvers: true, description: 'It will not take place.' })
export class PlannedSessionCancelled extends PlannedSessionChanged {}
@ObjectType({ simpleResolvers: true, description: 'It did not take place.' })
export class PlannedSessionMissed extends PlannedSessionChanged {}
@ObjectType({ simpleResolvers: true, description: 'It is scheduled again.' })
export class PlannedSessionRestored extends PlannedSessionChanged {}

export const UpdatePlannedSessionPayload = unionWithStale(
  'UpdatePlannedSessionPayload',
  'The moved session, or that somebody else changed it first.',
  () => PlannedSessionUpdated,
)
export const CancelPlannedSessionPayload = unionWithStale(
  'CancelPlannedSessionPayload',
  'The cancelled session, or that somebody else changed it first.',
  () => PlannedSessionCancelled,
)
export const MarkPlannedSessionMissedPayload = unionWithStale(
  'MarkPlannedSessionMissedPayload',
  'The missed session, or that somebody else changed it first.',
  () => PlannedSessionMissed,
)
export const RestorePlannedSessionPayload = unionWithStale(
  'RestorePlannedSessionPayload',
  'The session, scheduled again, or that somebody else changed it first.',
  () => PlannedSessionRestored,
)
