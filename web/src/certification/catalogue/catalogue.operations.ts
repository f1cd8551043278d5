import { graphql } from '../../generated/index.ts'

export const catalogueQuery = graphql(`
  query Catalogue($includesArchived: Boolean!, $first: Int!, $after: String) {
    credentialCatalogue(filter: { includesArchived: $includesArchived }, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          state
          name
          abbreviation
          alsoKnownAs
          certifyingBody
          knowledge
          isOwn
          isArchived
          isOverridden
          cycleMonths
          totalHours
        }
      }
    }
  }
`)

export const credentialQuery = graphql(`
  query Credential($id: ID!) {
    credential(credentialId: $id) {
      id
      state
      name
      abbreviation
      alsoKnownAs
      certifyingBody
      knowledge
      isOwn
      hints {
        ...ReadingValues
      }
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
  query CatalogueReports($id: ID!, $first: Int!, $after: String) {
    catalogueReports(credentialId: $id, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          whatChanged
          sourceUrl
          reportedAt
          reportedBy {
            displayName
          }
        }
      }
    }
  }
`)

export const reportCatalogueChangeMutation = graphql(`
  mutation ReportCatalogueChange($input: ReportCatalogueChangeInput!) {
    reportCatalogueChange(input: $input) {
      __typename
    }
  }
`)

export const settleCatalogueReportMutation = graphql(`
  mutation SettleCatalogueReport($input: SettleCatalogueReportInput!) {
    settleCatalogueReport(input: $input) {
      __typename
    }
  }
`)
