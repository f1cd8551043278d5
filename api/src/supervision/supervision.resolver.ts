import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../server/connection.ts'
import type { RequestContext } from '../server/request-context.ts'
import { caseload, mySupervisors } from './caseload.service.ts'
import * as relationships from './relationships/relationship.service.ts'
import {
  Caseload,
  ProposeSupervisionRelationshipInput,
  SupervisionRelationshipType,
} from './supervision.types.ts'

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
    return mySupervisors(ctx)
  }

  @Authorized('relationship.accept')
  @Mutation(() => GraphQLUUID, {
    description:
      'The peer accepts a supportive supervisor, who has rights from today on; NOT_FOUND where there is no such proposal.',
  })
  acceptSupportiveRelationship(
    @Ctx('request') ctx: RequestContext,
    @Arg('id', () => GraphQLUUID) id: string,
  ): Promise<string> {
    return relationships.acceptSupportiveRelationship(ctx, id)
  }

  @Authorized('relationship.propose')
  @Mutation(() => GraphQLUUID, {
    description:
      'A manager names a supervisor for a peer. A supportive one gives no right until the peer accepts it.',
  })
  proposeSupervisionRelationship(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => ProposeSupervisionRelationshipInput) input: ProposeSupervisionRelationshipInput,
  ): Promise<string> {
    return relationships.proposeSupervisionRelationship(ctx, input)
  }

  @Authorized('relationship.end')
  @Mutation(() => GraphQLUUID, {
    description:
      'Ends a relationship from now on. Managers end any; a peer ends or declines a supportive one of their own.',
  })
  endSupervisionRelationship(
    @Ctx('request') ctx: RequestContext,
    @Arg('id', () => GraphQLUUID) id: string,
  ): Promise<string> {
    return relationships.endSupervisionRelationship(ctx, id)
  }
}
