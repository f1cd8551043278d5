import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, Float, InputType, ObjectType } from 'type-graphql'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import type { Lazily } from '../../server/graphql/payload.ts'
import { AtMost } from '../../server/operations/input-limits.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'
import { Person } from '../../people/person.types.ts'

@ObjectType({
  simpleResolvers: true,
  description: 'A course or certificate that qualifies somebody to supervise, and when.',
})
export class SupervisorQualification {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String, { description: 'At most 200 characters.' })
  course!: string

  @Field(() => Float, { nullable: true, description: 'In quarter hours, 0.25-2,000; null: not recorded.' })
  hours!: number | null

  @Field(() => String, { nullable: true })
  certificateNumber!: string | null

  @Field(() => GraphQLLocalDate)
  validFrom!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; null: it has no end.' })
  validUntil!: string | null

  @Field(() => Person, { description: 'The manager who recorded it.' })
  recordedBy!: Person

  @Field(() => GraphQLDateTime)
  recordedAt!: Date

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was corrected or voided: it counts for nothing, and stays. Null: it counts.',
  })
  voidedAt!: Date | null
}

@ObjectType({ simpleResolvers: true, description: 'Somebody who supervises, with what qualifies them.' })
export class QualifiedSupervisor {
  @Field(() => Person)
  supervisor!: Person

  @Field(() => [SupervisorQualification], {
    description:
      'The latest first, voided ones included. Empty: nothing is recorded, which is not the same as none.',
  })
  qualifications!: SupervisorQualification[]
}

@ObjectType({ description: 'Supervisors by name.' })
export class QualifiedSupervisorConnection extends ConnectionTo(QualifiedSupervisor, 'QualifiedSupervisor') {}

@InputType()
export abstract class QualificationInput {
  @AtMost(200)
  @Field(() => String, { description: '1-200 characters.' })
  course!: string

  @Field(() => Float, { nullable: true, description: 'In quarter hours, 0.25-2,000.' })
  hours?: number | null

  @AtMost(100)
  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  certificateNumber?: string | null

  @Field(() => GraphQLLocalDate, { description: 'Today or before.' })
  validFrom!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; null: it has no end.' })
  validUntil?: string | null
}

@InputType({ description: 'What qualifies a supervisor; never oneself.' })
export class RecordSupervisorQualificationInput extends QualificationInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID)
  supervisorId!: string
}

@InputType({ description: 'The record as it should be; the one before is voided and stays.' })
export class CorrectSupervisorQualificationInput extends QualificationInput {
  @Field(() => GraphQLUUID, { description: 'A record that counts.' })
  qualificationId!: string
}

@InputType()
export class VoidSupervisorQualificationInput {
  @Field(() => GraphQLUUID, { description: 'A record that counts.' })
  qualificationId!: string
}

@ObjectType({ simpleResolvers: true })
export abstract class QualificationChangedPayload {
  @Field(() => QualifiedSupervisor)
  supervisor!: Lazily<QualifiedSupervisor>
}

@ObjectType({ simpleResolvers: true, description: 'The supervisor with the new record.' })
export class RecordSupervisorQualificationPayload extends QualificationChangedPayload {}

@ObjectType({ simpleResolvers: true, description: 'The supervisor with the record as it should be.' })
export class CorrectSupervisorQualificationPayload extends QualificationChangedPayload {}

@ObjectType({ simpleResolvers: true, description: 'The supervisor; the record counts for nothing any more.' })
export class VoidSupervisorQualificationPayload extends QualificationChangedPayload {}
