import { graphql } from '../../generated/gql.ts'

export const peersQuery = graphql(`
  query Peers($filter: PeersFilter, $sort: PeersSort, $first: Int!, $after: String) {
    peers(filter: $filter, sort: $sort, first: $first, after: $after) {
      totalCount
      facets {
        onLeave
        leaving
        notJoined
        left
        aboveUsualCaseload
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          displayName
          state
          stateUntil
          returnsOn
          jobTitles
          fullTimeShare
          caseload
          certification {
            status
            expiresOn
            isExpiryUnknown
            count
          }
          hostAgencies {
            id
            name
          }
          team {
            id
            name
          }
        }
      }
    }
  }
`)

export const peerChoicesQuery = graphql(`
  query PeerChoices {
    peerChoices {
      hostAgencies {
        id
        name
      }
      teams {
        id
        name
      }
    }
  }
`)

export const peerQuery = graphql(`
  query Peer($peerId: UUID!) {
    peer(peerId: $peerId) {
      id
      displayName
      joinedOn
      state
      stateUntil
      leavesOn
      returnsOn
      revision
      fullTimeShare
      caseload
      jobTitles
      team {
        id
        name
      }
      placements {
        id
        jobTitle
        startsOn
        endsOn
        fullTimeShare
        caseload
        revision
        hostAgency {
          id
          name
        }
      }
      voidedPlacements {
        id
        jobTitle
        startsOn
        endsOn
        revision
        voidedAt
        voidedBy {
          id
          displayName
        }
        hostAgency {
          id
          name
        }
      }
      caseloadCounts {
        placementId
        countedOn
        people
      }
      leavePeriods {
        id
        startsOn
        endsOn
      }
    }
  }
`)
