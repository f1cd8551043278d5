import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType } from 'type-graphql'
import { EVIDENCE_FILES_MOST } from '@alongside/shared/certification/evidence/evidence-limits'
import { Person } from '../../people/person.types.ts'
import type { Lazily } from '../../server/graphql/payload.ts'
import { AtMost } from '../../server/operations/input-limits.ts'
import { EarnedHours } from '../renewals/earned-hours.ts'
import { EvidenceFileType } from './evidence-file.types.ts'

@InputType()
export class AddEvidenceInput {
  @Field(() => GraphQLUUID, { description: 'Any version of a course of ones own.' })
  activityId!: string

  @AtMost(EVIDENCE_FILES_MOST)
  @Field(() => [GraphQLUUID], { description: '1-5 files of ones own, as `POST /files` answered them.' })
  fileIds!: string[]
}

@ObjectType({ simpleResolvers: true, description: 'The course with all of its evidence.' })
export class AddEvidencePayload {
  @Field(() => EarnedHours)
  earnedHours!: Lazily<EarnedHours>
}

@InputType()
export class RemoveEvidenceInput {
  @Field(() => GraphQLUUID)
  fileId!: string
}

@ObjectType({ simpleResolvers: true, description: 'What is left of the file: its content is erased.' })
export class RemoveEvidencePayload {
  @Field(() => EvidenceFileType)
  file!: Lazily<EvidenceFileType>
}

@InputType()
export class RequestEvidenceInput {
  @Field(() => GraphQLUUID)
  activityId!: string

  @Field(() => GraphQLUUID, { description: 'One of those who have hours of the course.' })
  peerId!: string
}

@ObjectType({
  simpleResolvers: true,
  description: 'Whom it was asked of, with one notification a day at most.',
})
export class RequestEvidencePayload {
  @Field(() => Person)
  peer!: Person

  @Field(() => GraphQLLocalDate)
  askedOn!: string
}
