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
    lastSeenAt
    linkEndsAt
    revision
  }
`)

export const memberOutcomeFields = graphql(`
  fragment MemberOutcomeFields on MemberOutcome {
    __typename
    ... on Member {
      ...MemberFields
    }
    ... on MemberChangedMeanwhile {
      current {
        ...MemberFields
      }
    }
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
`)

export const inviteMemberMutation = graphql(`
  mutation InviteMember($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      id
      email
      link
      expiresAt
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
  mutation ResendInvitation($member: MemberAsSeen!, $email: String) {
    outcome: resendInvitation(member: $member, email: $email) {
      __typename
      ... on SentInvitation {
        email
        link
        expiresAt
      }
      ... on MemberChangedMeanwhile {
        current {
          ...MemberFields
        }
      }
    }
  }
`)

export const revokeInvitationMutation = graphql(`
  mutation RevokeInvitation($member: MemberAsSeen!) {
    outcome: revokeInvitation(member: $member) {
      ...MemberOutcomeFields
    }
  }
`)

export const changeMemberRolesMutation = graphql(`
  mutation ChangeMemberRoles($member: MemberAsSeen!, $roles: [Role!]!) {
    outcome: changeMemberRoles(member: $member, roles: $roles) {
      ...MemberOutcomeFields
    }
  }
`)

export const disableMemberMutation = graphql(`
  mutation DisableMember($member: MemberAsSeen!) {
    outcome: disableMember(member: $member) {
      ...MemberOutcomeFields
    }
  }
`)

export const enableMemberMutation = graphql(`
  mutation EnableMember($member: MemberAsSeen!) {
    outcome: enableMember(member: $member) {
      ...MemberOutcomeFields
    }
  }
`)
