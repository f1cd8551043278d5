import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import { CatalogueReportType, ReportCatalogueChangeInput } from './catalogue-report.types.ts'
import * as service from './catalogue.service.ts'
import { CredentialType } from './credential.types.ts'

@Resolver()
export class CatalogueResolver {
  @Authorized('credential-catalogue.read')
  @Query(() => [CredentialType], {
    description: "The catalogue: of one state, of the national boards ('US'), or all of it.",
  })
  credentialCatalogue(
    @Ctx('request') ctx: RequestContext,
    @Arg('state', () => String, { nullable: true }) state: string | null | undefined,
    @Arg('withRetired', () => Boolean, {
      defaultValue: false,
      description: 'Also what the organization put away.',
    })
    withRetired: boolean,
  ): Promise<CredentialType[]> {
    return service.credentialCatalogue(ctx, state ?? null, withRetired)
  }

  @Authorized('credential-catalogue.read')
  @Query(() => CredentialType, {
    description: 'One credential of the catalogue; an unknown id answers NOT_FOUND.',
  })
  credential(
    @Ctx('request') ctx: RequestContext,
    @Arg('credentialId', () => String) credentialId: string,
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
    @Arg('credentialId', () => String) credentialId: string,
    @Arg('issuedOn', () => GraphQLLocalDate) issuedOn: string,
    @Arg('birthday', () => String, { nullable: true, description: "'MM-DD'" }) birthday?: string | null,
  ): Promise<string | null> {
    return service.suggestedExpiry(ctx, credentialId, issuedOn, birthday ?? null)
  }

  @Authorized('credential-catalogue.reports')
  @Query(() => [CatalogueReportType], {
    description: 'Open notes of the organization on a credential, the newest first; at most 50.',
  })
  catalogueReports(
    @Ctx('request') ctx: RequestContext,
    @Arg('credentialId', () => String) credentialId: string,
  ): Promise<CatalogueReportType[]> {
    return service.catalogueReports(ctx, credentialId)
  }

  @Authorized('credential-catalogue.report')
  @Mutation(() => GraphQLUUID, {
    description:
      'Notes that a rule seems to have changed. The catalogue itself stays as it is. Answers the id.',
  })
  reportCatalogueChange(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => ReportCatalogueChangeInput) input: ReportCatalogueChangeInput,
  ): Promise<string> {
    return service.reportCatalogueChange(ctx, input)
  }

  @Authorized('credential-catalogue.report')
  @Mutation(() => GraphQLUUID, {
    description: 'Says that a note has been looked into; unknown and settled ones answer NOT_FOUND.',
  })
  settleCatalogueReport(
    @Ctx('request') ctx: RequestContext,
    @Arg('id', () => GraphQLUUID) id: string,
  ): Promise<string> {
    return service.settleCatalogueReport(ctx, id)
  }
}
