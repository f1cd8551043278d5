import { graphql } from '../../generated/gql.ts'

export const renewalCalendarQuery = graphql(`
  query RenewalCalendar(
    $from: LocalDate!
    $to: LocalDate!
    $filter: RenewalsFilter
    $first: Int!
    $after: String
  ) {
    renewalCalendar(from: $from, to: $to, filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      months {
        startsOn
        expiries
        openings
        sendBys
        reminders
      }
      edges {
        node {
          on
          kind
          certificationId
          peer {
            displayName
          }
          credential
          status
        }
      }
    }
    renewals(filter: $filter, first: 1) {
      facets {
        ...RenewalFacets
      }
    }
  }
`)

export const certificationStatusesOfMyPeersQuery = graphql(`
  query CertificationStatusesOfMyPeers($first: Int!, $after: String) {
    certificationStatusesOfMyPeers(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          peer {
            id
          }
          status
        }
      }
    }
  }
`)
