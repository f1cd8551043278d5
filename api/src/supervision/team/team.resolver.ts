import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Args, Authorized, Ctx, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { SupervisionShare } from '../agreements/agreement.types.ts'
import { balanceOfMyPeer } from '../agreements/peer-supervision.service.ts'
import { myTeam } from './team.service.ts'
import { TeamConnection, TeamFilter } from './team.types.ts'

@Resolver()
export class TeamResolver {
  @Authorized('team.read')
  @Query(() => TeamConnection, {
    description:
      'The people whom one supervises today, one row each, with every type that one provides and what is due.',
  })
  myTeam(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => TeamFilter, { nullable: true }) filter?: TeamFilter,
  ): Promise<TeamConnection> {
    return myTeam(ctx, filter ?? {}, page)
  }

  @Authorized('team.read')
  @Query(() => [SupervisionShare], {
    description:
      'How the minutes of the last 90 days of a person whom one supervises spread over the three types, beside the agreement. NOT_FOUND for others.',
  })
  balanceOfMyPeer(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID) peerId: string,
  ): Promise<SupervisionShare[]> {
    return balanceOfMyPeer(ctx, peerId)
  }
}
