import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import { CourseInput } from '../course-check/course-answer.types.ts'
import { courseQuestions } from '../recording/course-questions.service.ts'
import { CourseQuestions } from '../recording/course-questions.types.ts'
import * as courses from './own-courses.service.ts'
import {
  AddOwnCourseInput,
  AddOwnCoursePayload,
  CorrectOwnCourseInput,
  CorrectOwnCoursePayload,
  VoidOwnCourseInput,
  VoidOwnCoursePayload,
} from './own-course.types.ts'

@Resolver()
export class OwnCoursesResolver {
  @Authorized('certification.own')
  @Query(() => CourseQuestions, {
    description:
      'What to ask before a peer saves a course: the same course again, and whether it gains nothing.',
  })
  async ownCourseQuestions(
    @Ctx('request') ctx: RequestContext,
    @Arg('course', () => CourseInput) course: CourseInput,
  ): Promise<CourseQuestions> {
    const { membershipId } = await ctx.unit.actor()
    return courseQuestions(ctx, { peerIds: [membershipId], course })
  }

  @Authorized('certification.own')
  @Mutation(() => AddOwnCoursePayload, {
    description:
      'Adds a course that the peer took. It counts at once, and a manager confirms it or sends it back.',
  })
  addOwnCourse(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => AddOwnCourseInput) input: AddOwnCourseInput,
  ): Promise<AddOwnCoursePayload> {
    return courses.addOwnCourse(ctx, input)
  }

  @Authorized('certification.own')
  @Mutation(() => CorrectOwnCoursePayload, {
    description:
      'Corrects a course that waits to be confirmed or was sent back; the earlier version stays readable.',
  })
  correctOwnCourse(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CorrectOwnCourseInput) input: CorrectOwnCourseInput,
  ): Promise<CorrectOwnCoursePayload> {
    return courses.correctOwnCourse(ctx, input)
  }

  @Authorized('certification.own')
  @Mutation(() => VoidOwnCoursePayload, {
    description: 'Voids a course that the peer entered by mistake and nobody has confirmed.',
  })
  voidOwnCourse(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => VoidOwnCourseInput) input: VoidOwnCourseInput,
  ): Promise<VoidOwnCoursePayload> {
    return courses.voidOwnCourse(ctx, input)
  }
}
