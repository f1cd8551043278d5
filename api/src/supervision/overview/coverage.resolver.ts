import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { supervisionCoverage } from './coverage.service.ts'
import { recordSupervisorTime } from './supervisor-time.service.ts'
import { RecordSupervisorTimeInput, RecordSupervisorTimePayload } from './supervisor-time.types.ts'
import { SupervisionCoverageConnection, SupervisionCoverageFilter } from './coverage.types.ts'

@Resolver()
export class CoverageResolver {
  @Authorized('supervision.read')
  @Query(() => SupervisionCoverageConnection, {
    description:
      'How each peer is covered in each type of supervision: the last day, and on time, due, overdue or nobody assigned. Worst first, then by name. Dates only.',
  })
  supervisionCoverage(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => SupervisionCoverageFilter, { nullable: true }) filter?: SupervisionCoverageFilter,
  ): Promise<SupervisionCoverageConnection> {
    return supervisionCoverage(ctx, filter ?? {}, page)
  }

  @Authorized('relationship.propose')
  @Mutation(() => RecordSupervisorTimePayload, {
    description:
      'Records how much of a full-time position a supervisor has for supervising, from a day on. Of anybody but oneself.',
  })
  async recordSupervisorTime(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RecordSupervisorTimeInput) input: RecordSupervisorTimeInput,
  ): Promise<RecordSupervisorTimePayload> {
    return { supervisorTime: await recordSupervisorTime(ctx, input) }
  }
}
