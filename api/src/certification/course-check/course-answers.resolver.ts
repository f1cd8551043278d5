import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Authorized, Ctx, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import { type AnsweredCourse, CourseAnswerType, CourseInput } from './course-answer.types.ts'
import { answersFor, ownAnswers } from './course-answers.service.ts'

@Resolver()
export class CourseAnswersResolver {
  @Authorized('certification.own')
  @Query(() => [CourseAnswerType], {
    description:
      'Whether a course will count, for each certification of the peer who asks; nothing of the question is kept.',
  })
  willItCount(
    @Ctx('request') ctx: RequestContext,
    @Arg('course', () => CourseInput) course: CourseInput,
  ): Promise<AnsweredCourse[]> {
    return ownAnswers(ctx, course)
  }

  @Authorized('certification.manage')
  @Query(() => [CourseAnswerType], {
    description: 'The same for each certification of a peer; unknown and foreign ids answer NOT_FOUND.',
  })
  willItCountFor(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID) peerId: string,
    @Arg('course', () => CourseInput) course: CourseInput,
  ): Promise<AnsweredCourse[]> {
    return answersFor(ctx, peerId, course)
  }
}
