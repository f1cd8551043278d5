import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { createUnionType, Field, InputType, Int, ObjectType } from 'type-graphql'
import { DriftCause, ReleasableCause } from '@alongside/shared/drift/drift-causes'
import { MAX_FLAG_READERS } from '@alongside/shared/drift/flag-input'
import { FlagStatus } from '@alongside/shared/drift/flag-status'
import { StaleRevision } from '../server/graphql/stale-revision.types.ts'
import { DriftFlagInProgress, OwnDriftFlag, type TeamDriftFlag } from './drift.types.ts'
import { FollowUpOwner } from '@alongside/shared/supervision/follow-ups/follow-up-input'
import { ListOf } from '../server/operations/input-limits.ts'
import { IdempotencyKey } from '../server/submissions/idempotency-key.ts'

// What can be done with flags: the input of each change and what it answers.

@ObjectType({ simpleResolvers: true })
abstract class OwnFlagChanged {
  @Field(() => OwnDriftFlag)
  driftFlag!: OwnDriftFlag
}

@ObjectType({ simpleResolvers: true, description: 'What checking for signals found.' })
export class CheckDriftSignalsPayload {
  @Field(() => Int, { description: 'Flags about yourself that you have not opened.' })
  unopened!: number

  @Field(() => Int, { description: 'Flags that a supervisor suggests closing; you have not answered.' })
  awaitingAnswer!: number
}

@InputType()
export class RaiseDriftFlagInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => String, { description: '1-2000 characters.' })
  evidence!: string

  @Field(() => DriftCause)
  cause!: DriftCause

  @Field(() => String, { nullable: true, description: 'At most 2000 characters.' })
  response?: string | null

  @Field(() => GraphQLUUID, { nullable: true, description: 'The draft that it was; it is removed.' })
  draftId?: string | null

  @ListOf(
    MAX_FLAG_READERS,
    () => GraphQLUUID,
    'Which of the supervisors who teach or support you now see it, by id: 1-50. Null for all of them. NOT_FOUND where one is none of them.',
    true,
  )
  supervisorIds?: string[] | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'The flag; supervisors see it from `seenBySupervisorsFrom` on.',
})
export class RaiseDriftFlagPayload extends OwnFlagChanged {}

@InputType()
export class RaiseObservedDriftFlagInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID)
  peerId!: string

  @Field(() => String, { description: 'What you observed; 1-2000 characters.' })
  evidence!: string

  @Field(() => DriftCause)
  cause!: DriftCause
}

@ObjectType({
  simpleResolvers: true,
  description: 'Not the flag: the peer sees it before the supervisor who raised it.',
})
export class RaiseObservedDriftFlagPayload {
  @Field(() => GraphQLUUID)
  driftFlagId!: string

  @Field(() => GraphQLDateTime, {
    description: 'When you see it at the latest; earlier if the peer opens it.',
  })
  seenBySupervisorsFrom!: Date
}

@InputType()
export class OpenDriftFlagInput {
  @Field(() => GraphQLUUID)
  driftFlagId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The flag, opened.' })
export class OpenDriftFlagPayload extends OwnFlagChanged {}

@InputType()
export class AddDriftFlagResponseInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID)
  driftFlagId!: string

  @Field(() => String, { description: '1-2000 characters.' })
  text!: string
}

@ObjectType({ simpleResolvers: true, description: 'The flag with the response.' })
export class AddDriftFlagResponsePayload extends OwnFlagChanged {}

@InputType()
export class ReleaseDriftFlagInput {
  @Field(() => GraphQLUUID)
  driftFlagId!: string

  @Field(() => ReleasableCause, { description: 'What the organization is asked to look at.' })
  as!: ReleasableCause
}

@ObjectType({ simpleResolvers: true, description: 'The flag, shared with the managers.' })
export class ReleaseDriftFlagPayload extends OwnFlagChanged {}

@InputType()
export class AddDriftFlagReaderInput {
  @Field(() => GraphQLUUID)
  driftFlagId!: string

  @Field(() => GraphQLUUID, { description: 'One of the `readers` of the flag.' })
  relationshipId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The flag, shared with that supervisor.' })
export class AddDriftFlagReaderPayload extends OwnFlagChanged {}

@InputType()
export class DriftFlagFollowUpInput {
  @Field(() => GraphQLUUID, {
    description:
      'An educational or supportive supervision of the peer of the flag, in force, and one of its two is the caller. NOT_FOUND for any other.',
  })
  relationshipId!: string

  @Field(() => FollowUpOwner)
  owner!: FollowUpOwner

  @Field(() => GraphQLLocalDate, { description: 'From today to 366 days ahead.' })
  dueOn!: string
}

@InputType()
export class AddDriftFlagStepInput {
  @Field(() => GraphQLUUID)
  driftFlagId!: string

  @Field(() => Int, { description: 'The revision of the flag when you decided.' })
  expectedRevision!: number

  @Field(() => FlagStatus)
  to!: FlagStatus

  @Field(() => String, { nullable: true, description: 'With PLANNED; 1-2000 characters.' })
  plan?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'With PROPOSED_NOT_DRIFT and NOT_DRIFT, but not where the peer agrees to a proposal; 1-1000 characters. With NOT_AGREED if the peer likes.',
  })
  reason?: string | null

  @Field(() => GraphQLUUID, { nullable: true, description: 'The session in which it was discussed.' })
  sessionId?: string | null

  @Field(() => DriftFlagFollowUpInput, {
    nullable: true,
    description:
      'With PLANNED: puts the plan, then at most 200 characters, on the follow-up list of the peer and that supervisor.',
  })
  followUp?: DriftFlagFollowUpInput | null
}

@ObjectType({ simpleResolvers: true, description: 'The step was taken.' })
export class DriftFlagStepAdded {
  @Field(() => DriftFlagInProgress)
  driftFlag!: OwnDriftFlag | TeamDriftFlag
}

export const AddDriftFlagStepPayload = createUnionType({
  name: 'AddDriftFlagStepPayload',
  description: 'The flag with the step, or the news that somebody took another one since.',
  types: () => [DriftFlagStepAdded, StaleRevision] as const,
  resolveType: (payload) => ('driftFlag' in payload ? DriftFlagStepAdded : StaleRevision),
})
