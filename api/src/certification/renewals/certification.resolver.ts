import type { GraphQLResolveInfo } from 'graphql'
import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Args, Authorized, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import { isSelected } from '../../server/graphql/selection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as service from './certification.service.ts'
import { CertificationConnection, CertificationInBrief, CertificationType } from './certification.types.ts'
import { EarnedHours, hoursOfPeer, isVoided } from './earned-hours.ts'
import { RenewalConnection, RenewalsFilter, RenewalsSort } from './renewal.types.ts'
import { renewals } from './renewals.service.ts'

@Resolver(() => CertificationType)
export class RenewalResolver {
  @Authorized('certification.read')
  @Query(() => RenewalConnection, {
    description: 'Certifications of the organization with their status; by risk unless sorted otherwise.',
  })
  renewals(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => RenewalsFilter, { nullable: true }) filter?: RenewalsFilter,
    @Arg('sort', () => RenewalsSort, { nullable: true }) sort?: RenewalsSort,
  ): Promise<RenewalConnection> {
    const withFacets = isSelected(info, 'facets')
    return renewals(ctx, { filter: filter ?? {}, sort: sort ?? undefined, page, withFacets })
  }

  @Authorized('certification.read')
  @Query(() => CertificationType, {
    description: 'One certification; unknown and foreign ids answer NOT_FOUND.',
  })
  certification(
    @Ctx('request') ctx: RequestContext,
    @Arg('certificationId', () => GraphQLUUID) id: string,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CertificationType> {
    return service.certification(ctx, id, isSelected(info, 'earnedHours'))
  }

  @Authorized('certification.own')
  @Query(() => CertificationConnection, {
    description: "The peer's own certifications, the most pressing first; at most 100 are looked at.",
  })
  myCertifications(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CertificationConnection> {
    return service.myCertifications(ctx, page, isSelected(info, 'edges', 'node', 'earnedHours'))
  }

  @FieldResolver(() => [EarnedHours], {
    description: 'All that is recorded for the peer, the latest first; at most 500.',
  })
  async earnedHours(
    @Ctx('request') ctx: RequestContext,
    @Root() { peer, beside }: CertificationType,
  ): Promise<readonly EarnedHours[]> {
    const hours = await (beside?.earnedHours ?? hoursOfPeer(ctx, peer.id))
    return hours.filter((one) => !isVoided(one))
  }

  @FieldResolver(() => [EarnedHours], {
    description:
      'Hours of the peer that were voided or replaced by a correction, the latest first; they count nowhere. At most 500.',
  })
  async voidedHours(
    @Ctx('request') ctx: RequestContext,
    @Root() { peer, beside }: CertificationType,
  ): Promise<readonly EarnedHours[]> {
    const hours = await (beside?.earnedHours ?? hoursOfPeer(ctx, peer.id))
    return hours.filter(isVoided)
  }

  @FieldResolver(() => [CertificationInBrief], {
    description: 'What the peer holds beside this one, the most pressing first, as it stands today.',
  })
  otherCertifications(
    @Ctx('request') ctx: RequestContext,
    @Root() root: CertificationType,
  ): Promise<CertificationInBrief[]> {
    return service.otherCertifications(ctx, root)
  }
}
