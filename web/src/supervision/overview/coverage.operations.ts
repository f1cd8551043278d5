import { graphql } from '../../generated/gql.ts'

export const supervisionCoverageQuery = graphql(`
  query SupervisionCoverage($first: Int!, $after: String, $filter: SupervisionCoverageFilter) {
    supervisionCoverage(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      summary {
        peers
        types {
          ...CoverageTally
        }
        supervisors {
          supervisor {
            id
            displayName
          }
          peers
          peersFte
          fullTimeShare
          peersPerFte
          of
          onTime
          overdue
          paused
        }
        hostAgencies {
          hostAgency {
            id
            name
          }
          peers
          types {
            ...CoverageTally
          }
        }
      }
      edges {
        node {
          peer {
            id
            displayName
          }
          isPeer
          hostAgencies {
            id
            name
          }
          cells {
            type
            state
            overdueDays
            lastHeldOn
            daysSince
            relationships {
              id
              accepted
              startsOn
              pausedUntil
              supervisor {
                id
                displayName
              }
              due {
                dueOn
              }
            }
          }
        }
      }
    }
  }
`)

export const coverageTally = graphql(`
  fragment CoverageTally on TypeCoverage {
    type
    of
    onTime
    dueThisWeek
    overdue
    notAssigned
    notStarted
    noSchedule
    paused
  }
`)

export const recordSupervisorTimeMutation = graphql(`
  mutation RecordSupervisorTime($input: RecordSupervisorTimeInput!) {
    recordSupervisorTime(input: $input) {
      supervisorTime {
        fullTimeShare
      }
    }
  }
`)
