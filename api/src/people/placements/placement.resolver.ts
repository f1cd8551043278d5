import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import {
  CreatePlacementInput,
  CreatePlacementPayload,
  RecordCaseloadInput,
  RecordCaseloadPayload,
  RestorePlacementInput,
  RestorePlacementPayload,
  UpdatePlacementInput,
  UpdatePlacementPayload,
  VoidPlacementInput,
  VoidPlacementPayload,
} from './placement.types.ts'
import * as placements from './placements.service.ts'

@Resolver()
export class PlacementResolver {
  @Authorized('people.manage')
  @Mutation(() => CreatePlacementPayload, {
    description:
      'Adds a placement of a peer. BAD_INPUT where it overlaps another at the same agency, ends before it starts, or makes more than full time.',
  })
  createPlacement(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreatePlacementInput) input: CreatePlacementInput,
  ): Promise<CreatePlacementPayload> {
    return placements.createPlacement(ctx, input)
  }

  @Authorized('people.manage')
  @Mutation(() => UpdatePlacementPayload, {
    description: 'Changes or ends a placement. BAD_INPUT for what a new one may not be either.',
  })
  updatePlacement(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UpdatePlacementInput) input: UpdatePlacementInput,
  ) {
    return placements.updatePlacement(ctx, input)
  }

  @Authorized('people.manage')
  @Mutation(() => VoidPlacementPayload, {
    description: 'Voids a placement that was entered by mistake: it counts nowhere, and stays readable.',
  })
  voidPlacement(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => VoidPlacementInput) input: VoidPlacementInput,
  ) {
    return placements.voidPlacement(ctx, input)
  }

  @Authorized('people.manage')
  @Mutation(() => RestorePlacementPayload, {
    description: 'Restores a voided placement. BAD_INPUT where another one covers its days by now.',
  })
  restorePlacement(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RestorePlacementInput) input: RestorePlacementInput,
  ) {
    return placements.restorePlacement(ctx, input)
  }

  @Authorized('peer.record')
  @Mutation(() => RecordCaseloadPayload, {
    description:
      'Records how many people a peer supported at a placement on a day, by the peer or a manager; the same day again replaces the number.',
  })
  recordCaseload(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RecordCaseloadInput) input: RecordCaseloadInput,
  ): Promise<RecordCaseloadPayload> {
    return placements.recordCaseload(ctx, input)
  }
}
