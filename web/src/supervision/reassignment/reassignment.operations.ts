import { graphql } from '../../generated/gql.ts'

export const reassignableCaseloadQuery = graphql(`
  query ReassignableCaseload($supervisorId: UUID!, $first: Int!, $after: String) {
    reassignableCaseload(supervisorId: $supervisorId, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
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
      reassignmentIds
    }
  }
`)

export const undoCaseloadReassignmentMutation = graphql(`
  mutation UndoCaseloadReassignment($input: UndoCaseloadReassignmentInput!) {
    undoCaseloadReassignment(input: $input) {
      undone
    }
  }
`)
