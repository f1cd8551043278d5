import { graphql } from '../../generated/gql.ts'

export const myTeamQuery = graphql(`
  query MyTeam($first: Int!, $after: String, $filter: TeamFilter) {
    myTeam(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      facets {
        overdue
        next7Days
        later
        types
        hostAgencies {
          id
          name
        }
      }
      edges {
        node {
          peer {
            id
            displayName
          }
          group
          lastHeldOn
          weeks
          hostAgencies {
            id
            name
          }
          relationships {
            id
            type
            isSubstitute
            endsOn
            isPaused
            pausedUntil
            pausedFrom
            nextPlanned {
              id
              startsOn
              startTime
            }
            pauses {
              startsOn
              endsOn
            }
            due {
              ...DueFacts
            }
          }
        }
      }
    }
  }
`)

export const balanceOfMyPeerQuery = graphql(`
  query BalanceOfMyPeer($peerId: UUID!) {
    balanceOfMyPeer(peerId: $peerId) {
      type
      minutes
      percent
      agreedPercent
    }
  }
`)
