import { Arg, Args, Authorized, Ctx, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { sessionRecords } from './session-record.service.ts'
import { SessionRecordConnection, SessionRecordsFilter } from './session-record.types.ts'

@Resolver()
export class SessionRecordResolver {
  @Authorized('session.log')
  @Query(() => SessionRecordConnection, {
    description: 'The sessions that one led, the latest first; voided ones are left out.',
  })
  ledSessions(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => SessionRecordsFilter, { nullable: true }) filter?: SessionRecordsFilter,
  ): Promise<SessionRecordConnection> {
    return sessionRecords(ctx, 'ME', filter ?? {}, page)
  }

  @Authorized('supervision.read')
  @Query(() => SessionRecordConnection, {
    description:
      'Sessions of the whole organization: that they took place, never what was said. Voided ones are left out.',
  })
  supervisionSessions(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => SessionRecordsFilter, { nullable: true }) filter?: SessionRecordsFilter,
  ): Promise<SessionRecordConnection> {
    return sessionRecords(ctx, 'ALL', filter ?? {}, page)
  }
}
