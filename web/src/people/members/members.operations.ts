import { graphql } from '../../generated/gql.ts'

export const memberFields = graphql(`
  fragment MemberFields on Member {
    id
    displayName
    email
    roles
    state
    hasJoined
    hostAgencyName
    lastSeenMonth
    linkEndsAt
    mailProblem
    revision
  }
`)

export const membersQuery = graphql(`
  query Members($filter: MembersFilter!, $sort: MembersSort!, $first: Int!, $after: String) {
    members(filter: $filter, sort: $sort, first: $first, after: $after) {
      totalCount
      edges {
        cursor
        node {
          ...MemberFields
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      facets {
        states {
          state
          count
        }
        roles {
          role
          count
        }
      }
    }
  }
`)

export const inviteMemberMutation = graphql(`
  mutation InviteMember($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      invitation {
        email
        link
        expiresAt
      }
    }
  }
`)

export const inviteMembersMutation = graphql(`
  mutation InviteMembers($input: InviteMembersInput!) {
    inviteMembers(input: $input) {
      __typename
      ... on MembersInvited {
        invitedCount
        byMail
        leftOut {
          line
          text
          problem
        }
      }
      ... on AddressListRefused {
        readyCount
        problems {
          line
          text
          problem
        }
      }
    }
  }
`)

export const resendInvitationMutation = graphql(`
  mutation ResendInvitation($input: ResendInvitationInput!) {
    resendInvitation(input: $input) {
      __typename
      ... on InvitationResent {
        invitation {
          email
          link
          expiresAt
        }
      }
    }
  }
`)

export const revokeInvitationMutation = graphql(`
  mutation RevokeInvitation($input: RevokeInvitationInput!) {
    payload: revokeInvitation(input: $input) {
      __typename
      ... on InvitationRevoked {
        member {
          ...MemberFields
        }
      }
    }
  }
`)

export const updateMemberRolesMutation = graphql(`
  mutation UpdateMemberRoles($input: UpdateMemberRolesInput!) {
    payload: updateMemberRoles(input: $input) {
      __typename
      ... on RoleRequested {
        roleRequest {
          id
        }
      }
      ... on MemberRolesUpdated {
        member {
          ...MemberFields
        }
      }
    }
  }
`)

export const disableMemberMutation = graphql(`
  mutation DisableMember($input: DisableMemberInput!) {
    payload: disableMember(input: $input) {
      __typename
      ... on MemberDisabled {
        member {
          ...MemberFields
        }
      }
    }
  }
`)

export const enableMemberMutation = graphql(`
  mutation EnableMember($input: EnableMemberInput!) {
    payload: enableMember(input: $input) {
      __typename
      ... on MemberEnabled {
        member {
          ...MemberFields
        }
      }
    }
  }
`)
