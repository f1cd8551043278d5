import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { OpenSharePayload } from './opened-share.types.ts'
import * as own from './own-shares.service.ts'
import * as received from './received-shares.service.ts'
import {
  CreateShareInput,
  CreateSharePayload,
  OpenShareInput,
  ReceivedShareConnection,
  ShareConnection,
  WithdrawShareInput,
  WithdrawSharePayload,
} from './share.types.ts'

@Resolver()
export class ShareResolver {
  @Authorized('self-care.own')
  @Query(() => ShareConnection, {
    description: 'What the signed-in person shares and has shared of their own, with each look at it.',
  })
  myShares(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ShareConnection> {
    return own.myShares(ctx, page)
  }

  @Authorized('self-care.own')
  @Mutation(() => CreateSharePayload, {
    description:
      'Shares one thing of one’s own with one supportive supervisor, for 1-90 days; the receiver is told that something is shared. The same thing to the same person again takes the place of the earlier share. Anybody but a supportive supervisor of today is refused as not found.',
  })
  createShare(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreateShareInput) input: CreateShareInput,
  ): Promise<CreateSharePayload> {
    return own.createShare(ctx, input)
  }

  @Authorized('self-care.own')
  @Mutation(() => WithdrawSharePayload, {
    description:
      'From the next request on, nobody can look at it. A second time changes nothing; NOT_FOUND where there is none.',
  })
  withdrawShare(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => WithdrawShareInput) input: WithdrawShareInput,
  ): Promise<WithdrawSharePayload> {
    return own.withdrawShare(ctx, input.shareId)
  }

  @Authorized('share.look')
  @Query(() => ReceivedShareConnection, {
    description:
      'What this person shares with the signed-in supportive supervisor now. Empty for everybody else, and where nothing is shared.',
  })
  sharesOfPeer(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID) peerId: string,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ReceivedShareConnection> {
    return received.sharesOfPeer(ctx, peerId, page)
  }

  @Authorized('share.look')
  @Mutation(() => OpenSharePayload, {
    description:
      'Reads what is shared with the signed-in supportive supervisor, after writing down the look, which the owner sees. NOT_FOUND once it is withdrawn or expired, or the supervision has ended.',
  })
  openShare(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => OpenShareInput) input: OpenShareInput,
  ): Promise<OpenSharePayload> {
    return received.openShare(ctx, input.shareId)
  }
}
