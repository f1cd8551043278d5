import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Args, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { logSupervisionSession } from './log-session.service.ts'
import { loggedSession, mySessions, sessionsAlreadyLogged, sessionsOf } from './session.service.ts'
import {
  LoggedSession,
  LoggedSessionsArgs,
  LogSupervisionSessionInput,
  LogSupervisionSessionPayload,
  MySessionsArgs,
  SupervisionSession,
  SupervisionSessionConnection,
} from './session.types.ts'

@Resolver(() => LogSupervisionSessionPayload)
export class SessionResolver {
  @FieldResolver(() => SupervisionSession)
  session(
    @Ctx('request') ctx: RequestContext,
    @Root() { sessionId }: LogSupervisionSessionPayload,
  ): Promise<SupervisionSession> {
    return loggedSession(ctx, sessionId)
  }

  @Authorized('session.own')
  @Query(() => SupervisionSessionConnection, {
    description:
      "The signed-in peer's sessions, the latest first, with all that was written about them. CONFIRM_PASSWORD on a shared device where notes of supportive sessions are asked for or searched.",
  })
  mySessions(
    @Ctx('request') ctx: RequestContext,
    @Args(() => MySessionsArgs) args: MySessionsArgs,
  ): Promise<SupervisionSessionConnection> {
    return mySessions(ctx, args)
  }

  @Authorized('session.read')
  @Query(() => SupervisionSessionConnection, {
    description:
      'Sessions of a peer: that they took place; notes only where the wall lets the reader. NOT_FOUND for others.',
  })
  sessionsOf(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID) peerId: string,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<SupervisionSessionConnection> {
    return sessionsOf(ctx, peerId, page)
  }

  @Authorized('session.log')
  @Query(() => SupervisionSession, {
    description: 'A session that one logged, with all of it that one may read. NOT_FOUND for others.',
  })
  loggedSession(
    @Ctx('request') ctx: RequestContext,
    @Arg('sessionId', () => GraphQLUUID) sessionId: string,
  ): Promise<SupervisionSession> {
    return loggedSession(ctx, sessionId)
  }

  @Authorized('session.log')
  @Query(() => [LoggedSession], {
    description: 'Sessions that you have logged with any of these peers and types on that day; at most 10.',
  })
  sessionsAlreadyLogged(
    @Ctx('request') ctx: RequestContext,
    @Args(() => LoggedSessionsArgs) args: LoggedSessionsArgs,
  ): Promise<LoggedSession[]> {
    return sessionsAlreadyLogged(ctx, args)
  }

  @Authorized('session.log')
  @Mutation(() => LogSupervisionSessionPayload, {
    description:
      'Keeps a held session of the own caseload. The same key and input again change nothing; the same key with other input is a CONFLICT.',
  })
  logSupervisionSession(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => LogSupervisionSessionInput) input: LogSupervisionSessionInput,
  ): Promise<LogSupervisionSessionPayload> {
    return logSupervisionSession(ctx, input)
  }
}
