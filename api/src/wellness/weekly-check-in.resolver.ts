import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../server/request-context.ts'
import { PageArgs } from '../server/graphql/connection.ts'
import { deleteCheckIns, myCheckIns } from './kept-check-ins.service.ts'
import { myCheckInHistory } from './check-in-history.service.ts'
import { CheckInHistory } from './check-in-history.types.ts'
import * as checkIns from './weekly-check-in.service.ts'
import {
  DeleteAllCheckInsInput,
  DeleteAllCheckInsPayload,
  DeleteWeeklyCheckInInput,
  DeleteWeeklyCheckInPayload,
  MyWeek,
  ReplaceWeeklyCheckInInput,
  ReplaceWeeklyCheckInPayload,
  SubmitWeeklyCheckInInput,
  SubmitWeeklyCheckInPayload,
  WeeklyCheckInConnection,
} from './weekly-check-in.types.ts'

@Resolver()
export class WeeklyCheckInResolver {
  @Authorized('check-in.own')
  @Query(() => MyWeek, {
    description: "The signed-in peer's own week, and whether the week before is still open.",
  })
  myWeek(@Ctx('request') ctx: RequestContext): Promise<MyWeek> {
    return checkIns.myWeek(ctx)
  }

  @Authorized('check-in.own')
  @Query(() => CheckInHistory, {
    description:
      'Half a year of own check-ins. Needs the password of the last 30 minutes, 10 on a shared device; else CONFIRM_PASSWORD.',
  })
  myCheckInHistory(@Ctx('request') ctx: RequestContext): Promise<CheckInHistory> {
    return myCheckInHistory(ctx)
  }

  @Authorized('check-in.own')
  @Query(() => WeeklyCheckInConnection, {
    description:
      'All own check-ins. Needs the password of the last 30 minutes, 10 on a shared device; else CONFIRM_PASSWORD.',
  })
  myCheckIns(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<WeeklyCheckInConnection> {
    return myCheckIns(ctx, page)
  }

  @Authorized('check-in.own')
  @Mutation(() => DeleteWeeklyCheckInPayload, {
    description:
      'Deletes one own check-in for good, with every share of it. Needs the password lately given; NOT_FOUND where there is none. Published aggregates stay as they are.',
  })
  deleteWeeklyCheckIn(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => DeleteWeeklyCheckInInput) input: DeleteWeeklyCheckInInput,
  ): Promise<DeleteWeeklyCheckInPayload> {
    return deleteCheckIns(ctx, [input.weekStart])
  }

  @Authorized('check-in.own')
  @Mutation(() => DeleteAllCheckInsPayload, {
    description:
      'Deletes all own check-ins for good, with every share of them. Needs the password lately given. Those that a password reset has locked stay.',
  })
  deleteAllCheckIns(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => DeleteAllCheckInsInput) { isSure }: DeleteAllCheckInsInput,
  ): Promise<DeleteAllCheckInsPayload> {
    return deleteCheckIns(ctx, isSure ? null : [])
  }

  @Authorized('check-in.own')
  @Mutation(() => SubmitWeeklyCheckInPayload, {
    description:
      'Saves a check-in; nobody but the peer will read it. The same key and answers again change nothing; the same key with other answers is a CONFLICT.',
  })
  submitWeeklyCheckIn(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => SubmitWeeklyCheckInInput) input: SubmitWeeklyCheckInInput,
  ) {
    return checkIns.submitWeeklyCheckIn(ctx, input)
  }

  @Authorized('check-in.own')
  @Mutation(() => ReplaceWeeklyCheckInPayload, {
    description: 'Puts these answers in the place of those of the week: only after the peer has seen both.',
  })
  replaceWeeklyCheckIn(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => ReplaceWeeklyCheckInInput) input: ReplaceWeeklyCheckInInput,
  ): Promise<ReplaceWeeklyCheckInPayload> {
    return checkIns.replaceWeeklyCheckIn(ctx, input)
  }
}
