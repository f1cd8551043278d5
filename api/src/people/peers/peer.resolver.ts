import type { GraphQLResolveInfo } from 'graphql'
import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Args, Authorized, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import { isSelected } from '../../server/graphql/selection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { LeavePeriod } from '../employment/leave-period.entity.ts'
import { leavePeriodsOf } from '../employment/leave.service.ts'
import type { LeavePeriodShown } from '../employment/leave.types.ts'
import { CaseloadCount } from '../placements/caseload-count.entity.ts'
import { caseloadCountsOf, placementsOf } from '../placements/placement-rows.ts'
import { type CaseloadCountShown, PlacementType } from '../placements/placement.types.ts'
import {
  Peer,
  PeerCertification,
  PeerChoices,
  PeerConnection,
  PeersFilter,
  PeersSort,
  type WorkOfPeer,
} from './peer.types.ts'
import * as service from './peers.service.ts'

@Resolver(() => Peer)
export class PeerResolver {
  @Authorized('people.read')
  @Query(() => PeerConnection, { description: 'Peers of the organization; by name unless sorted otherwise.' })
  peers(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => PeersFilter, { nullable: true }) filter?: PeersFilter,
    @Arg('sort', () => PeersSort, { nullable: true }) sort?: PeersSort,
  ): Promise<PeerConnection> {
    const withFacets = isSelected(info, 'facets')
    const withStatus = isSelected(info, 'edges', 'node', 'certification')
    return service.peers(ctx, { filter: filter ?? {}, sort: sort ?? undefined, page, withFacets, withStatus })
  }

  @Authorized('people.read')
  @Query(() => PeerChoices, { description: 'Host agencies and teams to choose from.' })
  peerChoices(@Ctx('request') ctx: RequestContext): Promise<PeerChoices> {
    return service.peerChoices(ctx)
  }

  @Authorized('peer.read')
  @Query(() => Peer, {
    description:
      'Oneself, a peer of one’s own, or for managers and auditors any; other ids answer NOT_FOUND.',
  })
  peer(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID) peerId: string,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Peer> {
    return service.peer(ctx, peerId, askedOf(info))
  }

  @Authorized('certification.read')
  @FieldResolver(() => PeerCertification, {
    nullable: true,
    description: 'For `peers` alone; null where no certification is on file, and in any other answer.',
  })
  certification(@Root() { certification }: Peer): PeerCertification | null {
    return certification ?? null
  }

  @Authorized('peer.read')
  @FieldResolver(() => [PlacementType], {
    description: 'The latest first; at most 100 with those voided. Not open to tokens.',
  })
  async placements(
    @Ctx('request') ctx: RequestContext,
    @Root() { id, work }: Peer,
  ): Promise<PlacementType[]> {
    const placements = await (work?.placements ?? placementsOf(ctx, id))
    return placements.filter(({ voidedAt }) => voidedAt === null)
  }

  @Authorized('peer.read')
  @FieldResolver(() => [PlacementType], {
    description: 'Entered by mistake; the latest first. Not open to tokens.',
  })
  async voidedPlacements(
    @Ctx('request') ctx: RequestContext,
    @Root() { id, work }: Peer,
  ): Promise<PlacementType[]> {
    const placements = await (work?.placements ?? placementsOf(ctx, id))
    return placements.filter(({ voidedAt }) => voidedAt !== null)
  }

  @Authorized('peer.read')
  @FieldResolver(() => [CaseloadCount], {
    description: 'Of the last two years, the oldest first; at most 500. Not open to tokens.',
  })
  caseloadCounts(
    @Ctx('request') ctx: RequestContext,
    @Root() { id, work }: Peer,
  ): Promise<CaseloadCountShown[]> {
    return work?.caseloadCounts ?? caseloadCountsOf(ctx, id)
  }

  @Authorized('peer.read')
  @FieldResolver(() => [LeavePeriod], {
    description: 'The latest first; at most 100. Not open to tokens.',
  })
  leavePeriods(@Ctx('request') ctx: RequestContext, @Root() { id, work }: Peer): Promise<LeavePeriodShown[]> {
    return work?.leavePeriods ?? leavePeriodsOf(ctx, id)
  }
}

function askedOf(info: GraphQLResolveInfo): (keyof WorkOfPeer)[] {
  const asks = (...fields: string[]) => fields.some((field) => isSelected(info, field))
  return [
    ...(asks('placements', 'voidedPlacements') ? (['placements'] as const) : []),
    ...(asks('caseloadCounts') ? (['caseloadCounts'] as const) : []),
    ...(asks('leavePeriods') ? (['leavePeriods'] as const) : []),
  ]
}
