import { graphql } from '../../generated/gql.ts'

export const hostAgenciesQuery = graphql(`
  query HostAgencies($first: Int!, $after: String) {
    hostAgencies(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          kind
          state
          sequentialIntercept
          deflectionPathway
          revision
          peersToday
          dataSharing {
            state
            until
            agreements {
              id
              reference
              startsOn
              endsOn
            }
          }
          contacts {
            id
            name
            purpose
            phone
            email
          }
          staff {
            id
            displayName
            hasJoined
          }
        }
      }
    }
  }
`)

export const createHostAgencyMutation = graphql(`
  mutation CreateHostAgency($input: CreateHostAgencyInput!) {
    createHostAgency(input: $input) {
      hostAgency {
        id
      }
    }
  }
`)

export const updateHostAgencyMutation = graphql(`
  mutation UpdateHostAgency($input: UpdateHostAgencyInput!) {
    updateHostAgency(input: $input) {
      __typename
    }
  }
`)

export const createHostAgencyContactMutation = graphql(`
  mutation CreateHostAgencyContact($input: CreateHostAgencyContactInput!) {
    createHostAgencyContact(input: $input) {
      contact {
        id
      }
    }
  }
`)

export const removeHostAgencyContactMutation = graphql(`
  mutation RemoveHostAgencyContact($input: RemoveHostAgencyContactInput!) {
    removeHostAgencyContact(input: $input) {
      hostAgency {
        id
      }
    }
  }
`)

export const createDataSharingAgreementMutation = graphql(`
  mutation CreateDataSharingAgreement($input: CreateDataSharingAgreementInput!) {
    createDataSharingAgreement(input: $input) {
      agreement {
        id
      }
    }
  }
`)

export const updateDataSharingAgreementMutation = graphql(`
  mutation UpdateDataSharingAgreement($input: UpdateDataSharingAgreementInput!) {
    updateDataSharingAgreement(input: $input) {
      agreement {
        id
      }
    }
  }
`)

export const inviteHostAgencyStaffMutation = graphql(`
  mutation InviteHostAgencyStaff($input: InviteHostAgencyStaffInput!) {
    inviteHostAgencyStaff(input: $input) {
      invitation {
        email
        link
        expiresAt
      }
    }
  }
`)
