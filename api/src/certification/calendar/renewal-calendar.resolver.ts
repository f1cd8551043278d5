import { Args, Authorized, Ctx, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { PeerCertificationStatusConnection } from '../status/peer-status.types.ts'
import { certificationStatusesOfMyPeers } from '../status/peer-status.service.ts'
import * as service from './renewal-calendar.service.ts'
import { CalendarSpan, RenewalCalendarConnection } from './renewal-calendar.types.ts'

@Resolver()
export class RenewalCalendarResolver {
  @Authorized('certification.read')
  @Query(() => RenewalCalendarConnection, {
    description:
      'The days of a span on which certificates end, renewal opens, or a renewal is due, in order.',
  })
  renewalCalendar(
    @Ctx('request') ctx: RequestContext,
    @Args(() => CalendarSpan) span: CalendarSpan,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<RenewalCalendarConnection> {
    return service.renewalCalendar(ctx, span, page)
  }

  @Authorized('team.read')
  @Query(() => PeerCertificationStatusConnection, {
    description: 'Of each peer whom the person supervises, in whatever type: the most pressing status.',
  })
  certificationStatusesOfMyPeers(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<PeerCertificationStatusConnection> {
    return certificationStatusesOfMyPeers(ctx, page)
  }
}
