import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as mine from './my-talk.service.ts'
import * as toMe from './talk-to-me.service.ts'
import {
  AcceptTalkOfferInput,
  AcceptTalkOfferPayload,
  CancelTalkRequestInput,
  CancelTalkRequestPayload,
  CreateTalkRequestInput,
  CreateTalkRequestPayload,
  DeclineTalkOfferInput,
  DeclineTalkOfferPayload,
  MyTalkRequestConnection,
  ProposeTalkTimeInput,
  ProposeTalkTimePayload,
  TalkRequestToMeConnection,
} from './talk.types.ts'

@Resolver()
export class TalkResolver {
  @Authorized('talk.own')
  @Query(() => MyTalkRequestConnection, {
    description: 'When the signed-in peer asked to talk, and the times that were offered.',
  })
  myTalkRequests(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<MyTalkRequestConnection> {
    return mine.myTalkRequests(ctx, page)
  }

  @Authorized('talk.own')
  @Mutation(() => CreateTalkRequestPayload, {
    description:
      'Asks a supportive supervisor to talk, without a reason. While one is open to the same supervisor, a second is a CONFLICT. NOT_FOUND for anybody else.',
  })
  createTalkRequest(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreateTalkRequestInput) input: CreateTalkRequestInput,
  ): Promise<CreateTalkRequestPayload> {
    return mine.createTalkRequest(ctx, input)
  }

  @Authorized('talk.own')
  @Mutation(() => CancelTalkRequestPayload, {
    description: 'The peer does not need it any more. A request that is closed stays as it is.',
  })
  cancelTalkRequest(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CancelTalkRequestInput) input: CancelTalkRequestInput,
  ): Promise<CancelTalkRequestPayload> {
    return mine.cancelTalkRequest(ctx, input.requestId)
  }

  @Authorized('talk.own')
  @Mutation(() => AcceptTalkOfferPayload, {
    description: 'Accepts a time. NOT_FOUND where the offer is answered or replaced already.',
  })
  acceptTalkOffer(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => AcceptTalkOfferInput) input: AcceptTalkOfferInput,
  ): Promise<AcceptTalkOfferPayload> {
    return mine.answerTalkOffer(ctx, input.offerId, 'ACCEPTED')
  }

  @Authorized('talk.own')
  @Mutation(() => DeclineTalkOfferPayload, {
    description: 'Asks for another time. NOT_FOUND where the offer is answered or replaced already.',
  })
  declineTalkOffer(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => DeclineTalkOfferInput) input: DeclineTalkOfferInput,
  ): Promise<DeclineTalkOfferPayload> {
    return mine.answerTalkOffer(ctx, input.offerId, 'ANOTHER_TIME')
  }

  @Authorized('talk.offer')
  @Query(() => TalkRequestToMeConnection, {
    description:
      'Who would like to talk with the signed-in supportive supervisor: open requests, and accepted ones until their day has passed.',
  })
  talkRequestsToMe(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<TalkRequestToMeConnection> {
    return toMe.talkRequestsToMe(ctx, page)
  }

  @Authorized('talk.offer')
  @Mutation(() => ProposeTalkTimePayload, {
    description:
      'Offers a time. It takes the place of one that the peer has not answered. NOT_FOUND where the request is closed or to somebody else.',
  })
  proposeTalkTime(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => ProposeTalkTimeInput) input: ProposeTalkTimeInput,
  ): Promise<ProposeTalkTimePayload> {
    return toMe.proposeTalkTime(ctx, input)
  }
}
