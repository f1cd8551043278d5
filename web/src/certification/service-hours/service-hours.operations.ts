import { graphql } from '../../generated/gql.ts'

export const serviceHoursQuery = graphql(`
  query ServiceHours($peerId: UUID!, $first: Int!, $after: String) {
    serviceHours(peerId: $peerId, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          startsOn
          endsOn
          hours
          voidedAt
          voidedBy {
            displayName
          }
        }
      }
    }
  }
`)

export const recordServiceHoursMutation = graphql(`
  mutation RecordServiceHours($input: RecordServiceHoursInput!) {
    recordServiceHours(input: $input) {
      serviceHours {
        id
      }
    }
  }
`)

export const voidServiceHoursMutation = graphql(`
  mutation VoidServiceHours($input: VoidServiceHoursInput!) {
    voidServiceHours(input: $input) {
      __typename
    }
  }
`)

export const restoreServiceHoursMutation = graphql(`
  mutation RestoreServiceHours($input: RestoreServiceHoursInput!) {
    restoreServiceHours(input: $input) {
      __typename
    }
  }
`)

export const serviceMonthsQuery = graphql(`
  query ServiceMonths($from: LocalDate!, $monthCount: Int!, $search: String, $first: Int!, $after: String) {
    serviceMonths(from: $from, monthCount: $monthCount, search: $search, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          peer {
            id
            displayName
          }
          months {
            month
            hours
            isSettable
          }
        }
      }
    }
  }
`)

export const setServiceMonthsMutation = graphql(`
  mutation SetServiceMonths($input: SetServiceMonthsInput!) {
    setServiceMonths(input: $input) {
      changedCount
    }
  }
`)
