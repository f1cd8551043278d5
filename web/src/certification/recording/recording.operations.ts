import { graphql } from '../../generated/gql.ts'

export const courseQuestionsQuery = graphql(`
  query CourseQuestions($peerIds: [UUID!]!, $course: CourseInput!) {
    courseQuestions(peerIds: $peerIds, course: $course) {
      alreadyRecorded {
        title
        heldOn
        peers {
          displayName
        }
      }
      withoutEffect {
        peer {
          displayName
        }
        certification {
          credential {
            abbreviation
            state
          }
        }
        cause
        cycleEndsOn
      }
    }
  }
`)

export const statesHeldQuery = graphql(`
  query StatesHeld {
    renewals(first: 1) {
      facets {
        states {
          state
          count
        }
      }
    }
  }
`)
