import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { logSupervisionSession } from './log-session.service.ts'
import { mySessions, sessionsOf } from './session.service.ts'
import { LogSupervisionSessionInput, SessionConnection, SessionLogged } from './session.types.ts'

@Resolver()
export class SessionResolver {
  @Authorized('session.own')
  @Query(() => SessionConnection, {
    description: "The signed-in peer's sessions, the latest first, with all that was written about them.",
  })
  mySessions(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<SessionConnection> {
    return mySessions(ctx, page)
  }

  @Authorized('session.read')
  @Query(() => SessionConnection, {
    description:
      'Sessions of a peer: that they took place; notes only where the wall lets the reader. NOT_FOUND for others.',
  })
  sessionsOf(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID) peerId: string,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<SessionConnection> {
    return sessionsOf(ctx, peerId, page)
  }

  @Authorized('session.log')
  @Mutation(() => SessionLogged, {
    description:
      'Keeps a held session of the own caseload. The same key and input again change nothing; the same key with other input is a CONFLICT.',
  })
  logSupervisionSession(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => LogSupervisionSessionInput) input: LogSupervisionSessionInput,
  ): Promise<SessionLogged> {
    return logSupervisionSession(ctx, input)
  }
}
