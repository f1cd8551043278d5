import { GraphQLLocalDate } from 'graphql-scalars'
import { Arg, Args, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../server/graphql/connection.ts'
import type { RequestContext } from '../../server/request-context.ts'
import {
  CatalogueReportConnection,
  ReportCatalogueChangeInput,
  ReportCatalogueChangePayload,
  SettleCatalogueReportInput,
  SettleCatalogueReportPayload,
} from './catalogue-report.types.ts'
import * as reports from './catalogue-reports.service.ts'
import * as service from './catalogue.service.ts'
import { CredentialConnection, CredentialCatalogueFilter, CredentialType } from './credential.types.ts'

@Resolver()
export class CatalogueResolver {
  @Authorized('credential-catalogue.read')
  @Query(() => CredentialConnection, {
    description: "The catalogue: of one state, of the national boards ('US'), or all of it.",
  })
  credentialCatalogue(
    @Ctx('request') ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => CredentialCatalogueFilter, { nullable: true }) filter?: CredentialCatalogueFilter,
  ): Promise<CredentialConnection> {
    return service.credentialCatalogue(ctx, filter ?? {}, page)
  }

  @Authorized('credential-catalogue.read')
  @Query(() => CredentialType, {
    description: 'One credential of the catalogue; an unknown id answers NOT_FOUND.',
  })
  credential(
    @Ctx('request') ctx: RequestContext,
    @Arg('credentialId', () => ID) credentialId: string,
  ): Promise<CredentialType> {
    return service.credential(ctx, credentialId)
  }

  @Authorized('credential-catalogue.read')
  @Query(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The expiry that the rule makes of a day of issue, to compare with the certificate; null where not read.',
  })
  suggestedExpiry(
    @Ctx('request') ctx: RequestContext,
    @Arg('credentialId', () => ID) credentialId: string,
    @Arg('issuedOn', () => GraphQLLocalDate) issuedOn: string,
    @Arg('birthday', () => String, { nullable: true, description: "'MM-DD'" }) birthday?: string | null,
  ): Promise<string | null> {
    return service.suggestedExpiry(ctx, credentialId, issuedOn, birthday ?? null)
  }

  @Authorized('credential-catalogue.reports')
  @Query(() => CatalogueReportConnection, {
    description: 'Open notes of the organization on a credential, the newest first.',
  })
  catalogueReports(
    @Ctx('request') ctx: RequestContext,
    @Arg('credentialId', () => ID) credentialId: string,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<CatalogueReportConnection> {
    return reports.catalogueReports(ctx, credentialId, page)
  }

  @Authorized('credential-catalogue.report')
  @Mutation(() => ReportCatalogueChangePayload, {
    description: 'Notes that a rule seems to have changed. The catalogue itself stays as it is.',
  })
  reportCatalogueChange(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => ReportCatalogueChangeInput) input: ReportCatalogueChangeInput,
  ): Promise<ReportCatalogueChangePayload> {
    return reports.reportCatalogueChange(ctx, input)
  }

  @Authorized('credential-catalogue.report')
  @Mutation(() => SettleCatalogueReportPayload, {
    description: 'Says that a note has been looked into; unknown and settled ones answer NOT_FOUND.',
  })
  settleCatalogueReport(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => SettleCatalogueReportInput) input: SettleCatalogueReportInput,
  ): Promise<SettleCatalogueReportPayload> {
    return reports.settleCatalogueReport(ctx, input)
  }
}
