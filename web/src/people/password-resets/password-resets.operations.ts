import { graphql } from '../../generated/gql.ts'

export const createPasswordResetMutation = graphql(`
  mutation CreatePasswordReset($input: CreatePasswordResetInput!) {
    payload: createPasswordReset(input: $input) {
      __typename
      ... on PasswordResetCreated {
        member {
          ...MemberFields
        }
      }
    }
  }
`)

export const passwordResetQuery = graphql(`
  query PasswordReset($token: String!) {
    passwordReset(token: $token) {
      email
      organizationName
    }
  }
`)

export const replacePasswordMutation = graphql(`
  mutation ReplacePassword($input: ReplacePasswordInput!) {
    replacePassword(input: $input) {
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

export const openPastCheckInsMutation = graphql(`
  mutation OpenPastCheckIns($input: OpenPastCheckInsInput!) {
    openPastCheckIns(input: $input) {
      __typename
    }
  }
`)
