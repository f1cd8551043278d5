import { Authorized, Ctx, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import { supervisorMorning } from './morning.service.ts'
import { SupervisorMorning } from './morning.types.ts'

@Resolver()
export class MorningResolver {
  @Authorized('team.read')
  @Query(() => SupervisorMorning, {
    description:
      'How the day of the signed-in supervisor begins: who is due, what waits, and the sessions of today.',
  })
  supervisorMorning(@Ctx('request') ctx: RequestContext): Promise<SupervisorMorning> {
    return supervisorMorning(ctx)
  }
}
