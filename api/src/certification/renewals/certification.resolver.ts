import type { GraphQLResolveInfo } from 'graphql'
import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Arg, Args, Authorized, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql'
import { PersonConnection } from '../../people/person.types.ts'
import { PageArgs } from '../../server/graphql/connection.ts'
import { isSelected } from '../../server/graphql/selection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as service from './certification.service.ts'
import { CertificationConnection, CertificationInBrief, CertificationType } from './certification.types.ts'
import { EarnedHours, hoursOfPeer, isVoided } from './earned-hours.ts'
import {
  PeersWithoutCertificationFilter,
  RenewalConnection,
  RenewalsFilter,
  RenewalsSort,
} from './renewal.types.ts'
import { peersWithoutCertification, teamNameOf, verifiedOn } from './renewal-extras.service.ts'
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
    @Arg('skip', () => Int, {
      defaultValue: 0,
      description: 'How many rows to leave out before the page, 0-100,000: for a page by its number.',
    })
    skip = 0,
  ): Promise<RenewalConnection> {
    const withFacets = isSelected(info, 'facets')
    return renewals(ctx, { filter: filter ?? {}, sort: sort ?? undefined, page, withFacets, skip })
  }

  @Authorized('certification.read')
  @Query(() => PersonConnection, {
    description: 'Peers who work here and hold no certification on file, by name.',
  })
  peersWithoutCertification(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => PeersWithoutCertificationFilter, { nullable: true })
    filter?: PeersWithoutCertificationFilter,
  ): Promise<PersonConnection> {
    return peersWithoutCertification(ctx, filter ?? {}, page)
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

  @FieldResolver(() => GraphQLLocalDate, {
    nullable: true,
    description:
      "The day of the latest check at the board's register, where it found the certification as recorded; null: never, or it found otherwise.",
  })
  verifiedOn(
    @Ctx('request') ctx: RequestContext,
    @Root() { id, beside }: CertificationType,
  ): Promise<string | null> | string | null {
    return beside?.verifiedOn === undefined ? verifiedOn(ctx, id) : beside.verifiedOn
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The reporting team of the holder; null: in none.',
  })
  teamName(
    @Ctx('request') ctx: RequestContext,
    @Root() { peer, beside }: CertificationType,
  ): Promise<string | null> | string | null {
    return beside?.teamName === undefined ? teamNameOf(ctx, peer.id) : beside.teamName
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
