import { Arg, Args, Authorized, Ctx, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../server/graphql/connection.ts'
import type { RequestContext } from '../server/request-context.ts'
import * as service from './audit.service.ts'
import { AuditEntryConnection, AuditTrailFilter } from './audit.types.ts'

@Resolver()
export class AuditResolver {
  @Authorized('audit.read')
  @Query(() => AuditEntryConnection, {
    description:
      'What changed in the organization, newest first; an admin sees accounts, settings and integrations.',
  })
  auditTrail(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => AuditTrailFilter, { nullable: true }) filter?: AuditTrailFilter,
  ): Promise<AuditEntryConnection> {
    return service.auditTrail(ctx, filter ?? {}, page)
  }

  @Authorized('account.own')
  @Query(() => AuditEntryConnection, {
    description: 'What was recorded about the signed-in person and what they did, newest first.',
  })
  myTrail(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<AuditEntryConnection> {
    return service.ownTrail(ctx, page)
  }
}
