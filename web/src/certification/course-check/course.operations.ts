import { graphql } from '../../generated/gql.ts'

export const courseAnswerValues = graphql(`
  fragment CourseAnswerValues on CourseAnswer {
    certification {
      id
      credential {
        abbreviation
        state
      }
    }
    answer
    counted
    reasons {
      ...CountReasonValues
    }
    after {
      ...RequirementFigures
    }
    rule {
      ...AppliedRuleValues
    }
  }
`)

export const willItCountQuery = graphql(`
  query WillItCount($course: CourseInput!) {
    willItCount(course: $course) {
      ...CourseAnswerValues
    }
  }
`)

export const willItCountForQuery = graphql(`
  query WillItCountFor($peerId: UUID!, $course: CourseInput!) {
    willItCountFor(peerId: $peerId, course: $course) {
      ...CourseAnswerValues
    }
  }
`)
