import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as drafts from './drift-flag-draft.service.ts'
import {
  CreateDriftFlagDraftInput,
  CreateDriftFlagDraftPayload,
  DriftFlagDraftConnection,
  RemoveDriftFlagDraftInput,
  RemoveDriftFlagDraftPayload,
} from './drift-flag-draft.types.ts'

@Resolver()
export class DriftFlagDraftResolver {
  @Authorized('flag.own')
  @Query(() => DriftFlagDraftConnection, {
    description: 'Flags that the signed-in peer has not raised. Nobody else can ask for, list or count them.',
  })
  myDriftFlagDrafts(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<DriftFlagDraftConnection> {
    return drafts.myDriftFlagDrafts(ctx, page)
  }

  @Authorized('flag.own')
  @Mutation(() => CreateDriftFlagDraftPayload, {
    description:
      'Saves what the peer may raise as a flag later, by `raiseDriftFlag` with its id. Nobody is told.',
  })
  createDriftFlagDraft(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreateDriftFlagDraftInput) input: CreateDriftFlagDraftInput,
  ): Promise<CreateDriftFlagDraftPayload> {
    return drafts.createDriftFlagDraft(ctx, input)
  }

  @Authorized('flag.own')
  @Mutation(() => RemoveDriftFlagDraftPayload, {
    description: 'Removes a draft; nothing is left of it. NOT_FOUND where there is none.',
  })
  removeDriftFlagDraft(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RemoveDriftFlagDraftInput) input: RemoveDriftFlagDraftInput,
  ): Promise<RemoveDriftFlagDraftPayload> {
    return drafts.removeDriftFlagDraft(ctx, input)
  }
}
