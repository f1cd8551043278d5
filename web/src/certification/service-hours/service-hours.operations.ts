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
