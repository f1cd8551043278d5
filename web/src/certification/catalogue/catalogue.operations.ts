import { graphql } from '../../generated/index.ts'

export const catalogueQuery = graphql(`
  query Catalogue($withRetired: Boolean!) {
    credentialCatalogue(withRetired: $withRetired) {
      id
      state
      name
      abbreviation
      alsoKnownAs
      certifyingBody
      knowledge
      isOwn
      isRetired
      isOverridden
      cycleMonths
      totalHours
    }
  }
`)

export const credentialQuery = graphql(`
  query Credential($id: String!) {
    credential(credentialId: $id) {
      id
      state
      name
      abbreviation
      alsoKnownAs
      certifyingBody
      knowledge
      isOwn
      rule {
        version
      }
      rules {
        ...RuleParts
      }
    }
  }
`)

export const catalogueReportsQuery = graphql(`
  query CatalogueReports($id: String!) {
    catalogueReports(credentialId: $id) {
      id
      whatChanged
      sourceUrl
      reportedBy
      reportedAt
    }
  }
`)

export const reportCatalogueChangeMutation = graphql(`
  mutation ReportCatalogueChange($input: ReportCatalogueChangeInput!) {
    reportCatalogueChange(input: $input)
  }
`)

export const settleCatalogueReportMutation = graphql(`
  mutation SettleCatalogueReport($id: UUID!) {
    settleCatalogueReport(id: $id)
  }
`)
