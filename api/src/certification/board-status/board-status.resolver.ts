import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import {
  CorrectBoardStatusInput,
  CorrectBoardStatusPayload,
  EndBoardStatusInput,
  EndBoardStatusPayload,
  RecordBoardStatusInput,
  RecordBoardStatusPayload,
  RestoreBoardStatusInput,
  RestoreBoardStatusPayload,
  VoidBoardStatusInput,
  VoidBoardStatusPayload,
} from './board-status-changes.types.ts'
import * as statuses from './board-statuses.service.ts'

@Resolver()
export class BoardStatusResolver {
  @Authorized('certification.manage')
  @Mutation(() => RecordBoardStatusPayload, {
    description: 'Records a status that a board gave. CONFLICT where it is recorded for some of the days.',
  })
  recordBoardStatus(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RecordBoardStatusInput) input: RecordBoardStatusInput,
  ): Promise<RecordBoardStatusPayload> {
    return statuses.recordBoardStatus(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => EndBoardStatusPayload, {
    description:
      'Ends a status with its last day, once; without one it continues by a further record. CONFLICT where it is so already.',
  })
  endBoardStatus(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => EndBoardStatusInput) input: EndBoardStatusInput,
  ): Promise<EndBoardStatusPayload> {
    return statuses.endBoardStatus(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => CorrectBoardStatusPayload, {
    description:
      'Corrects a status by a further record; the first one is kept. CONFLICT where it is recorded for some of the days.',
  })
  correctBoardStatus(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CorrectBoardStatusInput) input: CorrectBoardStatusInput,
  ): Promise<CorrectBoardStatusPayload> {
    return statuses.correctBoardStatus(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => VoidBoardStatusPayload, {
    description:
      'Voids a status that was recorded by mistake. CONFLICT where two certifications would overlap.',
  })
  voidBoardStatus(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => VoidBoardStatusInput) input: VoidBoardStatusInput,
  ): Promise<VoidBoardStatusPayload> {
    return statuses.voidBoardStatus(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => RestoreBoardStatusPayload, {
    description: 'Restores a voided status. CONFLICT where the same one is recorded by now.',
  })
  restoreBoardStatus(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RestoreBoardStatusInput) input: RestoreBoardStatusInput,
  ): Promise<RestoreBoardStatusPayload> {
    return statuses.restoreBoardStatus(ctx, input)
  }
}
