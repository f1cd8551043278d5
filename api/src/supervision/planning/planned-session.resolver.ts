import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as changes from './change-planned.service.ts'
import { createPlannedSession } from './plan-sessions.service.ts'
import {
  CancelPlannedSessionInput,
  CancelPlannedSessionPayload,
  CreatePlannedSessionInput,
  CreatePlannedSessionPayload,
  MarkPlannedSessionMissedInput,
  MarkPlannedSessionMissedPayload,
  RestorePlannedSessionInput,
  RestorePlannedSessionPayload,
  UpdatePlannedSessionInput,
  UpdatePlannedSessionPayload,
} from './planned-session-changes.types.ts'
import { MyPlannedSessionsArgs, PlannedSessionConnection, SuggestedSession } from './planned-session.types.ts'
import { myPlannedSessions, plannedSessionsOf, suggestedSession } from './planned-sessions.service.ts'

@Resolver()
export class PlannedSessionResolver {
  @Authorized('session.change-planned')
  @Query(() => PlannedSessionConnection, {
    description:
      'Planned sessions of the person signed in, as a supervisor and as a peer, the nearest first.',
  })
  myPlannedSessions(
    @Ctx('request') ctx: RequestContext,
    @Args(() => MyPlannedSessionsArgs) args: MyPlannedSessionsArgs,
  ): Promise<PlannedSessionConnection> {
    return myPlannedSessions(ctx, args)
  }

  @Authorized('session.read')
  @Query(() => PlannedSessionConnection, {
    description:
      'Planned sessions of a peer, whatever became of them, the latest first. Empty for a peer of whom the reader may know nothing.',
  })
  plannedSessionsOf(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID) peerId: string,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<PlannedSessionConnection> {
    return plannedSessionsOf(ctx, peerId, page)
  }

  @Authorized('session.log')
  @Query(() => SuggestedSession, {
    description:
      'The next session with a peer as the last one was. NOT_FOUND for a peer whom one does not supervise.',
  })
  suggestedSession(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID) peerId: string,
  ): Promise<SuggestedSession> {
    return suggestedSession(ctx, peerId)
  }

  @Authorized('session.log')
  @Mutation(() => CreatePlannedSessionPayload, {
    description:
      'Plans a session with peers of the own caseload, or a series of them, and tells the peers. BAD_INPUT names a day after the supervision ends, and a time that has passed.',
  })
  createPlannedSession(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreatePlannedSessionInput) input: CreatePlannedSessionInput,
  ): Promise<CreatePlannedSessionPayload> {
    return createPlannedSession(ctx, input)
  }

  @Authorized('session.change-planned')
  @Mutation(() => UpdatePlannedSessionPayload, {
    description:
      'Moves a scheduled session, or it and all that follow in its series, and tells the other one. CONFLICT (`supervision.planning.not-scheduled`) once it was cancelled, missed or held.',
  })
  updatePlannedSession(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UpdatePlannedSessionInput) input: UpdatePlannedSessionInput,
  ) {
    return changes.updatePlannedSession(ctx, input)
  }

  @Authorized('session.change-planned')
  @Mutation(() => CancelPlannedSessionPayload, {
    description:
      'Cancels a session before it begins and tells the other one. CONFLICT (`supervision.planning.has-begun`) afterwards.',
  })
  cancelPlannedSession(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CancelPlannedSessionInput) input: CancelPlannedSessionInput,
  ) {
    return changes.cancelPlannedSession(ctx, input)
  }

  @Authorized('session.change-planned')
  @Mutation(() => MarkPlannedSessionMissedPayload, {
    description:
      'Says that a session did not take place. CONFLICT (`supervision.planning.has-not-begun`) before it begins.',
  })
  markPlannedSessionMissed(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => MarkPlannedSessionMissedInput) input: MarkPlannedSessionMissedInput,
  ) {
    return changes.markPlannedSessionMissed(ctx, input)
  }

  @Authorized('session.change-planned')
  @Mutation(() => RestorePlannedSessionPayload, {
    description: 'Undoes a cancellation, or that it was marked as missed.',
  })
  restorePlannedSession(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RestorePlannedSessionInput) input: RestorePlannedSessionInput,
  ) {
    return changes.restorePlannedSession(ctx, input)
  }
}
