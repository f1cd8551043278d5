import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import * as corrections from './hours-corrections.service.ts'
import {
  CorrectContinuingEducationInput,
  CorrectContinuingEducationPayload,
  RestoreContinuingEducationInput,
  RestoreContinuingEducationPayload,
  VoidContinuingEducationInput,
  VoidContinuingEducationPayload,
  RecordedCourse,
} from './hours-corrections.types.ts'
import { recordedCourse } from './recorded-course.service.ts'

@Resolver()
export class HoursCorrectionsResolver {
  @Authorized('certification.manage')
  @Query(() => RecordedCourse, {
    description:
      'One version of a course, with everybody for whom it counts; unknown and foreign ids answer NOT_FOUND.',
  })
  recordedCourse(
    @Ctx('request') ctx: RequestContext,
    @Arg('activityId', () => GraphQLUUID) activityId: string,
  ): Promise<RecordedCourse> {
    return recordedCourse(ctx, activityId)
  }

  @Authorized('certification.manage')
  @Mutation(() => CorrectContinuingEducationPayload, {
    description:
      'Corrects a course by a further version, for everybody for whom it counts or for some; the earlier one stays readable, and each person is told.',
  })
  correctContinuingEducation(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CorrectContinuingEducationInput) input: CorrectContinuingEducationInput,
  ) {
    return corrections.correctContinuingEducation(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => VoidContinuingEducationPayload, {
    description:
      'Voids hours that were recorded by mistake, for everybody for whom they count or for some, in one act; each person is told.',
  })
  voidContinuingEducation(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => VoidContinuingEducationInput) input: VoidContinuingEducationInput,
  ) {
    return corrections.voidContinuingEducation(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => RestoreContinuingEducationPayload, {
    description:
      'Lets a version of a course count again, for everybody for whom it was voided or corrected or for some; a later version is voided for them.',
  })
  restoreContinuingEducation(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RestoreContinuingEducationInput) input: RestoreContinuingEducationInput,
  ) {
    return corrections.restoreContinuingEducation(ctx, input)
  }
}
