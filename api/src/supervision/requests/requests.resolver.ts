import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import {
  CreateSupervisionRequestInput,
  CreateSupervisionRequestPayload,
  MySupervisionRequestConnection,
  SettleSupervisionRequestInput,
  SettleSupervisionRequestPayload,
  SupervisionRequestConnection,
  SupervisionRequestCounts,
  WithdrawSupervisionRequestInput,
  WithdrawSupervisionRequestPayload,
} from './supervision-request.types.ts'
import * as supervision from './supervision-requests.service.ts'
import {
  CreateTimeRequestInput,
  CreateTimeRequestPayload,
  DeclineTimeRequestInput,
  DeclineTimeRequestPayload,
  TimeRequestConnection,
  WithdrawTimeRequestInput,
  WithdrawTimeRequestPayload,
} from './time-request.types.ts'
import * as times from './time-requests.service.ts'

@Resolver()
export class SupervisionRequestsResolver {
  @Authorized('session.change-planned')
  @Query(() => TimeRequestConnection, {
    description:
      'A peer: own requests for a time of the last 60 days. A supervisor: those that wait for them.',
  })
  timeRequests(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<TimeRequestConnection> {
    return times.timeRequests(ctx, page)
  }

  @Authorized('supervision.request')
  @Mutation(() => CreateTimeRequestPayload, {
    description:
      'Asks a current supervisor for a time. CONFLICT (`supervision.requests.time-waits`) while one of the same type waits.',
  })
  createTimeRequest(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreateTimeRequestInput) input: CreateTimeRequestInput,
  ): Promise<CreateTimeRequestPayload> {
    return times.createTimeRequest(ctx, input)
  }

  @Authorized('session.log')
  @Mutation(() => DeclineTimeRequestPayload, {
    description: 'Answers a request without a session. NOT_FOUND where none waits for the caller.',
  })
  declineTimeRequest(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => DeclineTimeRequestInput) input: DeclineTimeRequestInput,
  ): Promise<DeclineTimeRequestPayload> {
    return times.declineTimeRequest(ctx, input)
  }

  @Authorized('supervision.request')
  @Mutation(() => WithdrawTimeRequestPayload, { description: 'NOT_FOUND where none of the own waits.' })
  withdrawTimeRequest(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => WithdrawTimeRequestInput) input: WithdrawTimeRequestInput,
  ): Promise<WithdrawTimeRequestPayload> {
    return times.withdrawTimeRequest(ctx, input)
  }

  @Authorized('supervision.request')
  @Query(() => MySupervisionRequestConnection, {
    description: 'Own requests for more, or other, supervision, with their answers.',
  })
  mySupervisionRequests(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<MySupervisionRequestConnection> {
    return supervision.mySupervisionRequests(ctx, page)
  }

  @Authorized('supervision.request')
  @Mutation(() => CreateSupervisionRequestPayload, {
    description:
      'Asks for more, or other, supervision; no reason. CONFLICT (`supervision.requests.waits`) while one waits.',
  })
  createSupervisionRequest(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreateSupervisionRequestInput) input: CreateSupervisionRequestInput,
  ): Promise<CreateSupervisionRequestPayload> {
    return supervision.createSupervisionRequest(ctx, input)
  }

  @Authorized('supervision.request')
  @Mutation(() => WithdrawSupervisionRequestPayload, {
    description: 'NOT_FOUND where none of the own waits.',
  })
  withdrawSupervisionRequest(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => WithdrawSupervisionRequestInput) input: WithdrawSupervisionRequestInput,
  ): Promise<WithdrawSupervisionRequestPayload> {
    return supervision.withdrawSupervisionRequest(ctx, input)
  }

  @Authorized('supervision.answer-request')
  @Query(() => SupervisionRequestConnection, {
    description: 'Who waits for an answer, and for how long; never what was wished for.',
  })
  supervisionRequests(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<SupervisionRequestConnection> {
    return supervision.supervisionRequests(ctx, page)
  }

  @Authorized('supervision.read')
  @Query(() => SupervisionRequestCounts, { description: 'How many wait, and how long an answer takes.' })
  supervisionRequestCounts(@Ctx('request') ctx: RequestContext): Promise<SupervisionRequestCounts> {
    return supervision.supervisionRequestCounts(ctx)
  }

  @Authorized('supervision.answer-request')
  @Mutation(() => SettleSupervisionRequestPayload, {
    description: 'Answers a request. NOT_FOUND for one that waits no more, and for the own.',
  })
  settleSupervisionRequest(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => SettleSupervisionRequestInput) input: SettleSupervisionRequestInput,
  ): Promise<SettleSupervisionRequestPayload> {
    return supervision.settleSupervisionRequest(ctx, input)
  }
}
