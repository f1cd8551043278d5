import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { serviceMonths, setServiceMonths } from './monthly-hours.service.ts'
import {
  ServiceMonthsArgs,
  ServiceMonthsConnection,
  SetServiceMonthsInput,
  SetServiceMonthsPayload,
} from './monthly-hours.types.ts'

@Resolver()
export class MonthlyHoursResolver {
  @Authorized('certification.read')
  @Query(() => ServiceMonthsConnection, {
    description: 'Service hours of active peers by month, as one sheet; by name.',
  })
  serviceMonths(
    @Ctx('request') ctx: RequestContext,
    @Args(() => ServiceMonthsArgs) args: ServiceMonthsArgs,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ServiceMonthsConnection> {
    return serviceMonths(ctx, args, page)
  }

  @Authorized('certification.manage')
  @Mutation(() => SetServiceMonthsPayload, {
    description:
      'Sets the service hours of peers by month; the figure of before is voided and stays readable. BAD_INPUT by the place of a cell; CONFLICT where somebody else changed one meanwhile.',
  })
  setServiceMonths(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => SetServiceMonthsInput) input: SetServiceMonthsInput,
  ): Promise<SetServiceMonthsPayload> {
    return setServiceMonths(ctx, input)
  }
}
