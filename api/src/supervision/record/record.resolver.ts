import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Arg, Authorized, Ctx, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import { nightlyRecordCheck, recordChainCheck } from './record-chain.service.ts'
import { NightlyRecordCheck, RecordChainCheck } from './record-chain.types.ts'
import { supervisionRecord } from './supervision-record.service.ts'
import { SupervisionRecord } from './supervision-record.types.ts'

@Resolver()
export class RecordResolver {
  @Authorized('supervision.record')
  @Query(() => SupervisionRecord, {
    description:
      "One peer's supervision from one day to another, at most 1,100 days: agreements, sessions with signatures, requirements. A peer reads their own; NOT_FOUND for anyone else.",
  })
  supervisionRecord(
    @Ctx('request') ctx: RequestContext,
    @Arg('peerId', () => GraphQLUUID) peerId: string,
    @Arg('from', () => GraphQLLocalDate) from: string,
    @Arg('to', () => GraphQLLocalDate) to: string,
  ): Promise<SupervisionRecord> {
    return supervisionRecord(ctx, peerId, from, to)
  }

  @Authorized('supervision.read')
  @Query(() => RecordChainCheck, {
    description:
      "Computes every signature and amendment of the organization anew, and names the first that does not fit. Another organization's are not looked at.",
  })
  recordChainCheck(@Ctx('request') ctx: RequestContext): Promise<RecordChainCheck> {
    return recordChainCheck(ctx)
  }

  @Authorized('audit.read')
  @Query(() => NightlyRecordCheck, {
    nullable: true,
    description:
      'What the check of signatures and amendments found last night, and the number of the first link that does not fit. Null until the first night.',
  })
  nightlyRecordCheck(@Ctx('request') ctx: RequestContext): Promise<NightlyRecordCheck | null> {
    return nightlyRecordCheck(ctx)
  }
}
