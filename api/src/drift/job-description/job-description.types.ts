import { JOB_DESCRIPTION_LIMIT } from '@alongside/shared/drift/job-description/job-description-input'
import { GraphQLDateTime, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { NamedPlace } from '../../people/named-place.types.ts'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { AtMost } from '../../server/operations/input-limits.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

@ObjectType('JobDescription', {
  simpleResolvers: true,
  description:
    'The text by which a peer works at a placement, as a manager saved it. The peer reads it too, and nobody else does.',
})
export class JobDescriptionShown {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => GraphQLUUID)
  placementId!: string

  @Field(() => NamedPlace, { description: 'The host agency of the placement.' })
  hostAgency!: NamedPlace

  @Field(() => Int, { description: 'Counts from 1 for each placement; the highest one is in use.' })
  version!: number

  @Field(() => String, { description: '1-20000 characters, as they were pasted.' })
  text!: string

  @Field(() => Person)
  savedBy!: Person

  @Field(() => GraphQLDateTime)
  savedAt!: Date
}

@ObjectType({ description: 'Job descriptions, the last saved first.' })
export class JobDescriptionConnection extends ConnectionTo(JobDescriptionShown, 'JobDescription') {}

@InputType()
export class RecordJobDescriptionInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID)
  placementId!: string

  // A character beyond the basic plane counts twice here, and once in the rule.
  @AtMost(2 * JOB_DESCRIPTION_LIMIT)
  @Field(() => String, { description: '1-20000 characters.' })
  text!: string
}

@ObjectType({ simpleResolvers: true, description: 'The version that was saved.' })
export class RecordJobDescriptionPayload {
  @Field(() => JobDescriptionShown)
  jobDescription!: JobDescriptionShown
}
