import { graphql } from '../../generated/gql.ts'

export const roleActivitiesQuery = graphql(`
  query RoleActivities($first: Int!) {
    roleActivities(first: $first) {
      edges {
        node {
          key
          name
          group
          function
          catalogueFunction
          isArchived
        }
      }
    }
  }
`)
