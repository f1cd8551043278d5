import { graphql } from '../../generated/gql.ts'

export const qualifiedSupervisorsQuery = graphql(`
  query QualifiedSupervisors($first: Int!, $after: String) {
    qualifiedSupervisors(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          supervisor {
            id
            displayName
          }
          qualifications {
            id
            course
            hours
            certificateNumber
            validFrom
            validUntil
            recordedAt
            voidedAt
            recordedBy {
              displayName
            }
          }
        }
      }
    }
  }
`)

export const recordSupervisorQualificationMutation = graphql(`
  mutation RecordSupervisorQualification($input: RecordSupervisorQualificationInput!) {
    recordSupervisorQualification(input: $input) {
      __typename
    }
  }
`)

export const correctSupervisorQualificationMutation = graphql(`
  mutation CorrectSupervisorQualification($input: CorrectSupervisorQualificationInput!) {
    correctSupervisorQualification(input: $input) {
      __typename
    }
  }
`)

export const voidSupervisorQualificationMutation = graphql(`
  mutation VoidSupervisorQualification($input: VoidSupervisorQualificationInput!) {
    voidSupervisorQualification(input: $input) {
      __typename
    }
  }
`)
