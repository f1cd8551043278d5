import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import * as corrections from './session-corrections.service.ts'
import {
  CorrectSupervisionSessionInput,
  CorrectSupervisionSessionPayload,
  RestoreSupervisionSessionInput,
  RestoreSupervisionSessionPayload,
  VoidSupervisionSessionInput,
  VoidSupervisionSessionPayload,
} from './session-corrections.types.ts'
import { loggedSession } from './session.service.ts'
import { SupervisionSession } from './session.types.ts'

@Resolver(() => CorrectSupervisionSessionPayload)
export class SessionCorrectionsResolver {
  @FieldResolver(() => SupervisionSession)
  session(
    @Ctx('request') ctx: RequestContext,
    @Root() { sessionId }: CorrectSupervisionSessionPayload,
  ): Promise<SupervisionSession> {
    return loggedSession(ctx, sessionId)
  }

  @Authorized('session.log')
  @Mutation(() => CorrectSupervisionSessionPayload, {
    description:
      'Corrects a session that one logged, by a further version; the earlier one stays readable. Whoever stands in one of them is told. CONFLICT where the version does not count any more.',
  })
  correctSupervisionSession(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CorrectSupervisionSessionInput) input: CorrectSupervisionSessionInput,
  ): Promise<CorrectSupervisionSessionPayload> {
    return corrections.correctSupervisionSession(ctx, input)
  }

  @Authorized('session.log')
  @Mutation(() => VoidSupervisionSessionPayload, {
    description:
      'Voids a session that one logged by mistake: it counts for nothing, and stays readable. CONFLICT where it does not count any more.',
  })
  voidSupervisionSession(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => VoidSupervisionSessionInput) input: VoidSupervisionSessionInput,
  ): Promise<VoidSupervisionSessionPayload> {
    return corrections.voidSupervisionSession(ctx, input)
  }

  @Authorized('session.log')
  @Mutation(() => RestoreSupervisionSessionPayload, {
    description:
      'Lets a version count again that was voided or corrected; a later version that counts now is voided. CONFLICT where it counts already.',
  })
  restoreSupervisionSession(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RestoreSupervisionSessionInput) input: RestoreSupervisionSessionInput,
  ): Promise<RestoreSupervisionSessionPayload> {
    return corrections.restoreSupervisionSession(ctx, input)
  }
}
