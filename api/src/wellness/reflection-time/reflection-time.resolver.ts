import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as times from './reflection-time.service.ts'
import {
  LogReflectionTimeInput,
  LogReflectionTimePayload,
  ReflectionTimeConnection,
} from './reflection-time.types.ts'

@Resolver()
export class ReflectionTimeResolver {
  @Authorized('self-care.own')
  @Query(() => ReflectionTimeConnection, {
    description: 'The weekly figures of paid reflection time of the signed-in person.',
  })
  myReflectionTime(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ReflectionTimeConnection> {
    return times.myReflectionTime(ctx, page)
  }

  @Authorized('self-care.own')
  @Mutation(() => LogReflectionTimePayload, {
    description: 'Sets the minutes of paid reflection time of one week. The last figure counts.',
  })
  logReflectionTime(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => LogReflectionTimeInput) input: LogReflectionTimeInput,
  ): Promise<LogReflectionTimePayload> {
    return times.logReflectionTime(ctx, input)
  }
}
