import { Authorized, Ctx, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import { myDriftSignals } from './signal-report.service.ts'
import { DriftSignalReport } from './signal.types.ts'

@Resolver()
export class SignalResolver {
  @Authorized('flag.own')
  @Query(() => DriftSignalReport, {
    description:
      'What each rule about drift says today about the work of the signed-in peer, with figure and threshold; what is missing where it cannot say anything. Raises no flag.',
  })
  myDriftSignals(@Ctx('request') ctx: RequestContext): Promise<DriftSignalReport> {
    return myDriftSignals(ctx)
  }
}
