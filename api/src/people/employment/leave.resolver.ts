import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import * as leave from './leave.service.ts'
import {
  RecordLeaveInput,
  RecordLeavePayload,
  UpdateLeaveInput,
  UpdateLeavePayload,
  VoidLeaveInput,
  VoidLeavePayload,
} from './leave.types.ts'

@Resolver()
export class LeaveResolver {
  @Authorized('peer.record')
  @Mutation(() => RecordLeavePayload, {
    description: 'Records days away, by the peer or a manager. BAD_INPUT where they overlap other leave.',
  })
  recordLeave(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RecordLeaveInput) input: RecordLeaveInput,
  ): Promise<RecordLeavePayload> {
    return leave.recordLeave(ctx, input)
  }

  @Authorized('peer.record')
  @Mutation(() => UpdateLeavePayload, {
    description: 'Other days for a leave: it ended, or it lasts longer.',
  })
  updateLeave(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UpdateLeaveInput) input: UpdateLeaveInput,
  ): Promise<UpdateLeavePayload> {
    return leave.updateLeave(ctx, input)
  }

  @Authorized('peer.record')
  @Mutation(() => VoidLeavePayload, { description: 'Voids a leave that was entered by mistake.' })
  voidLeave(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => VoidLeaveInput) input: VoidLeaveInput,
  ): Promise<VoidLeavePayload> {
    return leave.voidLeave(ctx, input)
  }
}
