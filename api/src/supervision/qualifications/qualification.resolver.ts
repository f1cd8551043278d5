import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as qualifications from './qualification.service.ts'
import {
  CorrectSupervisorQualificationInput,
  CorrectSupervisorQualificationPayload,
  QualifiedSupervisorConnection,
  RecordSupervisorQualificationInput,
  RecordSupervisorQualificationPayload,
  VoidSupervisorQualificationInput,
  VoidSupervisorQualificationPayload,
} from './qualification.types.ts'

@Resolver()
export class QualificationResolver {
  @Authorized('supervision.read')
  @Query(() => QualifiedSupervisorConnection, {
    description: 'Everybody who supervises here, by name, with what qualifies them.',
  })
  qualifiedSupervisors(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<QualifiedSupervisorConnection> {
    return qualifications.qualifiedSupervisors(ctx, page)
  }

  @Authorized('agreement.record')
  @Mutation(() => RecordSupervisorQualificationPayload, {
    description:
      'Records what qualifies a supervisor. BAD_INPUT for oneself, and for who does not supervise here.',
  })
  recordSupervisorQualification(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RecordSupervisorQualificationInput) input: RecordSupervisorQualificationInput,
  ): Promise<RecordSupervisorQualificationPayload> {
    return qualifications.recordSupervisorQualification(ctx, input)
  }

  @Authorized('agreement.record')
  @Mutation(() => CorrectSupervisorQualificationPayload, {
    description:
      'Corrects a qualification by a further record; the one before stays readable. NOT_FOUND where it does not count any more, or is about oneself.',
  })
  correctSupervisorQualification(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CorrectSupervisorQualificationInput) input: CorrectSupervisorQualificationInput,
  ): Promise<CorrectSupervisorQualificationPayload> {
    return qualifications.correctSupervisorQualification(ctx, input)
  }

  @Authorized('agreement.record')
  @Mutation(() => VoidSupervisorQualificationPayload, {
    description:
      'Voids a qualification that was recorded by mistake. NOT_FOUND where it does not count any more, or is about oneself.',
  })
  voidSupervisorQualification(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => VoidSupervisorQualificationInput) input: VoidSupervisorQualificationInput,
  ): Promise<VoidSupervisorQualificationPayload> {
    return qualifications.voidSupervisorQualification(ctx, input)
  }
}
