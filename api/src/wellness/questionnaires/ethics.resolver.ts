import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as ethics from './ethics.service.ts'
import {
  EthicsReflection,
  EthicsReflectionConnection,
  SubmitEthicsAnswersInput,
  SubmitEthicsAnswersPayload,
} from './ethics.types.ts'

@Resolver()
export class EthicsResolver {
  @Authorized('questionnaire.own')
  @Query(() => EthicsReflection, {
    nullable: true,
    description: 'The ethics reflection that the signed-in peer has begun and not finished, if any.',
  })
  myOpenEthicsReflection(@Ctx('request') ctx: RequestContext): Promise<EthicsReflection | null> {
    return ethics.myOpenEthicsReflection(ctx)
  }

  @Authorized('questionnaire.own')
  @Query(() => EthicsReflectionConnection, {
    description: 'Own finished ethics reflections, the latest first. Nobody else can read them.',
  })
  myEthicsReflections(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<EthicsReflectionConnection> {
    return ethics.myEthicsReflections(ctx, page)
  }

  @Authorized('questionnaire.own')
  @Mutation(() => SubmitEthicsAnswersPayload, {
    description:
      'Keeps answers of the open ethics reflection, or begins one. The same answers again change nothing. BAD_INPUT outside 1-5 or 1-27, and where it ends without any answer; CONFLICT (`wellness.questionnaires.locked`) where one from before a password reset is open and still locked.',
  })
  submitEthicsAnswers(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => SubmitEthicsAnswersInput) input: SubmitEthicsAnswersInput,
  ): Promise<SubmitEthicsAnswersPayload> {
    return ethics.submitEthicsAnswers(ctx, input)
  }
}
