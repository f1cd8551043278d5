import { Field, ObjectType } from 'type-graphql'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import type { Lazily } from '../../server/graphql/payload.ts'
import { EarnedHours } from '../renewals/earned-hours.ts'

@ObjectType({
  simpleResolvers: true,
  description: 'A course that its holder entered and nobody has confirmed.',
})
export class CourseToReview {
  @Field(() => Person)
  peer!: Person

  @Field(() => EarnedHours)
  earnedHours!: EarnedHours
}

@ObjectType({ description: 'Courses that wait for a manager, the oldest first; at most 500 are looked at.' })
export class CourseToReviewConnection extends ConnectionTo(CourseToReview, 'CourseToReview') {}

@ObjectType({
  simpleResolvers: true,
  description: 'The course, which counts for nothing until it is corrected.',
})
export class ReturnCoursePayload {
  @Field(() => EarnedHours)
  earnedHours!: Lazily<EarnedHours>
}
