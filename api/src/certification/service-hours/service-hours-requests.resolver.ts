import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { Person } from '../../people/person.types.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as requests from './service-hours-requests.service.ts'
import { RequestServiceHoursInput, RequestServiceHoursPayload } from './service-hours-requests.types.ts'

@Resolver()
export class ServiceHoursRequestsResolver {
  @Authorized('certification.own')
  @Query(() => Person, {
    nullable: true,
    description:
      'The manager who records service hours of the peer who asks; null where there is no other manager.',
  })
  serviceHoursRecorder(@Ctx('request') ctx: RequestContext): Promise<Person | null> {
    return requests.serviceHoursRecorder(ctx)
  }

  @Authorized('certification.own')
  @Mutation(() => RequestServiceHoursPayload, {
    description: 'Asks that manager to record service hours: one notification a day at most.',
  })
  requestServiceHours(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RequestServiceHoursInput) input: RequestServiceHoursInput,
  ): Promise<RequestServiceHoursPayload> {
    return requests.requestServiceHours(ctx, input)
  }
}
