import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import {
  CorrectVerificationInput,
  CorrectVerificationPayload,
  RecordVerificationInput,
  RecordVerificationPayload,
  RestoreVerificationInput,
  RestoreVerificationPayload,
  VoidVerificationInput,
  VoidVerificationPayload,
} from './verification-changes.types.ts'
import * as verifications from './verifications.service.ts'

@Resolver()
export class VerificationResolver {
  @Authorized('certification.manage')
  @Mutation(() => RecordVerificationPayload, {
    description: 'Records a look into a board’s register; a later look is another record.',
  })
  recordVerification(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RecordVerificationInput) input: RecordVerificationInput,
  ): Promise<RecordVerificationPayload> {
    return verifications.recordVerification(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => CorrectVerificationPayload, {
    description: 'Corrects a verification by a further record; the first one is kept.',
  })
  correctVerification(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CorrectVerificationInput) input: CorrectVerificationInput,
  ): Promise<CorrectVerificationPayload> {
    return verifications.correctVerification(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => VoidVerificationPayload, {
    description: 'Voids a verification that was recorded by mistake.',
  })
  voidVerification(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => VoidVerificationInput) input: VoidVerificationInput,
  ): Promise<VoidVerificationPayload> {
    return verifications.voidVerification(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => RestoreVerificationPayload, {
    description: 'Lets a verification count again that was voided or corrected.',
  })
  restoreVerification(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RestoreVerificationInput) input: RestoreVerificationInput,
  ): Promise<RestoreVerificationPayload> {
    return verifications.restoreVerification(ctx, input)
  }
}
