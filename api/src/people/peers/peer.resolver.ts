import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as leave from '../employment/leave.service.ts'
import {
  LeaveDays,
  PeerChoices,
  PeerConnection,
  PeerCounts,
  PeerProfile,
  PeersFilter,
  PeersSort,
} from './peer.types.ts'
import * as service from './peers.service.ts'

@Resolver()
export class PeerResolver {
  @Authorized('people.read')
  @Query(() => PeerConnection, { description: 'Peers of the organization; by name unless sorted otherwise.' })
  peers(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => PeersFilter, { nullable: true }) filter?: PeersFilter,
    @Arg('sort', () => PeersSort, { nullable: true }) sort?: PeersSort,
  ): Promise<PeerConnection> {
    return service.peers(ctx, filter ?? {}, sort ?? undefined, page)
  }

  @Authorized('people.read')
  @Query(() => PeerCounts, {
    description: 'The numbers on the filters of `peers`, for a filter of the same kind.',
  })
  peerCounts(
    @Ctx('request') ctx: RequestContext,
    @Arg('filter', () => PeersFilter, { nullable: true }) filter?: PeersFilter,
  ): Promise<PeerCounts> {
    return service.peerCounts(ctx, filter ?? {})
  }

  @Authorized('people.read')
  @Query(() => PeerChoices, { description: 'Host agencies and teams to choose from.' })
  peerChoices(@Ctx('request') ctx: RequestContext): Promise<PeerChoices> {
    return service.peerChoices(ctx)
  }

  @Authorized('peer.read')
  @Query(() => PeerProfile, {
    description:
      'Oneself, a peer of one’s own, or for managers and auditors any; other ids answer NOT_FOUND.',
  })
  peer(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID) peerId: string,
  ): Promise<PeerProfile> {
    return service.peer(ctx, peerId)
  }

  @Authorized('peer.record')
  @Mutation(() => GraphQLUUID, {
    description: 'Days away, by the peer or a manager; answers the leave. Crossing another one is refused.',
  })
  recordLeave(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID) peerId: string,
    @Arg('days', () => LeaveDays) days: LeaveDays,
  ): Promise<string> {
    return leave.recordLeave(ctx, peerId, days)
  }

  @Authorized('peer.record')
  @Mutation(() => GraphQLUUID, { description: 'Other days for a leave: it ended, or it lasts longer.' })
  changeLeave(
    @Ctx('request') ctx: RequestContext,
    @Arg('leaveId', () => GraphQLUUID) leaveId: string,
    @Arg('days', () => LeaveDays) days: LeaveDays,
  ): Promise<string> {
    return leave.changeLeave(ctx, leaveId, days)
  }

  @Authorized('peer.record')
  @Mutation(() => GraphQLUUID, { description: 'Takes back a leave that was entered by mistake.' })
  removeLeave(
    @Ctx('request') ctx: RequestContext,
    @Arg('leaveId', () => GraphQLUUID) leaveId: string,
  ): Promise<string> {
    return leave.removeLeave(ctx, leaveId)
  }
}
