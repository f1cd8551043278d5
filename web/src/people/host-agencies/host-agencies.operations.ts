import { graphql } from '../../generated/gql.ts'

export const hostAgenciesQuery = graphql(`
  query HostAgencies {
    hostAgencies {
      id
      name
      kind
      state
      sequentialIntercept
      deflectionPathway
      revision
      peersToday
      dataSharing
      dataSharingUntil
      contacts {
        id
        name
        purpose
        phone
        email
      }
      agreements {
        id
        reference
        startsOn
        endsOn
      }
      staff {
        id
        displayName
        hasJoined
      }
    }
  }
`)

export const addHostAgencyMutation = graphql(`
  mutation AddHostAgency($input: HostAgencyDetails!) {
    addHostAgency(input: $input)
  }
`)

export const changeHostAgencyMutation = graphql(`
  mutation ChangeHostAgency($hostAgencyId: UUID!, $revision: Int!, $input: HostAgencyDetails!) {
    changeHostAgency(hostAgencyId: $hostAgencyId, revision: $revision, input: $input)
  }
`)

export const addHostAgencyContactMutation = graphql(`
  mutation AddHostAgencyContact($hostAgencyId: UUID!, $input: HostAgencyContactDetails!) {
    addHostAgencyContact(hostAgencyId: $hostAgencyId, input: $input)
  }
`)

export const removeHostAgencyContactMutation = graphql(`
  mutation RemoveHostAgencyContact($contactId: UUID!) {
    removeHostAgencyContact(contactId: $contactId)
  }
`)

export const recordDataSharingMutation = graphql(`
  mutation RecordDataSharing($hostAgencyId: UUID!, $input: DataSharingDetails!) {
    recordDataSharing(hostAgencyId: $hostAgencyId, input: $input)
  }
`)

export const correctDataSharingMutation = graphql(`
  mutation CorrectDataSharing($agreementId: UUID!, $input: DataSharingDetails!) {
    correctDataSharing(agreementId: $agreementId, input: $input)
  }
`)

export const inviteHostAgencyStaffMutation = graphql(`
  mutation InviteHostAgencyStaff($hostAgencyId: UUID!, $email: String!, $displayName: String!) {
    inviteHostAgencyStaff(hostAgencyId: $hostAgencyId, email: $email, displayName: $displayName) {
      email
      link
      expiresAt
    }
  }
`)
