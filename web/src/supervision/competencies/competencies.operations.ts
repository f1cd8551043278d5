import { graphql } from '../../generated/gql.ts'

export const mySupervisorReflectionsQuery = graphql(`
  query MySupervisorReflections($first: Int!, $after: String) {
    mySupervisorReflections(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          answeredOn
          ratings {
            skill
            rating
          }
        }
      }
    }
  }
`)

export const recordSupervisorReflectionMutation = graphql(`
  mutation RecordSupervisorReflection($input: RecordSupervisorReflectionInput!) {
    recordSupervisorReflection(input: $input) {
      reflection {
        answeredOn
      }
    }
  }
`)
