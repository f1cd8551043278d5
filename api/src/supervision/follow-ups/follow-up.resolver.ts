import { Arg, Args, Authorized, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import * as lists from './follow-up-lists.service.ts'
import * as followUps from './follow-up.service.ts'
import {
  AddFollowUpReaderInput,
  AddFollowUpReaderPayload,
  CreateFollowUpInput,
  CreateFollowUpPayload,
  DueFollowUpsArgs,
  FollowUpConnection,
  FollowUpsArgs,
  FollowUpsOfArgs,
  UpdateFollowUpInput,
  UpdateFollowUpPayload,
} from './follow-up.types.ts'

@Resolver()
export class FollowUpResolver {
  @Authorized('session.own')
  @Query(() => FollowUpConnection, {
    description:
      'What the signed-in peer agreed on with their supervisors. CONFIRM_PASSWORD on a shared device where one of them is a supportive one.',
  })
  myFollowUps(
    @Ctx('request') ctx: RequestContext,
    @Args(() => FollowUpsArgs) args: FollowUpsArgs,
  ): Promise<FollowUpConnection> {
    return lists.followUpsOf(ctx, { ...args, peerId: null })
  }

  @Authorized('session.own')
  @Query(() => Int, {
    description:
      'How many open follow-ups of the signed-in peer’s own are due; on a shared device without the supportive ones.',
  })
  myDueFollowUpCount(
    @Ctx('request') ctx: RequestContext,
    @Args(() => DueFollowUpsArgs) { dueBy }: DueFollowUpsArgs,
  ): Promise<number> {
    return lists.myDueFollowUpCount(ctx, dueBy)
  }

  @Authorized('team.read')
  @Query(() => FollowUpConnection, {
    description:
      'What came out of supervision of one peer, in the types in which the caller supervises them; of before, the open ones, and of supportive ones those that the peer passed on. Of anybody else it is empty. CONFIRM_PASSWORD as for `myFollowUps`.',
  })
  followUpsOf(
    @Ctx('request') ctx: RequestContext,
    @Args(() => FollowUpsOfArgs) args: FollowUpsOfArgs,
  ): Promise<FollowUpConnection> {
    return lists.followUpsOf(ctx, args)
  }

  @Authorized('supervision.prepare')
  @Mutation(() => CreateFollowUpPayload, {
    description:
      'Agrees on something to be done; the other one is told in the app. NOT_FOUND for a relationship that is not the caller’s or not in force.',
  })
  createFollowUp(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreateFollowUpInput) input: CreateFollowUpInput,
  ): Promise<CreateFollowUpPayload> {
    return followUps.createFollowUp(ctx, input)
  }

  @Authorized('supervision.prepare')
  @Mutation(() => UpdateFollowUpPayload, {
    description:
      'Closes a follow-up or opens it again. Its owner may do all of it, whoever made it may drop it; NOT_FOUND for anybody else.',
  })
  updateFollowUp(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UpdateFollowUpInput) input: UpdateFollowUpInput,
  ): Promise<UpdateFollowUpPayload> {
    return followUps.updateFollowUp(ctx, input)
  }

  @Authorized('session.own')
  @Mutation(() => AddFollowUpReaderPayload, {
    description:
      'The peer passes a supportive follow-up on to a later supportive supervisor. NOT_FOUND for any other follow-up or relationship; CONFIRM_PASSWORD on a shared device.',
  })
  addFollowUpReader(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => AddFollowUpReaderInput) input: AddFollowUpReaderInput,
  ): Promise<AddFollowUpReaderPayload> {
    return followUps.addFollowUpReader(ctx, input)
  }
}
