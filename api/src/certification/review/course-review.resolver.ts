import { Arg, Args, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { EarnedHours } from '../renewals/earned-hours.ts'
import * as review from './course-review.service.ts'
import {
  ConfirmCoursesInput,
  ConfirmCoursesPayload,
  CourseReviewType,
  ReturnCourseInput,
} from './course-review.types.ts'
import { CourseToReviewConnection, ReturnCoursePayload } from './courses-to-review.types.ts'

@Resolver(() => EarnedHours)
export class CourseReviewResolver {
  @FieldResolver(() => CourseReviewType, {
    nullable: true,
    description: 'What became of what the holder entered; null of what the organization recorded.',
  })
  review(@Root() hours: EarnedHours): CourseReviewType | null {
    return review.reviewOf(hours)
  }

  @Authorized('certification.manage')
  @Query(() => CourseToReviewConnection, {
    description: 'Courses that peers entered and nobody has confirmed, the oldest first, without ones own.',
  })
  coursesToReview(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<CourseToReviewConnection> {
    return review.coursesToReview(ctx, page)
  }

  @Authorized('certification.manage')
  @Mutation(() => ConfirmCoursesPayload, {
    description: 'Confirms courses that holders entered. They counted before, and go on counting.',
  })
  confirmCourses(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => ConfirmCoursesInput) input: ConfirmCoursesInput,
  ): Promise<ConfirmCoursesPayload> {
    return review.confirmCourses(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => ReturnCoursePayload, {
    description:
      'Sends a course back to its holder, who is told why. It counts for nothing until it is corrected.',
  })
  returnCourse(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => ReturnCourseInput) input: ReturnCourseInput,
  ): Promise<ReturnCoursePayload> {
    return review.returnCourse(ctx, input)
  }
}
