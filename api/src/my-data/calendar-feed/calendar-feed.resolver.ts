import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import { calendarFeed, createCalendarFeed, revokeCalendarFeed } from './calendar-feed.service.ts'
import {
  CalendarFeedShown,
  CreateCalendarFeedInput,
  CreateCalendarFeedPayload,
  RevokeCalendarFeedPayload,
} from './calendar-feed.types.ts'

@Resolver()
export class CalendarFeedResolver {
  @Authorized('account.own')
  @Query(() => CalendarFeedShown, { nullable: true, description: 'Null while there is no address.' })
  calendarFeed(@Ctx('request') ctx: RequestContext): Promise<CalendarFeedShown | null> {
    return calendarFeed(ctx)
  }

  @Authorized('account.own')
  @Mutation(() => CreateCalendarFeedPayload, {
    description: 'Makes an address, or a new one in place of the one before. Asks for a recent password.',
  })
  createCalendarFeed(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreateCalendarFeedInput) input: CreateCalendarFeedInput,
  ): Promise<CreateCalendarFeedPayload> {
    return createCalendarFeed(ctx, input)
  }

  @Authorized('account.own')
  @Mutation(() => RevokeCalendarFeedPayload, {
    description: 'From the next fetch on the address opens nothing.',
  })
  revokeCalendarFeed(@Ctx('request') ctx: RequestContext): Promise<RevokeCalendarFeedPayload> {
    return revokeCalendarFeed(ctx)
  }
}
