import { Arg, Args, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import { PersonConnection } from '../../people/person.types.ts'
import { relationshipById } from '../caseload.service.ts'
import { SupervisionRelationship } from '../supervision.types.ts'
import { availableSupervisors } from './available-supervisors.service.ts'
import * as relationships from './relationship.service.ts'
import * as types from './relationship.types.ts'

@Resolver(() => types.RelationshipChanged)
export class RelationshipResolver {
  @FieldResolver(() => SupervisionRelationship)
  relationship(
    @Ctx('request') ctx: RequestContext,
    @Root() { relationshipId }: types.RelationshipChanged,
  ): Promise<SupervisionRelationship> {
    return relationshipById(ctx, relationshipId)
  }

  @Authorized('relationship.propose')
  @Query(() => PersonConnection, {
    description:
      'Whom a manager may name for this peer and type, by name; never the manager themselves. Who is missing is not available, for whatever reason.',
  })
  availableSupervisors(
    @Ctx('request') ctx: RequestContext,
    @Args(() => types.AvailableSupervisorsArgs) args: types.AvailableSupervisorsArgs,
  ): Promise<PersonConnection> {
    return availableSupervisors(ctx, args)
  }

  @Authorized('relationship.propose')
  @Mutation(() => types.ProposeSupervisionRelationshipPayload, {
    description:
      'A manager assigns a supervisor to a peer, who is told before it is in force: from tomorrow at the earliest, and a supportive one once the peer accepts it. Nothing from before its start is shown. CONFIRM_PASSWORD where the password was not given within ten minutes.',
  })
  async proposeSupervisionRelationship(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => types.ProposeSupervisionRelationshipInput)
    input: types.ProposeSupervisionRelationshipInput,
  ): Promise<types.RelationshipChanged> {
    return { relationshipId: await relationships.proposeSupervisionRelationship(ctx, input) }
  }

  @Authorized('relationship.propose')
  @Mutation(() => types.ReassignSupervisionPayload, {
    description:
      'Ends one relationship and assigns the next supervisor from the day after, both or neither. NOT_FOUND where it has ended; CONFIRM_PASSWORD as for a proposal.',
  })
  async reassignSupervision(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => types.ReassignSupervisionInput) input: types.ReassignSupervisionInput,
  ): Promise<types.RelationshipChanged> {
    return { relationshipId: await relationships.reassignSupervision(ctx, input) }
  }

  @Authorized('relationship.end')
  @Mutation(() => types.EndSupervisionRelationshipPayload, {
    description:
      'Ends a relationship from now on, for good. Managers end any; a peer ends a supportive one of their own. NOT_FOUND for any other, and where it has ended. CONFIRM_PASSWORD as for a proposal, but not for the peer.',
  })
  async endSupervisionRelationship(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => types.EndSupervisionRelationshipInput) input: types.EndSupervisionRelationshipInput,
  ): Promise<types.RelationshipChanged> {
    return { relationshipId: await relationships.endSupervisionRelationship(ctx, input.relationshipId) }
  }

  @Authorized('relationship.accept')
  @Mutation(() => types.AcceptSupportiveRelationshipPayload, {
    description:
      'The peer accepts a supportive supervisor, who has rights from today on; NOT_FOUND where there is no such proposal.',
  })
  async acceptSupportiveRelationship(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => types.AcceptSupportiveRelationshipInput)
    input: types.AcceptSupportiveRelationshipInput,
  ): Promise<types.RelationshipChanged> {
    return { relationshipId: await relationships.acceptSupportiveRelationship(ctx, input.relationshipId) }
  }

  @Authorized('relationship.accept')
  @Mutation(() => types.DeclineSupportiveRelationshipPayload, {
    description:
      'The peer says no to a supportive supervisor; nothing began. NOT_FOUND where there is no such proposal.',
  })
  async declineSupportiveRelationship(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => types.DeclineSupportiveRelationshipInput)
    input: types.DeclineSupportiveRelationshipInput,
  ): Promise<types.RelationshipChanged> {
    return { relationshipId: await relationships.declineSupportiveRelationship(ctx, input.relationshipId) }
  }
}
