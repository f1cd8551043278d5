import { Authorized, Ctx, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import { recordChainCheck } from './record-chain.service.ts'
import { RecordChainCheck } from './record-chain.types.ts'

@Resolver()
export class RecordResolver {
  @Authorized('supervision.read')
  @Query(() => RecordChainCheck, {
    description:
      "Computes every signature and amendment of the organization anew, and names the first that does not fit. Another organization's are not looked at.",
  })
  recordChainCheck(@Ctx('request') ctx: RequestContext): Promise<RecordChainCheck> {
    return recordChainCheck(ctx)
  }
}
