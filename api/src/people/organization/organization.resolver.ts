import { GraphQLUUID } from 'graphql-scalars'
import { Arg, Authorized, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql'
import { SetupStep, SetupStepState } from '@alongside/shared/people/setup/setup-steps'
import type { RequestContext } from '../../server/request-context.ts'
import * as contacts from '../help-contacts/help-contacts.service.ts'
import {
  HelpContactInput,
  OrganizationHelpContact,
  OrganizationSettings,
  OrganizationSettingsInput,
  OrganizationSetupStepState,
  ReportingTeam,
} from './organization.types.ts'
import * as teams from './reporting-teams.service.ts'
import * as settings from './settings.service.ts'
import * as setup from '../setup/setup.service.ts'

@Resolver()
export class OrganizationResolver {
  @Authorized('organization.settings')
  @Query(() => OrganizationSettings, { description: 'What the own organization states about itself.' })
  organizationSettings(@Ctx('request') ctx: RequestContext): Promise<OrganizationSettings> {
    return settings.organizationSettings(ctx)
  }

  @Authorized('organization.settings')
  @Mutation(() => OrganizationSettings, {
    description:
      'Changes name, kind, home state, time zone, language. CONFLICT where somebody else was quicker.',
  })
  updateOrganization(
    @Ctx('request') ctx: RequestContext,
    @Arg('revision', () => Int, { description: 'As last read.' }) revision: number,
    @Arg('input', () => OrganizationSettingsInput) input: OrganizationSettingsInput,
  ): Promise<OrganizationSettings> {
    return settings.updateOrganization(ctx, revision, input)
  }

  @Authorized('organization.settings')
  @Query(() => [OrganizationHelpContact], { description: 'The help contacts in their order, at most 20.' })
  organizationHelpContacts(@Ctx('request') ctx: RequestContext): Promise<OrganizationHelpContact[]> {
    return contacts.organizationHelpContacts(ctx)
  }

  @Authorized('organization.settings')
  @Mutation(() => [OrganizationHelpContact], { description: 'Adds one at the end; at most 20 stand.' })
  addHelpContact(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => HelpContactInput) input: HelpContactInput,
  ): Promise<OrganizationHelpContact[]> {
    return contacts.addHelpContact(ctx, input)
  }

  @Authorized('organization.settings')
  @Mutation(() => [OrganizationHelpContact], { description: 'Changes one help contact.' })
  changeHelpContact(
    @Ctx('request') ctx: RequestContext,
    @Arg('id', () => GraphQLUUID) id: string,
    @Arg('input', () => HelpContactInput) input: HelpContactInput,
  ): Promise<OrganizationHelpContact[]> {
    return contacts.changeHelpContact(ctx, id, input)
  }

  @Authorized('organization.settings')
  @Mutation(() => [OrganizationHelpContact], {
    description: 'Takes one off the help page; it can be put back.',
  })
  removeHelpContact(
    @Ctx('request') ctx: RequestContext,
    @Arg('id', () => GraphQLUUID) id: string,
  ): Promise<OrganizationHelpContact[]> {
    return contacts.removeHelpContact(ctx, id)
  }

  @Authorized('organization.settings')
  @Mutation(() => [OrganizationHelpContact], { description: 'Puts one back that was removed.' })
  restoreHelpContact(
    @Ctx('request') ctx: RequestContext,
    @Arg('id', () => GraphQLUUID) id: string,
  ): Promise<OrganizationHelpContact[]> {
    return contacts.restoreHelpContact(ctx, id)
  }

  @Authorized('organization.settings')
  @Mutation(() => [OrganizationHelpContact], {
    description: 'Sets the order; names each status contact once.',
  })
  orderHelpContacts(
    @Ctx('request') ctx: RequestContext,
    @Arg('ids', () => [GraphQLUUID], { description: 'At most 20.' }) ids: string[],
  ): Promise<OrganizationHelpContact[]> {
    return contacts.orderHelpContacts(ctx, ids)
  }

  @Authorized('reporting-team.read')
  @Query(() => [ReportingTeam], { description: 'Teams by name, archived ones last; at most 500.' })
  reportingTeams(@Ctx('request') ctx: RequestContext): Promise<ReportingTeam[]> {
    return teams.reportingTeams(ctx)
  }

  @Authorized('reporting-team.manage')
  @Mutation(() => ReportingTeam, { description: 'BAD_INPUT already-there where a team has this name.' })
  addReportingTeam(
    @Ctx('request') ctx: RequestContext,
    @Arg('name', () => String, { description: '1-80 characters.' }) name: string,
  ): Promise<ReportingTeam> {
    return teams.addReportingTeam(ctx, name)
  }

  @Authorized('reporting-team.manage')
  @Mutation(() => ReportingTeam, { description: 'Another name; who is in it does not change.' })
  renameReportingTeam(
    @Ctx('request') ctx: RequestContext,
    @Arg('id', () => GraphQLUUID) id: string,
    @Arg('name', () => String, { description: '1-80 characters.' }) name: string,
  ): Promise<ReportingTeam> {
    return teams.renameReportingTeam(ctx, id, name)
  }

  @Authorized('reporting-team.manage')
  @Mutation(() => ReportingTeam, { description: 'Archives a team, or brings it back.' })
  archiveReportingTeam(
    @Ctx('request') ctx: RequestContext,
    @Arg('id', () => GraphQLUUID) id: string,
    @Arg('archived', () => Boolean, { defaultValue: true }) archived: boolean,
  ): Promise<ReportingTeam> {
    return teams.archiveReportingTeam(ctx, id, archived)
  }

  @Authorized('organization.settings')
  @Query(() => [OrganizationSetupStepState], { description: 'Every step of setting up, in its order.' })
  organizationSetup(@Ctx('request') ctx: RequestContext): Promise<OrganizationSetupStepState[]> {
    return setup.organizationSetup(ctx)
  }

  @Authorized('organization.settings')
  @Mutation(() => [OrganizationSetupStepState], {
    description: 'Marks a step done or skipped, or opens it again.',
  })
  decideSetupStep(
    @Ctx('request') ctx: RequestContext,
    @Arg('step', () => SetupStep) step: SetupStep,
    @Arg('decision', () => SetupStepState) decision: SetupStepState,
  ): Promise<OrganizationSetupStepState[]> {
    return setup.decideSetupStep(ctx, step, decision)
  }
}
