import { graphql } from '../../generated/gql.ts'

export const availableSupervisorsQuery = graphql(`
  query AvailableSupervisors($peerId: UUID!, $type: SupervisionType!, $search: String!) {
    availableSupervisors(peerId: $peerId, type: $type, search: $search, first: 20) {
      totalCount
      edges {
        node {
          id
          displayName
        }
      }
    }
  }
`)

export const proposeSupervisionRelationshipMutation = graphql(`
  mutation ProposeSupervisionRelationship($input: ProposeSupervisionRelationshipInput!) {
    proposeSupervisionRelationship(input: $input) {
      __typename
    }
  }
`)

export const reassignSupervisionMutation = graphql(`
  mutation ReassignSupervision($input: ReassignSupervisionInput!) {
    reassignSupervision(input: $input) {
      __typename
    }
  }
`)

export const acceptSupportiveRelationshipMutation = graphql(`
  mutation AcceptSupportiveRelationship($input: AcceptSupportiveRelationshipInput!) {
    acceptSupportiveRelationship(input: $input) {
      __typename
    }
  }
`)

export const declineSupportiveRelationshipMutation = graphql(`
  mutation DeclineSupportiveRelationship($input: DeclineSupportiveRelationshipInput!) {
    declineSupportiveRelationship(input: $input) {
      __typename
    }
  }
`)

export const endSupervisionRelationshipMutation = graphql(`
  mutation EndSupervisionRelationship($input: EndSupervisionRelationshipInput!) {
    endSupervisionRelationship(input: $input) {
      __typename
    }
  }
`)
