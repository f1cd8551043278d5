import { graphql } from '../../generated/gql.ts'

export const goalCoursesQuery = graphql(`
  query GoalCourses($first: Int!) {
    myLearningGoals(first: $first) {
      edges {
        node {
          id
          text
          competency
          state
        }
      }
    }
    myCertifications(first: $first) {
      edges {
        node {
          id
          credential {
            abbreviation
            state
          }
          requirements {
            ... on MeasuredRequirement {
              shortBy
              unit
              requirement {
                ... on MinimumRequirement {
                  category
                }
              }
            }
          }
        }
      }
    }
  }
`)
