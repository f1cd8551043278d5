import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as service from './service-hours.service.ts'
import {
  RecordServiceHoursInput,
  RecordServiceHoursPayload,
  RestoreServiceHoursInput,
  RestoreServiceHoursPayload,
  ServiceHoursConnection,
  VoidServiceHoursInput,
  VoidServiceHoursPayload,
} from './service-hours.types.ts'

@Resolver()
export class ServiceHoursResolver {
  @Authorized('certification.history')
  @Query(() => ServiceHoursConnection, {
    description: 'Service hours that were recorded for a peer, the latest first.',
  })
  serviceHours(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID) peerId: string,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ServiceHoursConnection> {
    return service.serviceHours(ctx, peerId, page)
  }

  @Authorized('certification.manage')
  @Mutation(() => RecordServiceHoursPayload, {
    description:
      'Records service hours of a peer. BAD_INPUT for days of another entry unless the hours are further ones, and for more than 24 a day.',
  })
  recordServiceHours(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RecordServiceHoursInput) input: RecordServiceHoursInput,
  ): Promise<RecordServiceHoursPayload> {
    return service.recordServiceHours(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => VoidServiceHoursPayload, { description: 'Voids service hours that were a mistake.' })
  voidServiceHours(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => VoidServiceHoursInput) input: VoidServiceHoursInput,
  ): Promise<VoidServiceHoursPayload> {
    return service.voidServiceHours(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => RestoreServiceHoursPayload, {
    description: 'Restores voided service hours. BAD_INPUT where others cover the days by now.',
  })
  restoreServiceHours(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RestoreServiceHoursInput) input: RestoreServiceHoursInput,
  ): Promise<RestoreServiceHoursPayload> {
    return service.restoreServiceHours(ctx, input)
  }
}
