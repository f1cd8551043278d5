import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { StaleRevision } from '../../server/graphql/stale-revision.types.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as lists from './week-lists.service.ts'
import * as logs from './week-log.service.ts'
import * as types from './week-log.types.ts'

@Resolver()
export class WeekLogResolver {
  @Authorized('week.own')
  @Query(() => types.OwnWeekLogConnection, {
    description: 'The weeks that the signed-in peer logged, as they are now, the last first.',
  })
  myWeekLogs(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<types.OwnWeekLogConnection> {
    return lists.myWeekLogs(ctx, page)
  }

  @Authorized('week.read-team')
  @Query(() => types.TeamWeekLogConnection, {
    description:
      'The weeks of a peer whom one teaches or supports, the last first: those that began with or after the supervision. None for anybody else.',
  })
  peerWeekLogs(
    @Ctx('request') ctx: RequestContext,
    @Args(() => types.PeerWeekLogsArgs) args: types.PeerWeekLogsArgs,
  ): Promise<types.TeamWeekLogConnection> {
    return lists.peerWeekLogs(ctx, args)
  }

  @Authorized('week.own')
  @Mutation(() => types.LogWeekPayload, {
    description:
      'Logs how a week of one’s own went, or corrects it by a further revision. Educational and supportive supervisors can read it, with `onlyTotals` only the hours by kind of work; nobody else. BAD_USER_INPUT names the field and its limit.',
  })
  logWeek(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => types.LogWeekInput) input: types.LogWeekInput,
  ): Promise<types.WeekLogged | StaleRevision> {
    return logs.logWeek(ctx, input)
  }

  @Authorized('week.own')
  @Mutation(() => types.UndoWeekLogPayload, {
    description:
      'Undoes the last revision of a week by a further one, which says what the revision before said. NOT_FOUND for a week that was never logged.',
  })
  undoWeekLog(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => types.UndoWeekLogInput) input: types.UndoWeekLogInput,
  ): Promise<types.WeekLogUndone | StaleRevision> {
    return logs.undoWeekLog(ctx, input)
  }
}
