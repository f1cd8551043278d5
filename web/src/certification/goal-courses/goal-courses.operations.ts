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

/** For the office: the goals of one peer, and what their renewals lack. */
export const goalCoursesOfPeerQuery = graphql(`
  query GoalCoursesOfPeer($peerId: UUID!, $first: Int!) {
    learningGoalsOf(peerId: $peerId, first: $first) {
      edges {
        node {
          id
          text
          competency
          state
        }
      }
    }
    renewals(filter: { peerId: $peerId }, first: $first) {
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
