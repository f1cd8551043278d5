import { graphql } from '../../generated/gql.ts'

/** All of the page in one request; without the requests to talk on a device that others use. */
export const supervisorMorningQuery = graphql(`
  query SupervisorMorning($withTalks: Boolean!) {
    supervisorMorning {
      overdue
      next7Days
      later
      dueSoon {
        peer {
          id
          displayName
        }
        relationships {
          id
          type
          due {
            ...DueFacts
          }
        }
      }
      sessionsToday {
        id
        supervisor {
          id
          displayName
        }
        peers {
          id
          displayName
        }
        types
        startsOn
        shownTime
      }
      sessionsToSign
      timeRequests
      agreementsToSign
    }
    talkRequestsToMe(first: 20) @include(if: $withTalks) {
      edges {
        node {
          id
          state
          peer {
            id
            displayName
          }
        }
      }
    }
  }
`)
