import { Arg, Args, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { CertificationType } from '../renewals/certification.types.ts'
import * as planned from './planned-courses.service.ts'
import {
  CreatePlannedCourseInput,
  CreatePlannedCoursePayload,
  PlannedAheadType,
  PlannedCourseConnection,
  RemovePlannedCourseInput,
  RemovePlannedCoursePayload,
  RestorePlannedCourseInput,
  RestorePlannedCoursePayload,
  ConfirmPlannedCourseInput,
  ConfirmPlannedCoursePayload,
} from './planned-course.types.ts'

@Resolver(() => CertificationType)
export class PlannedCoursesResolver {
  @FieldResolver(() => PlannedAheadType, {
    nullable: true,
    description: 'With what the peer plans to take; null where nothing is planned.',
  })
  async plannedAhead(
    @Ctx('request') ctx: RequestContext,
    @Root() { peer, withPlanned }: CertificationType,
  ): Promise<PlannedAheadType | null> {
    const courses = await planned.plannedOf(ctx, peer.id)
    return courses.length === 0 ? null : withPlanned(courses)
  }

  @Authorized('certification.own')
  @Query(() => PlannedCourseConnection, { description: 'What the peer plans to take, the next first.' })
  myPlannedCourses(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<PlannedCourseConnection> {
    return planned.myPlannedCourses(ctx, page)
  }

  @Authorized('certification.own')
  @Mutation(() => CreatePlannedCoursePayload, {
    description: 'Plans a course. It counts in the forecast only, until the peer says that they took it.',
  })
  createPlannedCourse(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreatePlannedCourseInput) input: CreatePlannedCourseInput,
  ): Promise<CreatePlannedCoursePayload> {
    return planned.createPlannedCourse(ctx, input)
  }

  @Authorized('certification.own')
  @Mutation(() => RemovePlannedCoursePayload, {
    description: 'Removes a plan, as it was not or will not be taken.',
  })
  removePlannedCourse(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RemovePlannedCourseInput) input: RemovePlannedCourseInput,
  ): Promise<RemovePlannedCoursePayload> {
    return planned.removePlannedCourse(ctx, input)
  }

  @Authorized('certification.own')
  @Mutation(() => RestorePlannedCoursePayload, { description: 'Puts a removed plan on the list again.' })
  restorePlannedCourse(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RestorePlannedCourseInput) input: RestorePlannedCourseInput,
  ): Promise<RestorePlannedCoursePayload> {
    return planned.restorePlannedCourse(ctx, input)
  }

  @Authorized('certification.own')
  @Mutation(() => ConfirmPlannedCoursePayload, {
    description: 'Makes a plan whose day has come a course that was taken. It counts at once.',
  })
  confirmPlannedCourse(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => ConfirmPlannedCourseInput) input: ConfirmPlannedCourseInput,
  ): Promise<ConfirmPlannedCoursePayload> {
    return planned.confirmPlannedCourse(ctx, input)
  }
}
