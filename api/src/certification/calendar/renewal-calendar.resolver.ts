import { Args, Authorized, Ctx, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { PeerCertificationStatus } from '../status/peer-status.types.ts'
import { certificationStatusesOfMyPeers } from '../status/peer-status.service.ts'
import * as service from './renewal-calendar.service.ts'
import { CalendarSpan, RenewalCalendar } from './renewal-calendar.types.ts'

@Resolver()
export class RenewalCalendarResolver {
  @Authorized('certification.read')
  @Query(() => RenewalCalendar, {
    description:
      'The days of a span on which certificates end, renewal opens, or a renewal is due, in order.',
  })
  renewalCalendar(
    @Ctx('request') ctx: RequestContext,
    @Args(() => CalendarSpan) span: CalendarSpan,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<RenewalCalendar> {
    return service.renewalCalendar(ctx, span, page)
  }

  @Authorized('certification.read')
  @Query(() => String, {
    description:
      'All days of `renewalCalendar` as CSV (RFC 4180); the password must have been given within 10 minutes.',
  })
  renewalCalendarCsv(
    @Ctx('request') ctx: RequestContext,
    @Args(() => CalendarSpan) span: CalendarSpan,
  ): Promise<string> {
    return service.renewalCalendarCsv(ctx, span)
  }

  @Authorized('team.read')
  @Query(() => [PeerCertificationStatus], {
    description:
      'Of each peer whom the person supervises, in whatever type: the most pressing status. At most 500.',
  })
  certificationStatusesOfMyPeers(@Ctx('request') ctx: RequestContext): Promise<PeerCertificationStatus[]> {
    return certificationStatusesOfMyPeers(ctx)
  }
}
