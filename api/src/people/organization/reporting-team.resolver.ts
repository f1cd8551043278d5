import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import {
  ArchiveReportingTeamInput,
  ArchiveReportingTeamPayload,
  CreateReportingTeamInput,
  CreateReportingTeamPayload,
  ReportingTeamConnection,
  UnarchiveReportingTeamInput,
  UnarchiveReportingTeamPayload,
  UpdateReportingTeamInput,
  UpdateReportingTeamPayload,
} from './reporting-team.types.ts'
import * as teams from './reporting-teams.service.ts'

@Resolver()
export class ReportingTeamResolver {
  @Authorized('reporting-team.read')
  @Query(() => ReportingTeamConnection, { description: 'Teams by name, archived ones last.' })
  reportingTeams(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ReportingTeamConnection> {
    return teams.reportingTeams(ctx, page)
  }

  @Authorized('reporting-team.manage')
  @Mutation(() => CreateReportingTeamPayload, {
    description: 'Adds a team. BAD_INPUT already-there where another has this name.',
  })
  createReportingTeam(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreateReportingTeamInput) input: CreateReportingTeamInput,
  ): Promise<CreateReportingTeamPayload> {
    return teams.createReportingTeam(ctx, input)
  }

  @Authorized('reporting-team.manage')
  @Mutation(() => UpdateReportingTeamPayload, {
    description:
      'Gives a team another name; who is in it does not change. BAD_INPUT already-there where another has it.',
  })
  updateReportingTeam(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UpdateReportingTeamInput) input: UpdateReportingTeamInput,
  ): Promise<UpdateReportingTeamPayload> {
    return teams.updateReportingTeam(ctx, input)
  }

  @Authorized('reporting-team.manage')
  @Mutation(() => ArchiveReportingTeamPayload, {
    description: 'Archives a team: nobody can be put into it any more.',
  })
  archiveReportingTeam(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => ArchiveReportingTeamInput) input: ArchiveReportingTeamInput,
  ): Promise<ArchiveReportingTeamPayload> {
    return teams.archiveReportingTeam(ctx, input)
  }

  @Authorized('reporting-team.manage')
  @Mutation(() => UnarchiveReportingTeamPayload, {
    description: 'Takes an archived team into use again. BAD_INPUT already-there where its name is taken.',
  })
  unarchiveReportingTeam(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UnarchiveReportingTeamInput) input: UnarchiveReportingTeamInput,
  ): Promise<UnarchiveReportingTeamPayload> {
    return teams.unarchiveReportingTeam(ctx, input)
  }
}
