import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as requests from './role-request.service.ts'
import {
  AcceptRoleRequestInput,
  AcceptRoleRequestPayload,
  DeclineRoleRequestInput,
  DeclineRoleRequestPayload,
  RoleRequestConnection,
} from './role-request.types.ts'

@Resolver()
export class RoleRequestResolver {
  @Authorized('role-request.answer')
  @Query(() => RoleRequestConnection, {
    description: 'Roles that admins asked for themselves and nobody has answered, the oldest first.',
  })
  roleRequests(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<RoleRequestConnection> {
    return requests.roleRequests(ctx, page)
  }

  @Authorized('role-request.answer')
  @Mutation(() => AcceptRoleRequestPayload, {
    description:
      'Gives the roles. NOT_FOUND for a request of one’s own, one that was answered or expired, and where the member has changed since. CONFIRM_PASSWORD where the password was not given within ten minutes.',
  })
  async acceptRoleRequest(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => AcceptRoleRequestInput) input: AcceptRoleRequestInput,
  ): Promise<AcceptRoleRequestPayload> {
    return { roleRequestId: await requests.acceptRoleRequest(ctx, input.roleRequestId) }
  }

  @Authorized('role-request.answer')
  @Mutation(() => DeclineRoleRequestPayload, {
    description: 'Declines it; whoever asked withdraws it so. NOT_FOUND for one that was answered.',
  })
  async declineRoleRequest(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => DeclineRoleRequestInput) input: DeclineRoleRequestInput,
  ): Promise<DeclineRoleRequestPayload> {
    return { roleRequestId: await requests.declineRoleRequest(ctx, input.roleRequestId) }
  }
}
