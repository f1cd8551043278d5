import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as service from './supervisor-reflection.service.ts'
import {
  MySupervisorReflectionConnection,
  RecordSupervisorReflectionInput,
  RecordSupervisorReflectionPayload,
} from './supervisor-reflection.types.ts'

@Resolver()
export class SupervisorReflectionResolver {
  @Authorized('competencies.own')
  @Query(() => MySupervisorReflectionConnection, {
    description: 'How one has seen one’s own skills as a supervisor, the latest first.',
  })
  mySupervisorReflections(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<MySupervisorReflectionConnection> {
    return service.mySupervisorReflections(ctx, page)
  }

  @Authorized('competencies.own')
  @Mutation(() => RecordSupervisorReflectionPayload, {
    description:
      'Saves how one sees one’s own skills today; the same day again replaces it. CONFLICT (`supervision.competencies.locked`) where today’s is from before a password reset and still locked.',
  })
  async recordSupervisorReflection(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RecordSupervisorReflectionInput) input: RecordSupervisorReflectionInput,
  ): Promise<RecordSupervisorReflectionPayload> {
    return { reflection: await service.recordSupervisorReflection(ctx, input) }
  }
}
