import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Arg, Args, Authorized, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as leave from './leave.service.ts'
import {
  LeaveDays,
  PeerChoices,
  PeerConnection,
  PeerProfile,
  PeersFilter,
  PeersSort,
  PlacementDetails,
} from './peer.types.ts'
import * as service from './peers.service.ts'
import * as placements from './placements.service.ts'

const REVISION = 'As last read; another number answers CONFLICT.'

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
  @Query(() => String, {
    description:
      'The same rows as `peers` as CSV; asks for the password, and the audit trail keeps that it left.',
  })
  peersCsv(
    @Ctx('request') ctx: RequestContext,
    @Arg('filter', () => PeersFilter, { nullable: true }) filter?: PeersFilter,
    @Arg('sort', () => PeersSort, { nullable: true }) sort?: PeersSort,
  ): Promise<string> {
    return service.peersCsv(ctx, filter ?? {}, sort ?? undefined)
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

  @Authorized('people.manage')
  @Mutation(() => GraphQLUUID, {
    description:
      'Places a peer; answers the placement. One that crosses another at the same agency, ends before it begins or makes more than full time is refused.',
  })
  addPlacement(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID) peerId: string,
    @Arg('input', () => PlacementDetails) input: PlacementDetails,
  ): Promise<string> {
    return placements.addPlacement(ctx, peerId, input)
  }

  @Authorized('people.manage')
  @Mutation(() => GraphQLUUID, {
    description: 'Corrects or ends a placement; the same is refused as for a new one.',
  })
  correctPlacement(
    @Ctx('request') ctx: RequestContext,
    @Arg('placementId', () => GraphQLUUID) placementId: string,
    @Arg('revision', () => Int, { description: REVISION }) revision: number,
    @Arg('input', () => PlacementDetails) input: PlacementDetails,
  ): Promise<string> {
    return placements.correctPlacement(ctx, placementId, revision, input)
  }

  @Authorized('people.manage')
  @Mutation(() => GraphQLUUID, {
    description:
      'Withdraws a placement that was entered by mistake: it counts nowhere any more, and stays readable.',
  })
  withdrawPlacement(
    @Ctx('request') ctx: RequestContext,
    @Arg('placementId', () => GraphQLUUID) placementId: string,
    @Arg('revision', () => Int, { description: REVISION }) revision: number,
  ): Promise<string> {
    return placements.withdrawPlacement(ctx, placementId, revision)
  }

  @Authorized('people.manage')
  @Mutation(() => GraphQLUUID, {
    description: 'Takes a withdrawal back; refused where another placement stands in its time meanwhile.',
  })
  undoPlacementWithdrawal(
    @Ctx('request') ctx: RequestContext,
    @Arg('placementId', () => GraphQLUUID) placementId: string,
    @Arg('revision', () => Int, { description: REVISION }) revision: number,
  ): Promise<string> {
    return placements.undoPlacementWithdrawal(ctx, placementId, revision)
  }

  @Authorized('peer.record')
  @Mutation(() => GraphQLUUID, {
    description: 'How many people a peer stood by at a placement on a day; by the peer or a manager.',
  })
  recordCaseload(
    @Ctx('request') ctx: RequestContext,
    @Arg('placementId', () => GraphQLUUID) placementId: string,
    @Arg('people', () => Int, { description: '0 to 500.' }) people: number,
    @Arg('countedOn', () => GraphQLLocalDate, { description: 'Today or before, within the placement.' })
    countedOn: string,
  ): Promise<string> {
    return placements.recordCaseload(ctx, placementId, people, countedOn)
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
