import { GraphQLDateTime, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql'
import {
  CONFIRMED_AT_ONCE_MOST,
  CourseOrigin,
  CourseReviewState,
  type ReviewOutcome,
  SendBackReason,
} from '@alongside/shared/certification/review/course-review'
import { Person } from '../../people/person.types.ts'
import { AtMost } from '../../server/operations/input-limits.ts'

registerEnumType(CourseOrigin, {
  name: 'CourseOrigin',
  description: 'Who entered a course: the organization, or the person who took it.',
})
registerEnumType(CourseReviewState, {
  name: 'CourseReviewState',
  description:
    'What became of a course that its holder entered. COUNTS_UNCONFIRMED: it counts, and waits for a manager. SENT_BACK: it counts for nothing until the holder corrects it. WITHDRAWN: the holder removed or corrected it.',
})
registerEnumType(SendBackReason, {
  name: 'SendBackReason',
  description:
    'Why a course was sent back. OTHER_PERSON: the certificate names another person. CLIENT_NAMED: a client can be recognized on it.',
})

/** What a manager said of a version of a course, as SQL reads it. */
export interface Reviewed {
  readonly outcome: ReviewOutcome
  readonly reason: SendBackReason | null
  readonly reviewedAt: Date | string
  readonly reviewedBy: Person
}

@ObjectType('CourseReview', {
  simpleResolvers: true,
  description: 'What became of a course that its holder entered.',
})
export class CourseReviewType {
  @Field(() => CourseReviewState)
  state!: CourseReviewState

  @Field(() => SendBackReason, { nullable: true, description: 'Null unless it was sent back.' })
  reason!: SendBackReason | null

  @Field(() => Person, { nullable: true, description: 'Null where nobody has looked yet.' })
  reviewedBy!: Person | null

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Null where nobody has looked yet.' })
  reviewedAt!: Date | string | null
}

@InputType()
export class ConfirmCoursesInput {
  @AtMost(CONFIRMED_AT_ONCE_MOST)
  @Field(() => [GraphQLUUID], { description: '1-100 courses that wait, none twice; none of ones own.' })
  activityIds!: string[]
}

@ObjectType({
  simpleResolvers: true,
  description: 'The courses that are confirmed now. What changed meanwhile is left out.',
})
export class ConfirmCoursesPayload {
  @Field(() => [GraphQLUUID], { description: 'At most 100.' })
  activityIds!: string[]
}

@InputType()
export class ReturnCourseInput {
  @Field(() => GraphQLUUID)
  activityId!: string

  @Field(() => SendBackReason)
  reason!: SendBackReason
}
