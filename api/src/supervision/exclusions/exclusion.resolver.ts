import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { PersonConnection } from '../../people/person.types.ts'
import * as exclusions from './exclusion.service.ts'
import {
  CreateExclusionInput,
  CreateExclusionPayload,
  ExclusionChoicesArgs,
  RemoveExclusionInput,
  RemoveExclusionPayload,
} from './exclusion.types.ts'

@Resolver()
export class ExclusionResolver {
  @Authorized('exclusion.own')
  @Query(() => PersonConnection, {
    description:
      'Whom the signed-in peer does not want as a supervisor. Nobody else can ask for, list or count them.',
  })
  myExclusions(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<PersonConnection> {
    return exclusions.myExclusions(ctx, page)
  }

  @Authorized('exclusion.own')
  @Query(() => PersonConnection, { description: 'Colleagues whom the peer could exclude.' })
  exclusionChoices(
    @Ctx('request') ctx: RequestContext,
    @Args(() => ExclusionChoicesArgs) args: ExclusionChoicesArgs,
  ): Promise<PersonConnection> {
    return exclusions.exclusionChoices(ctx, args)
  }

  @Authorized('exclusion.own')
  @Mutation(() => CreateExclusionPayload, {
    description:
      'From now on this person is not available as a supervisor of the peer; no reason is kept and nobody is told. Ends nothing that exists. NOT_FOUND for anyone who is no colleague.',
  })
  createExclusion(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreateExclusionInput) input: CreateExclusionInput,
  ): Promise<CreateExclusionPayload> {
    return exclusions.createExclusion(ctx, input)
  }

  @Authorized('exclusion.own')
  @Mutation(() => RemoveExclusionPayload, {
    description: 'Removes an exclusion; nothing is left of it. NOT_FOUND where there is none.',
  })
  removeExclusion(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RemoveExclusionInput) input: RemoveExclusionInput,
  ): Promise<RemoveExclusionPayload> {
    return exclusions.removeExclusion(ctx, input)
  }
}
