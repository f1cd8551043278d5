import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import { availableSupervisors } from './available-supervisors.service.ts'
import * as relationships from './relationship.service.ts'
import {
  AvailableSupervisors,
  AvailableSupervisorsArgs,
  HandOverSupervisionInput,
  ProposeSupervisionRelationshipInput,
} from './relationship.types.ts'

@Resolver()
export class RelationshipResolver {
  @Authorized('relationship.propose')
  @Query(() => AvailableSupervisors, {
    description:
      'Whom a manager may name for this peer and type, by name. Who is missing is not available, for whatever reason.',
  })
  availableSupervisors(
    @Ctx('request') ctx: RequestContext,
    @Args(() => AvailableSupervisorsArgs) args: AvailableSupervisorsArgs,
  ): Promise<AvailableSupervisors> {
    return availableSupervisors(ctx, args)
  }

  @Authorized('relationship.propose')
  @Mutation(() => GraphQLUUID, {
    description:
      'A manager names a supervisor for a peer. A supportive one gives no right until the peer accepts it. CONFIRM_PASSWORD where the password was not given within ten minutes.',
  })
  proposeSupervisionRelationship(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => ProposeSupervisionRelationshipInput) input: ProposeSupervisionRelationshipInput,
  ): Promise<string> {
    return relationships.proposeSupervisionRelationship(ctx, input)
  }

  @Authorized('relationship.propose')
  @Mutation(() => GraphQLUUID, {
    description:
      'Ends one relationship and names the next supervisor from the day after, both or neither; answers the new one.',
  })
  handOverSupervision(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => HandOverSupervisionInput) input: HandOverSupervisionInput,
  ): Promise<string> {
    return relationships.handOverSupervision(ctx, input)
  }

  @Authorized('relationship.end')
  @Mutation(() => GraphQLUUID, {
    description:
      'Ends a relationship from now on, for good. Managers end any; a peer ends a supportive one of their own.',
  })
  endSupervisionRelationship(
    @Ctx('request') ctx: RequestContext,
    @Arg('id', () => GraphQLUUID) id: string,
  ): Promise<string> {
    return relationships.endSupervisionRelationship(ctx, id)
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

  @Authorized('relationship.accept')
  @Mutation(() => GraphQLUUID, {
    description:
      'The peer says no to a supportive supervisor; nothing began. NOT_FOUND where there is no such proposal.',
  })
  declineSupportiveRelationship(
    @Ctx('request') ctx: RequestContext,
    @Arg('id', () => GraphQLUUID) id: string,
  ): Promise<string> {
    return relationships.declineSupportiveRelationship(ctx, id)
  }
}
