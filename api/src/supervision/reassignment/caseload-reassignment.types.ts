import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { Person } from '../../people/person.types.ts'
import type { Lazily } from '../../server/graphql/payload.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'
import { ListOf } from '../../server/operations/input-limits.ts'
import { SupervisionRelationship } from '../supervision.types.ts'

/** A caseload is a few dozen people; whoever has more reassigns in two steps. */
export const MAX_REASSIGNED_AT_ONCE = 100

@ObjectType({
  simpleResolvers: true,
  description: 'A relationship of a supervisor who is leaving, and who could take over.',
})
export class ReassignableRelationship {
  @Field(() => SupervisionRelationship)
  relationship!: SupervisionRelationship

  @Field(() => [Person], {
    description: 'By name; at most 100. Who is missing is not available, for whatever reason.',
  })
  candidates!: Person[]
}

@ObjectType({ description: 'What would be handed over, by type.' })
export class ReassignableRelationshipConnection extends ConnectionTo(
  ReassignableRelationship,
  'ReassignableRelationship',
) {}

@InputType({ description: 'Who takes over one relationship.' })
export class CaseloadAssignment {
  @Field(() => GraphQLUUID, { description: 'A relationship of the supervisor who is leaving.' })
  relationshipId!: string

  @Field(() => GraphQLUUID, { description: 'One of its `candidates`; never oneself.' })
  supervisorId!: string

  @Field(() => Boolean, { defaultValue: false })
  supervisorHasPeerExperience!: boolean
}

@InputType({ description: 'All that a leaving supervisor hands over, at once.' })
export class ReassignCaseloadInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID, { description: 'Who is leaving.' })
  supervisorId!: string

  @Field(() => GraphQLLocalDate, {
    description: 'Their last day, for all: today at the earliest, at most 364 days ahead.',
  })
  lastOn!: string

  @ListOf(
    MAX_REASSIGNED_AT_ONCE,
    () => CaseloadAssignment,
    'At least one, at most 100; each relationship once.',
  )
  assignments!: CaseloadAssignment[]
}

@ObjectType({
  simpleResolvers: true,
  description: 'What was reassigned; the rest of the caseload is as before.',
})
export class ReassignCaseloadPayload {
  @Field(() => Int)
  reassigned!: number

  @Field(() => [GraphQLUUID], {
    description: 'The relationships that came of it, for `undoCaseloadReassignment`; at most 100.',
  })
  reassignmentIds!: Lazily<string[]>

  @Field(() => [SupervisionRelationship], {
    description: 'What the leaving supervisor has left that has not ended; at most 500.',
  })
  remaining!: Lazily<SupervisionRelationship[]>
}

@InputType({ description: 'What was handed over and is to be as it was.' })
export class UndoCaseloadReassignmentInput {
  @ListOf(MAX_REASSIGNED_AT_ONCE, () => GraphQLUUID, 'At least one, at most 100 of `reassignmentIds`.')
  reassignmentIds!: string[]
}

@ObjectType({ simpleResolvers: true, description: 'All of them are with their supervisor of before.' })
export class UndoCaseloadReassignmentPayload {
  @Field(() => Int)
  undone!: number
}
