import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Arg, Authorized, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import { HolderFactsDetails, ServiceHoursDetails } from '../history/history-input.types.ts'
import * as history from '../history/history.service.ts'
import { ServiceHoursEntry } from '../history/history.types.ts'
import * as holder from './holder-facts.service.ts'
import * as issueDay from './issue-day.service.ts'
import * as service from '../service-hours/service-hours.service.ts'

@Resolver()
export class HolderResolver {
  @Authorized('certification.history')
  @Query(() => [ServiceHoursEntry], {
    description: 'Hours of work that were entered for a peer, the latest first; at most 500.',
  })
  serviceHours(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID) peerId: string,
  ): Promise<ServiceHoursEntry[]> {
    return history.serviceHours(ctx, peerId)
  }

  @Authorized('certification.manage')
  @Mutation(() => GraphQLUUID, {
    description:
      'Puts the day of first issue right by a further record, which it answers; before the first expiry.',
  })
  correctIssueDay(
    @Ctx('request') ctx: RequestContext,
    @Arg('certificationId', () => GraphQLUUID) id: string,
    @Arg('issuedOn', () => GraphQLLocalDate, { description: 'Today or before, at most 60 years ago.' })
    issuedOn: string,
  ): Promise<string> {
    return issueDay.correctIssueDay(ctx, id, issuedOn)
  }

  @Authorized('certification.manage')
  @Mutation(() => Int, {
    description: 'Enters the number and what a rule asks of the holder; answers the revision.',
  })
  changeHolderFacts(
    @Ctx('request') ctx: RequestContext,
    @Arg('certificationId', () => GraphQLUUID) id: string,
    @Arg('facts', () => HolderFactsDetails) facts: HolderFactsDetails,
  ): Promise<number> {
    return holder.changeHolderFacts(ctx, id, facts)
  }

  @Authorized('certification.manage')
  @Mutation(() => GraphQLUUID, {
    description:
      'Records hours that a peer worked; days of another entry are refused unless the hours are further ones, and never more than 24 a day.',
  })
  recordServiceHours(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => ServiceHoursDetails) input: ServiceHoursDetails,
  ): Promise<string> {
    return service.recordServiceHours(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => GraphQLUUID, { description: 'Takes hours of work back that were a mistake.' })
  withdrawServiceHours(
    @Ctx('request') ctx: RequestContext,
    @Arg('entryId', () => GraphQLUUID) entryId: string,
    @Arg('withdrawn', () => Boolean, {
      defaultValue: true,
      description: 'False: it was no mistake after all.',
    })
    isWithdrawn: boolean,
  ): Promise<string> {
    return service.withdrawServiceHours(ctx, entryId, isWithdrawn)
  }
}
