import { Args, Authorized, Ctx, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../server/graphql/connection.ts'
import type { RequestContext } from '../server/request-context.ts'
import { caseload, supervisorsOf } from './caseload.service.ts'
import { Caseload, SupervisionRelationshipType } from './supervision.types.ts'

@Resolver()
export class SupervisionResolver {
  @Authorized('team.read')
  @Query(() => Caseload, {
    description:
      "The supervisor's current relationships, one for each peer and type; who needs time first comes first.",
  })
  caseload(@Ctx('request') ctx: RequestContext, @Args(() => PageArgs) page: PageArgs): Promise<Caseload> {
    return caseload(ctx, page)
  }

  @Authorized('relationship.accept')
  @Query(() => [SupervisionRelationshipType], {
    description: "The peer's supervisors by type, with what is due; proposals too. At most 100.",
  })
  mySupervisors(@Ctx('request') ctx: RequestContext): Promise<SupervisionRelationshipType[]> {
    return supervisorsOf(ctx)
  }
}
