import { graphql } from '../../generated/gql.ts'

export const coursesToReviewQuery = graphql(`
  query CoursesToReview($first: Int!, $after: String) {
    coursesToReview(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          peer {
            id
            displayName
          }
          earnedHours {
            activityId
            title
            provider
            heldOn
            hours
            unit
            categories
            deliveryMode
            recordedAt
            evidence {
              id
              mediaType
            }
          }
        }
      }
    }
  }
`)

export const confirmCoursesMutation = graphql(`
  mutation ConfirmCourses($input: ConfirmCoursesInput!) {
    confirmCourses(input: $input) {
      activityIds
    }
  }
`)

export const returnCourseMutation = graphql(`
  mutation ReturnCourse($input: ReturnCourseInput!) {
    returnCourse(input: $input) {
      earnedHours {
        activityId
      }
    }
  }
`)
