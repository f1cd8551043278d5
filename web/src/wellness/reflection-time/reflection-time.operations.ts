import { graphql } from '../../generated/gql.ts'

export const myReflectionTimeQuery = graphql(`
  query MyReflectionTime($first: Int!) {
    myReflectionTime(first: $first) {
      totalCount
      edges {
        node {
          weekStart
          minutes
        }
      }
    }
  }
`)

export const logReflectionTimeMutation = graphql(`
  mutation LogReflectionTime($input: LogReflectionTimeInput!) {
    logReflectionTime(input: $input) {
      reflectionTime {
        weekStart
        minutes
      }
    }
  }
`)
