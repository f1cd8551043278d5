import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as descriptions from './job-description.service.ts'
import {
  JobDescriptionConnection,
  RecordJobDescriptionInput,
  RecordJobDescriptionPayload,
} from './job-description.types.ts'

@Resolver()
export class JobDescriptionResolver {
  @Authorized('people.manage')
  @Query(() => JobDescriptionConnection, {
    description:
      'Every version of the job description of one placement. Empty for a placement that is not there.',
  })
  jobDescriptions(
    @Ctx('request') ctx: RequestContext,
    @Arg('placementId', () => GraphQLUUID) placementId: string,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<JobDescriptionConnection> {
    return descriptions.jobDescriptions(ctx, placementId, page)
  }

  @Authorized('job-description.own')
  @Query(() => JobDescriptionConnection, {
    description: 'Every version of the job descriptions of the signed-in peer’s own placements.',
  })
  myJobDescriptions(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<JobDescriptionConnection> {
    return descriptions.myJobDescriptions(ctx, page)
  }

  @Authorized('people.manage')
  @Mutation(() => RecordJobDescriptionPayload, {
    description:
      'Saves a job description with a placement, as its next version; the peer can read it from then on. Errors: BAD_INPUT for an empty text or more than 20000 characters, NOT_FOUND for a placement that is not there or was voided.',
  })
  recordJobDescription(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RecordJobDescriptionInput) input: RecordJobDescriptionInput,
  ): Promise<RecordJobDescriptionPayload> {
    return descriptions.recordJobDescription(ctx, input)
  }
}
