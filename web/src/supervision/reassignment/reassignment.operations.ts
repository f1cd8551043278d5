import { graphql } from '../../generated/gql.ts'

export const reassignableCaseloadQuery = graphql(`
  query ReassignableCaseload($supervisorId: UUID!) {
    reassignableCaseload(supervisorId: $supervisorId, first: 100) {
      edges {
        node {
          candidates {
            id
            displayName
          }
          relationship {
            id
            type
            isSubstitute
            peer {
              id
              displayName
            }
            supervisor {
              id
              displayName
            }
          }
        }
      }
    }
  }
`)

export const reassignCaseloadMutation = graphql(`
  mutation ReassignCaseload($input: ReassignCaseloadInput!) {
    reassignCaseload(input: $input) {
      reassigned
    }
  }
`)
