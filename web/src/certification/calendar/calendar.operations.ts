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
          peerName
          credential
          status
        }
      }
    }
    renewals(filter: $filter, first: 1) {
      counts {
        ...RenewalCounts
      }
    }
  }
`)

export const renewalCalendarCsvQuery = graphql(`
  query RenewalCalendarCsv($from: LocalDate!, $to: LocalDate!, $filter: RenewalsFilter) {
    renewalCalendarCsv(from: $from, to: $to, filter: $filter)
  }
`)

export const certificationStatusesOfMyPeersQuery = graphql(`
  query CertificationStatusesOfMyPeers {
    certificationStatusesOfMyPeers {
      peerId
      status
    }
  }
`)
