import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Arg, Authorized, Ctx, Int, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import { PlacementDetails } from '../peers/peer.types.ts'
import * as placements from './placements.service.ts'

const REVISION = 'As last read; another number answers CONFLICT.'

@Resolver()
export class PlacementResolver {
  @Authorized('people.manage')
  @Mutation(() => GraphQLUUID, {
    description:
      'Places a peer; answers the placement. One that crosses another at the same agency, ends before it begins or makes more than full time is refused.',
  })
  addPlacement(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID) peerId: string,
    @Arg('input', () => PlacementDetails) input: PlacementDetails,
  ): Promise<string> {
    return placements.addPlacement(ctx, peerId, input)
  }

  @Authorized('people.manage')
  @Mutation(() => GraphQLUUID, {
    description: 'Corrects or ends a placement; the same is refused as for a new one.',
  })
  correctPlacement(
    @Ctx('request') ctx: RequestContext,
    @Arg('placementId', () => GraphQLUUID) placementId: string,
    @Arg('revision', () => Int, { description: REVISION }) revision: number,
    @Arg('input', () => PlacementDetails) input: PlacementDetails,
  ): Promise<string> {
    return placements.correctPlacement(ctx, placementId, revision, input)
  }

  @Authorized('people.manage')
  @Mutation(() => GraphQLUUID, {
    description:
      'Withdraws a placement that was entered by mistake: it counts nowhere any more, and stays readable.',
  })
  withdrawPlacement(
    @Ctx('request') ctx: RequestContext,
    @Arg('placementId', () => GraphQLUUID) placementId: string,
    @Arg('revision', () => Int, { description: REVISION }) revision: number,
  ): Promise<string> {
    return placements.withdrawPlacement(ctx, placementId, revision)
  }

  @Authorized('people.manage')
  @Mutation(() => GraphQLUUID, {
    description: 'Takes a withdrawal back; refused where another placement stands in its time meanwhile.',
  })
  undoPlacementWithdrawal(
    @Ctx('request') ctx: RequestContext,
    @Arg('placementId', () => GraphQLUUID) placementId: string,
    @Arg('revision', () => Int, { description: REVISION }) revision: number,
  ): Promise<string> {
    return placements.undoPlacementWithdrawal(ctx, placementId, revision)
  }

  @Authorized('peer.record')
  @Mutation(() => GraphQLUUID, {
    description: 'How many people a peer stood by at a placement on a day; by the peer or a manager.',
  })
  recordCaseload(
    @Ctx('request') ctx: RequestContext,
    @Arg('placementId', () => GraphQLUUID) placementId: string,
    @Arg('people', () => Int, { description: '0 to 500.' }) people: number,
    @Arg('countedOn', () => GraphQLLocalDate, { description: 'Today or before, within the placement.' })
    countedOn: string,
  ): Promise<string> {
    return placements.recordCaseload(ctx, placementId, people, countedOn)
  }
}
