import { graphql } from '../../generated/index.ts'

export const myOrganizationsQuery = graphql(`
  query MyOrganizations($first: Int!, $after: String) {
    myOrganizations(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          isCurrent
        }
      }
    }
  }
`)

export const switchOrganizationMutation = graphql(`
  mutation SwitchOrganization($input: SwitchOrganizationInput!) {
    switchOrganization(input: $input) {
      me {
        membershipId
      }
    }
  }
`)
