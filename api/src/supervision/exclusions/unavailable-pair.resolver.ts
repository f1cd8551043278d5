import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PersonConnection } from '../../people/person.types.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { ExclusionChoicesArgs } from './exclusion.types.ts'
import * as pairs from './unavailable-pair.service.ts'
import {
  CreateUnavailablePairInput,
  CreateUnavailablePairPayload,
  RemoveUnavailablePairInput,
  RemoveUnavailablePairPayload,
  UnavailablePairConnection,
  UnavailablePairsArgs,
} from './unavailable-pair.types.ts'

@Resolver()
export class UnavailablePairResolver {
  @Authorized('exclusion.mark-pair')
  @Query(() => UnavailablePairConnection, {
    description:
      'The pairs that the caller marked as unavailable. What others marked is in no list, whoever asks.',
  })
  unavailablePairs(
    @Ctx('request') ctx: RequestContext,
    @Args(() => UnavailablePairsArgs) args: UnavailablePairsArgs,
  ): Promise<UnavailablePairConnection> {
    return pairs.unavailablePairs(ctx, args)
  }

  @Authorized('exclusion.mark-pair')
  @Query(() => PersonConnection, {
    description: 'Peers for whom the caller could mark themselves as unavailable.',
  })
  unavailablePeerChoices(
    @Ctx('request') ctx: RequestContext,
    @Args(() => ExclusionChoicesArgs) args: ExclusionChoicesArgs,
  ): Promise<PersonConnection> {
    return pairs.unavailablePeerChoices(ctx, args)
  }

  @Authorized('exclusion.mark-pair')
  @Mutation(() => CreateUnavailablePairPayload, {
    description:
      'From now on the supervisor is not available for the peer; no reason is kept, nobody is told, and nothing that exists ends. NOT_FOUND for a pair that the caller may not mark.',
  })
  createUnavailablePair(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreateUnavailablePairInput) input: CreateUnavailablePairInput,
  ): Promise<CreateUnavailablePairPayload> {
    return pairs.createUnavailablePair(ctx, input)
  }

  @Authorized('exclusion.mark-pair')
  @Mutation(() => RemoveUnavailablePairPayload, {
    description: 'Removes a mark of the caller; nothing is left of it. NOT_FOUND where there is none.',
  })
  removeUnavailablePair(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RemoveUnavailablePairInput) input: RemoveUnavailablePairInput,
  ): Promise<RemoveUnavailablePairPayload> {
    return pairs.removeUnavailablePair(ctx, input)
  }
}
