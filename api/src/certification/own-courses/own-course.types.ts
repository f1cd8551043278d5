import { GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType } from 'type-graphql'
import { EVIDENCE_FILES_MOST } from '@alongside/shared/certification/evidence/evidence-limits'
import type { Lazily } from '../../server/graphql/payload.ts'
import { AtMost } from '../../server/operations/input-limits.ts'
import { CourseInput } from '../course-check/course-answer.types.ts'
import { Approvers } from '../recording/certification.types.ts'
import { EarnedHours } from '../renewals/earned-hours.ts'
import { GraphQLIdempotencyKey } from '../../server/submissions/idempotency-key.ts'

const Files = (): PropertyDecorator => (target, name) => {
  AtMost(EVIDENCE_FILES_MOST)(target, name)
  Field(() => [GraphQLUUID], {
    defaultValue: [],
    description: 'At most 5 files of ones own, as `POST /files` answered them.',
  })(target, name)
}

@InputType({
  description:
    'A course that the peer took: with a title, today or earlier, of at most 100 hours. It counts at once.',
})
export class AddOwnCourseInput extends CourseInput {
  // A limit is not inherited.
  @Approvers()
  override approvedBy?: string[] | null

  @Field(() => GraphQLIdempotencyKey, {
    description:
      'Made when the form is saved. The same again is answered as the first time; other content is refused.',
  })
  idempotencyKey!: string

  @Field(() => GraphQLUUID, {
    nullable: true,
    description: 'A certification of ones own, when the hours are given to it and to no other.',
  })
  onlyFor?: string | null

  @Files()
  fileIds!: string[]
}

@InputType({ description: 'A course of ones own as it really was; it replaces the version that is named.' })
export class CorrectOwnCourseInput extends AddOwnCourseInput {
  @Approvers()
  override approvedBy?: string[] | null

  @Files()
  override fileIds!: string[]

  @Field(() => GraphQLUUID, { description: 'One that waits to be confirmed, or was sent back.' })
  activityId!: string
}

@InputType()
export class VoidOwnCourseInput {
  @Field(() => GraphQLUUID, { description: 'One that waits to be confirmed.' })
  activityId!: string
}

@ObjectType({ simpleResolvers: true })
export abstract class OwnCourseChanged {
  @Field(() => EarnedHours)
  earnedHours!: Lazily<EarnedHours>
}

@ObjectType({ simpleResolvers: true, description: 'The course, which counts and waits to be confirmed.' })
export class AddOwnCoursePayload extends OwnCourseChanged {
  @Field(() => Boolean, { description: 'The same was sent before: nothing was written now.' })
  replayed!: boolean
}

@ObjectType({
  simpleResolvers: true,
  description: 'The new version, which counts and waits to be confirmed.',
})
export class CorrectOwnCoursePayload extends OwnCourseChanged {
  @Field(() => Boolean, { description: 'The same was sent before: nothing was written now.' })
  replayed!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'The course, which counts no more.' })
export class VoidOwnCoursePayload extends OwnCourseChanged {}
