import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import * as exclusions from './exclusion.service.ts'
import { Person } from '../../people/person.types.ts'

@Resolver()
export class ExclusionResolver {
  @Authorized('exclusion.own')
  @Query(() => [Person], {
    description:
      'Whom the signed-in peer keeps from supervising them. Nobody else can ask, list or count it.',
  })
  myExclusions(@Ctx('request') ctx: RequestContext): Promise<Person[]> {
    return exclusions.myExclusions(ctx)
  }

  @Authorized('exclusion.own')
  @Query(() => [Person], { description: 'Colleagues whom the peer could name, at most 20.' })
  exclusionChoices(
    @Ctx('request') ctx: RequestContext,
    @Arg('search', () => String, {
      nullable: true,
      description: 'A part of the name; at most 80 characters.',
    })
    search: string | null,
  ): Promise<Person[]> {
    return exclusions.exclusionChoices(ctx, search)
  }

  @Authorized('exclusion.own')
  @Mutation(() => GraphQLUUID, {
    description:
      'From now on this person is not available as a supervisor of the peer; no reason is kept and nobody is told. Ends nothing that exists.',
  })
  excludeFromSupervision(
    @Ctx('request') ctx: RequestContext,
    @Arg('memberId', () => GraphQLUUID) memberId: string,
  ): Promise<string> {
    return exclusions.excludeFromSupervision(ctx, memberId)
  }

  @Authorized('exclusion.own')
  @Mutation(() => GraphQLUUID, {
    description: 'Takes an exclusion back; nothing is left of it. NOT_FOUND where there is none.',
  })
  takeBackExclusion(
    @Ctx('request') ctx: RequestContext,
    @Arg('memberId', () => GraphQLUUID) memberId: string,
  ): Promise<string> {
    return exclusions.takeBackExclusion(ctx, memberId)
  }
}
