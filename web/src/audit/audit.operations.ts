import { graphql } from '../generated/gql.ts'

export const auditTrailQuery = graphql(`
  query AuditTrail($filter: AuditTrailFilter, $first: Int!, $after: String) {
    auditTrail(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          number
          at
          area
          action
          subject
          actor {
            id
            displayName
          }
          person {
            id
            displayName
          }
          facts {
            name
            before
            after
          }
        }
      }
    }
  }
`)

export const myTrailQuery = graphql(`
  query MyTrail($first: Int!, $after: String) {
    myTrail(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          number
          at
          area
          action
          subject
          actor {
            id
            displayName
          }
          person {
            id
            displayName
          }
          facts {
            name
            before
            after
          }
        }
      }
    }
  }
`)
