import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import * as activities from './activity.service.ts'
import {
  ArchiveCustomActivityInput,
  ArchiveCustomActivityPayload,
  CreateCustomActivityInput,
  CreateCustomActivityPayload,
  RenameCustomActivityInput,
  RenameCustomActivityPayload,
  RestoreCustomActivityInput,
  RestoreCustomActivityPayload,
  RoleActivityConnection,
  SetActivityFunctionInput,
  SetActivityFunctionPayload,
} from './activity.types.ts'

@Resolver()
export class ActivityResolver {
  @Authorized('role.read')
  @Query(() => RoleActivityConnection, {
    description: 'Everything that a role worksheet asks about, with the kind of work that each is read as.',
  })
  roleActivities(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<RoleActivityConnection> {
    return activities.roleActivities(ctx, page)
  }

  @Authorized('role.set-up')
  @Mutation(() => CreateCustomActivityPayload, {
    description:
      'Adds an activity that worksheets of the organization ask about. BAD_INPUT for a name that is in use.',
  })
  createCustomActivity(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreateCustomActivityInput) input: CreateCustomActivityInput,
  ): Promise<CreateCustomActivityPayload> {
    return activities.createCustomActivity(ctx, input)
  }

  @Authorized('role.set-up')
  @Mutation(() => SetActivityFunctionPayload, {
    description: 'Says which kind of work the organization reads an activity as. It answers no worksheet.',
  })
  setActivityFunction(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => SetActivityFunctionInput) input: SetActivityFunctionInput,
  ): Promise<SetActivityFunctionPayload> {
    return activities.setActivityFunction(ctx, input)
  }

  @Authorized('role.set-up')
  @Mutation(() => ArchiveCustomActivityPayload, {
    description:
      'Takes an activity of the organization out of worksheets; agreements that name it keep it. NOT_FOUND for any other.',
  })
  archiveCustomActivity(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => ArchiveCustomActivityInput) input: ArchiveCustomActivityInput,
  ): Promise<ArchiveCustomActivityPayload> {
    return activities.archiveCustomActivity(ctx, input)
  }

  @Authorized('role.set-up')
  @Mutation(() => RenameCustomActivityPayload, {
    description:
      'Corrects the name of an activity of the organization, also where agreements name it. BAD_INPUT for a name that is in use; NOT_FOUND for an archived one and any other.',
  })
  renameCustomActivity(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RenameCustomActivityInput) input: RenameCustomActivityInput,
  ): Promise<RenameCustomActivityPayload> {
    return activities.renameCustomActivity(ctx, input)
  }

  @Authorized('role.set-up')
  @Mutation(() => RestoreCustomActivityPayload, {
    description:
      'Brings an archived activity back into worksheets. BAD_INPUT where its name is in use again, or too many are; NOT_FOUND for any other.',
  })
  restoreCustomActivity(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RestoreCustomActivityInput) input: RestoreCustomActivityInput,
  ): Promise<RestoreCustomActivityPayload> {
    return activities.restoreCustomActivity(ctx, input)
  }
}
