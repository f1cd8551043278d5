import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as groups from './supervision-group.service.ts'
import {
  CreateSupervisionGroupInput,
  CreateSupervisionGroupPayload,
  RemoveSupervisionGroupInput,
  RemoveSupervisionGroupPayload,
  SupervisionGroupConnection,
} from './supervision-group.types.ts'

@Resolver()
export class SupervisionGroupResolver {
  @Authorized('session.log')
  @Query(() => SupervisionGroupConnection, {
    description: 'The groups that the signed-in supervisor saved; at most 100.',
  })
  supervisionGroups(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<SupervisionGroupConnection> {
    return groups.supervisionGroups(ctx, page)
  }

  @Authorized('session.log')
  @Mutation(() => CreateSupervisionGroupPayload, {
    description:
      'Saves a group of peers by name, to log sessions with them. Its peers can read the name; BAD_INPUT for anybody outside the caseload.',
  })
  createSupervisionGroup(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreateSupervisionGroupInput) input: CreateSupervisionGroupInput,
  ): Promise<CreateSupervisionGroupPayload> {
    return groups.createSupervisionGroup(ctx, input)
  }

  @Authorized('session.log')
  @Mutation(() => RemoveSupervisionGroupPayload, {
    description: 'Removes a group from the list; sessions with its peers stay. NOT_FOUND for any other.',
  })
  removeSupervisionGroup(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RemoveSupervisionGroupInput) input: RemoveSupervisionGroupInput,
  ): Promise<RemoveSupervisionGroupPayload> {
    return groups.removeSupervisionGroup(ctx, input)
  }
}
