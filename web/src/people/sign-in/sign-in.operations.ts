import { graphql } from '../../generated/gql.ts'

export const demoSignInsQuery = graphql(`
  query DemoSignIns {
    demoSignIns {
      email
      password
      displayName
      organizationName
      roles
    }
  }
`)

export const invitationQuery = graphql(`
  query Invitation($token: String!) {
    invitation(token: $token) {
      organizationName
      displayName
      email
      roles
      hasAccount
    }
  }
`)

export const signInMutation = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ... on AccessEnded {
        organizationName
        lastDay
        dataUntil
        pass
        erasedAt
      }
      ... on SignedIn {
        recoveryCode
      }
      ... on SignInPaused {
        retryAfterSeconds
      }
    }
  }
`)

export const acceptInvitationMutation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      __typename
      ... on SignedIn {
        recoveryCode
      }
      ... on SignInRefused {
        cause
      }
      ... on SignInPaused {
        retryAfterSeconds
      }
    }
  }
`)

export const recoverAccountMutation = graphql(`
  mutation RecoverAccount($input: RecoverAccountInput!) {
    recoverAccount(input: $input) {
      __typename
      ... on SignedIn {
        recoveryCode
      }
      ... on SignInPaused {
        retryAfterSeconds
      }
    }
  }
`)

export const confirmPasswordMutation = graphql(`
  mutation ConfirmPassword($input: ConfirmPasswordInput!) {
    confirmPassword(input: $input) {
      __typename
      ... on SignInPaused {
        retryAfterSeconds
      }
    }
  }
`)
