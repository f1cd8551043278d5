import { Arg, Args, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { loggedSession } from '../sessions/session.service.ts'
import { SupervisionSession, SupervisionSessionConnection } from '../sessions/session.types.ts'
import { amendSupervisionSession } from './amend-session.service.ts'
import { acknowledgeSupervisionSession, signSupervisionSessions } from './signing.service.ts'
import {
  AcknowledgeSupervisionSessionInput,
  AcknowledgeSupervisionSessionPayload,
  AmendSupervisionSessionInput,
  AmendSupervisionSessionPayload,
  SignSupervisionSessionsInput,
  SignSupervisionSessionsPayload,
} from './signing.types.ts'
import { sessionsToAcknowledge, sessionsToSign } from './waiting-sessions.service.ts'

@Resolver(() => AmendSupervisionSessionPayload)
export class SigningResolver {
  @FieldResolver(() => SupervisionSession)
  session(
    @Ctx('request') ctx: RequestContext,
    @Root() { sessionId }: AmendSupervisionSessionPayload,
  ): Promise<SupervisionSession> {
    return loggedSession(ctx, sessionId)
  }

  @Authorized('session.log')
  @Query(() => SupervisionSessionConnection, {
    description:
      'Sessions of the last 60 days that one held and has not signed, the oldest first; until 14 days after the supervision ended.',
  })
  sessionsToSign(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<SupervisionSessionConnection> {
    return sessionsToSign(ctx, page)
  }

  @Authorized('session.own')
  @Query(() => SupervisionSessionConnection, {
    description:
      'Sessions of the last 60 days that one took part in and has not acknowledged, the oldest first.',
  })
  sessionsToAcknowledge(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<SupervisionSessionConnection> {
    return sessionsToAcknowledge(ctx, page)
  }

  @Authorized('session.log')
  @Mutation(() => SignSupervisionSessionsPayload, {
    description:
      'Signs sessions that one held, all of them or none. NOT_FOUND for others. CONFLICT where a version does not count any more, or where the supervision ended more than 14 days ago.',
  })
  signSupervisionSessions(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => SignSupervisionSessionsInput) input: SignSupervisionSessionsInput,
  ): Promise<SignSupervisionSessionsPayload> {
    return signSupervisionSessions(ctx, input.sessionIds)
  }

  @Authorized('session.own')
  @Mutation(() => AcknowledgeSupervisionSessionPayload, {
    description:
      'A peer acknowledges a session that they took part in, or comments on parts of it. NOT_FOUND for others. CONFLICT where the version does not count any more.',
  })
  acknowledgeSupervisionSession(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => AcknowledgeSupervisionSessionInput) input: AcknowledgeSupervisionSessionInput,
  ): Promise<AcknowledgeSupervisionSessionPayload> {
    return acknowledgeSupervisionSession(ctx, input)
  }

  @Authorized('session.log')
  @Mutation(() => AmendSupervisionSessionPayload, {
    description:
      'Amends a signed session that one logged, by a further version with a reason; the signed one stays readable. Whoever stands in one of them is told. CONFLICT where nobody has signed it, or where it does not count any more.',
  })
  amendSupervisionSession(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => AmendSupervisionSessionInput) input: AmendSupervisionSessionInput,
  ): Promise<AmendSupervisionSessionPayload> {
    return amendSupervisionSession(ctx, input)
  }
}
