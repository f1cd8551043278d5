import { Args, Authorized, Ctx, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../server/graphql/connection.ts'
import type { RequestContext } from '../server/request-context.ts'
import { caseload, mySupervisors } from './caseload.service.ts'
import { CaseloadConnection, SupervisionRelationshipConnection } from './supervision.types.ts'

@Resolver()
export class SupervisionResolver {
  @Authorized('team.read')
  @Query(() => CaseloadConnection, {
    description:
      "The supervisor's current relationships, one for each peer and type; who needs time first comes first.",
  })
  caseload(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<CaseloadConnection> {
    return caseload(ctx, page)
  }

  @Authorized('relationship.accept')
  @Query(() => SupervisionRelationshipConnection, {
    description: "The peer's supervisors by type, with what is due; proposals too.",
  })
  mySupervisors(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<SupervisionRelationshipConnection> {
    return mySupervisors(ctx, page)
  }
}
