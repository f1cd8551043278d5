import { Arg, Args, Authorized, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import * as climate from './climate.service.ts'
import {
  ClimatePreview,
  ClimateSettings,
  CreateClimateStepInput,
  CreateClimateStepPayload,
  UpdateClimateSettingsInput,
  UpdateClimateSettingsPayload,
  VoidClimateStepInput,
  VoidClimateStepPayload,
} from './climate.types.ts'
import { CrowdReportArgs, CrowdReportConnection } from '../crowd-figures/crowd-report.types.ts'
import { crowdReports } from '../crowd-figures/crowd-reports.service.ts'

@Resolver()
export class ClimateResolver {
  @Authorized('climate.read')
  @Query(() => CrowdReportConnection, {
    description:
      'What was published of the answers of groups, the latest period first. Everyone in the organization sees the same.',
  })
  crowdReports(
    @Ctx('request') ctx: RequestContext,
    @Args(() => CrowdReportArgs) args: CrowdReportArgs,
  ): Promise<CrowdReportConnection> {
    return crowdReports(ctx, args)
  }

  @Authorized('climate.read')
  @Query(() => ClimateSettings, {
    description: 'Whether figures are published, and of how many people at least.',
  })
  climateSettings(@Ctx('request') ctx: RequestContext): Promise<ClimateSettings> {
    return climate.climateSettings(ctx)
  }

  @Authorized('climate.manage')
  @Query(() => ClimatePreview, {
    description:
      "Which groups would ever be visible with today's teams. BAD_INPUT for a smallest group outside 5-50.",
  })
  climatePreview(
    @Ctx('request') ctx: RequestContext,
    @Arg('smallestGroup', () => Int, {
      nullable: true,
      description: 'The one in use, unless another is tried.',
    })
    smallestGroup: number | null,
  ): Promise<ClimatePreview> {
    return climate.climatePreview(ctx, smallestGroup)
  }

  @Authorized('climate.manage')
  @Mutation(() => UpdateClimateSettingsPayload, {
    description:
      'Switches publishing on or off, and raises the smallest group. BAD_INPUT for fewer people than now, or outside 5-50.',
  })
  updateClimateSettings(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UpdateClimateSettingsInput) input: UpdateClimateSettingsInput,
  ) {
    return climate.updateClimateSettings(ctx, input)
  }

  @Authorized('climate.manage')
  @Mutation(() => CreateClimateStepPayload, {
    description: 'Says, for everyone to read, what the organization does about a report. It is dated today.',
  })
  createClimateStep(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreateClimateStepInput) input: CreateClimateStepInput,
  ): Promise<CreateClimateStepPayload> {
    return climate.createClimateStep(ctx, input)
  }

  @Authorized('climate.manage')
  @Mutation(() => VoidClimateStepPayload, {
    description: 'Removes a line that was written by mistake from the page.',
  })
  voidClimateStep(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => VoidClimateStepInput) input: VoidClimateStepInput,
  ): Promise<VoidClimateStepPayload> {
    return climate.voidClimateStep(ctx, input)
  }
}
