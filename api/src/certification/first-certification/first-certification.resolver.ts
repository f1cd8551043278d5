import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import * as service from './first-certification.service.ts'
import {
  FirstCertificationType,
  SetCertificationGoalInput,
  SetCertificationGoalPayload,
} from './first-certification.types.ts'

@Resolver()
export class FirstCertificationResolver {
  @Authorized('certification.history')
  @Query(() => FirstCertificationType, {
    description:
      'The way of a peer to a first certification. Peers ask for their own; unknown and foreign ids answer NOT_FOUND.',
  })
  firstCertification(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID) peerId: string,
  ): Promise<FirstCertificationType> {
    return service.firstCertification(ctx, peerId)
  }

  @Authorized('certification-goal.set')
  @Mutation(() => SetCertificationGoalPayload, {
    description:
      'Sets the credential that a peer works toward, in place of the one before. BAD_INPUT for a credential that the catalogue does not have.',
  })
  setCertificationGoal(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => SetCertificationGoalInput) input: SetCertificationGoalInput,
  ): Promise<SetCertificationGoalPayload> {
    return service.setCertificationGoal(ctx, input)
  }
}
