import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PersonConnection } from '../../people/person.types.ts'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import {
  RecordCertificationInput,
  RecordCertificationPayload,
  RecordContinuingEducationInput,
  RecordContinuingEducationPayload,
} from './certification.types.ts'
import { courseQuestions } from './course-questions.service.ts'
import { CourseQuestions, CourseQuestionsArgs } from './course-questions.types.ts'
import * as recording from './recording.service.ts'

@Resolver()
export class CertificationResolver {
  @Authorized('certification.manage')
  @Query(() => PersonConnection, {
    description: 'The peers for whom certifications and hours can be recorded, by name.',
  })
  certifiablePeers(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<PersonConnection> {
    return recording.certifiablePeers(ctx, page)
  }

  @Authorized('certification.manage')
  @Query(() => CourseQuestions, {
    description: 'What to ask before hours are recorded: the same course again, and who gains nothing by it.',
  })
  courseQuestions(
    @Ctx('request') ctx: RequestContext,
    @Args(() => CourseQuestionsArgs) args: CourseQuestionsArgs,
  ): Promise<CourseQuestions> {
    return courseQuestions(ctx, args)
  }

  @Authorized('certification.manage')
  @Mutation(() => RecordCertificationPayload, { description: 'Records a certification that a peer holds.' })
  recordCertification(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RecordCertificationInput) input: RecordCertificationInput,
  ): Promise<RecordCertificationPayload> {
    return recording.recordCertification(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => RecordContinuingEducationPayload, {
    description: 'Records hours of one course for 1-500 peers at once: for all of them or for none.',
  })
  recordContinuingEducation(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RecordContinuingEducationInput) input: RecordContinuingEducationInput,
  ): Promise<RecordContinuingEducationPayload> {
    return recording.recordContinuingEducation(ctx, input)
  }
}
