import { graphql } from '../../generated/gql.ts'

export const peersQuery = graphql(`
  query Peers($filter: PeersFilter, $sort: PeersSort, $first: Int!, $after: String) {
    peerCounts(filter: $filter) {
      onLeave
      leaving
      notJoined
      left
      aboveUsualCaseload
    }
    peers(filter: $filter, sort: $sort, first: $first, after: $after) {
      totalCount
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
      withdrawnPlacements {
        id
        jobTitle
        startsOn
        endsOn
        revision
        withdrawnAt
        withdrawnBy
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

export const addPlacementMutation = graphql(`
  mutation AddPlacement($peerId: UUID!, $input: PlacementDetails!) {
    addPlacement(peerId: $peerId, input: $input)
  }
`)

export const correctPlacementMutation = graphql(`
  mutation CorrectPlacement($placementId: UUID!, $revision: Int!, $input: PlacementDetails!) {
    correctPlacement(placementId: $placementId, revision: $revision, input: $input)
  }
`)

export const recordCaseloadMutation = graphql(`
  mutation RecordCaseload($placementId: UUID!, $people: Int!, $countedOn: LocalDate!) {
    recordCaseload(placementId: $placementId, people: $people, countedOn: $countedOn)
  }
`)

export const recordLeaveMutation = graphql(`
  mutation RecordLeave($peerId: UUID!, $days: LeaveDays!) {
    recordLeave(peerId: $peerId, days: $days)
  }
`)

export const changeLeaveMutation = graphql(`
  mutation ChangeLeave($leaveId: UUID!, $days: LeaveDays!) {
    changeLeave(leaveId: $leaveId, days: $days)
  }
`)

export const removeLeaveMutation = graphql(`
  mutation RemoveLeave($leaveId: UUID!) {
    removeLeave(leaveId: $leaveId)
  }
`)

export const placeInTeamMutation = graphql(`
  mutation PlaceInTeam($peerId: UUID!, $revision: Int!, $teamId: UUID) {
    placeInTeam(peerId: $peerId, revision: $revision, teamId: $teamId)
  }
`)

export const recordLeavingMutation = graphql(`
  mutation RecordLeaving($peerId: UUID!, $leavesOn: LocalDate!, $revision: Int!) {
    recordLeaving(peerId: $peerId, leavesOn: $leavesOn, revision: $revision)
  }
`)

export const undoLeavingMutation = graphql(`
  mutation UndoLeaving($peerId: UUID!, $revision: Int!) {
    undoLeaving(peerId: $peerId, revision: $revision)
  }
`)

export const recordReturnMutation = graphql(`
  mutation RecordReturn($peerId: UUID!, $returnsOn: LocalDate!, $revision: Int!) {
    recordReturn(peerId: $peerId, returnsOn: $returnsOn, revision: $revision)
  }
`)

export const undoReturnMutation = graphql(`
  mutation UndoReturn($peerId: UUID!, $revision: Int!) {
    undoReturn(peerId: $peerId, revision: $revision)
  }
`)

export const withdrawPlacementMutation = graphql(`
  mutation WithdrawPlacement($placementId: UUID!, $revision: Int!) {
    withdrawPlacement(placementId: $placementId, revision: $revision)
  }
`)

export const undoPlacementWithdrawalMutation = graphql(`
  mutation UndoPlacementWithdrawal($placementId: UUID!, $revision: Int!) {
    undoPlacementWithdrawal(placementId: $placementId, revision: $revision)
  }
`)
