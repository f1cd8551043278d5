import { graphql } from '../../generated/gql.ts'

export const roleAgreementFacts = graphql(`
  fragment RoleAgreementFacts on RoleAgreement {
    id
    version
    startsOn
    inForceFrom
    proposedBy {
      id
      displayName
    }
    lines {
      activity
      answer
      doneBy
    }
    acceptances {
      side
      onBehalfOf
      acceptedAt
      person {
        id
        displayName
      }
    }
  }
`)

export const placementRoleQuery = graphql(`
  query PlacementRole($placementId: UUID!) {
    placementRole(placementId: $placementId) {
      placementId
      isParticipationOrdered
      mySide
      answersInName
      canPropose
      canWriteHouseRules
      peer {
        id
        displayName
      }
      hostAgency {
        id
        name
      }
      houseRules {
        version
        transport
        homeVisits
        rideAlong
        outOfHours
        whoAsks
        writtenAt
      }
      inForce {
        ...RoleAgreementFacts
      }
      next {
        ...RoleAgreementFacts
      }
      earlier {
        ...RoleAgreementFacts
      }
    }
  }
`)

export const placementRolesQuery = graphql(`
  query PlacementRoles($first: Int!, $peerId: UUID) {
    placementRoles(first: $first, peerId: $peerId) {
      edges {
        node {
          placementId
          inForceFrom
          version
          isProposed
          waitsForMe
          hostAgency {
            id
            name
          }
        }
      }
    }
  }
`)

export const proposeRoleAgreementMutation = graphql(`
  mutation ProposeRoleAgreement($input: ProposeRoleAgreementInput!) {
    proposeRoleAgreement(input: $input) {
      role {
        placementId
      }
    }
  }
`)

export const acceptRoleAgreementMutation = graphql(`
  mutation AcceptRoleAgreement($input: AcceptRoleAgreementInput!) {
    acceptRoleAgreement(input: $input) {
      role {
        inForce {
          id
        }
      }
    }
  }
`)

export const withdrawRoleAgreementMutation = graphql(`
  mutation WithdrawRoleAgreement($input: WithdrawRoleAgreementInput!) {
    withdrawRoleAgreement(input: $input) {
      role {
        placementId
      }
    }
  }
`)

export const setParticipationMutation = graphql(`
  mutation SetParticipation($input: SetParticipationInput!) {
    setParticipation(input: $input) {
      role {
        isParticipationOrdered
      }
    }
  }
`)
