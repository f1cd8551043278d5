import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as proqol from './proqol.service.ts'
import {
  ReplaceProqolItemsInput,
  ReplaceProqolItemsPayload,
  MyProqol,
  ProqolItems,
  ProqolResponseConnection,
  SubmitProqolAnswersInput,
  SubmitProqolAnswersPayload,
} from './proqol.types.ts'

@Resolver()
export class ProqolResolver {
  @Authorized('questionnaire.own')
  @Query(() => MyProqol, { description: 'ProQOL 5 (Stamm) for the signed-in peer, with what was begun.' })
  myProqol(@Ctx('request') ctx: RequestContext): Promise<MyProqol> {
    return proqol.myProqol(ctx)
  }

  @Authorized('questionnaire.own')
  @Query(() => ProqolResponseConnection, {
    description: 'Own finished questionnaires, the latest first. Nobody else can read them.',
  })
  myProqolResponses(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ProqolResponseConnection> {
    return proqol.myProqolResponses(ctx, page)
  }

  @Authorized('questionnaire.own')
  @Mutation(() => SubmitProqolAnswersPayload, {
    description:
      'Keeps answers of the open questionnaire, or begins one. The same answers again change nothing. BAD_INPUT outside 1-5 or 1-30; CONFLICT (`wellness.questionnaires.too-soon`) within 30 days of the last.',
  })
  submitProqolAnswers(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => SubmitProqolAnswersInput) input: SubmitProqolAnswersInput,
  ): Promise<SubmitProqolAnswersPayload> {
    return proqol.submitProqolAnswers(ctx, input)
  }

  @Authorized('questionnaire.items')
  @Query(() => ProqolItems, {
    nullable: true,
    description: 'The sentences that the organization brought, if any.',
  })
  proqolItems(@Ctx('request') ctx: RequestContext): Promise<ProqolItems | null> {
    return proqol.proqolItems(ctx)
  }

  @Authorized('questionnaire.items')
  @Mutation(() => ReplaceProqolItemsPayload, {
    description:
      'Brings the sentences of ProQOL 5, unchanged. BAD_INPUT where they are not exactly thirty, or the credit line does not name Stamm and proqol.org.',
  })
  replaceProqolItems(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => ReplaceProqolItemsInput) input: ReplaceProqolItemsInput,
  ): Promise<ReplaceProqolItemsPayload> {
    return proqol.replaceProqolItems(ctx, input)
  }
}
