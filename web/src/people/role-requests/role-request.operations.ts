import { graphql } from '../../generated/gql.ts'

export const roleRequestsQuery = graphql(`
  query RoleRequests($first: Int!, $after: String) {
    roleRequests(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          member {
            id
            displayName
          }
          currentRoles
          roles
          expiresAt
        }
      }
    }
  }
`)

export const acceptRoleRequestMutation = graphql(`
  mutation AcceptRoleRequest($input: AcceptRoleRequestInput!) {
    acceptRoleRequest(input: $input) {
      __typename
    }
  }
`)

export const declineRoleRequestMutation = graphql(`
  mutation DeclineRoleRequest($input: DeclineRoleRequestInput!) {
    declineRoleRequest(input: $input) {
      __typename
    }
  }
`)
