import { graphql } from '../../generated/gql.ts'

export const myAccountQuery = graphql(`
  query MyAccount {
    myAccount {
      email
      preferences {
        language
        theme
        timeZone
      }
      devices {
        id
        browser
        system
        address
        organizationName
        signedInAt
        lastUsedAt
        isThisOne
      }
    }
  }
`)

export const changeOwnNameMutation = graphql(`
  mutation ChangeOwnName($name: String!) {
    changeOwnName(name: $name)
  }
`)

export const changeOwnPasswordMutation = graphql(`
  mutation ChangeOwnPassword($input: ChangeOwnPasswordInput!) {
    changeOwnPassword(input: $input) {
      __typename
      ... on OwnPasswordChanged {
        endedSessions
      }
      ... on SignInPaused {
        retryAfterSeconds
      }
    }
  }
`)

export const endOwnSessionMutation = graphql(`
  mutation EndOwnSession($id: UUID!) {
    endOwnSession(id: $id)
  }
`)

export const makeRecoveryCodeMutation = graphql(`
  mutation MakeRecoveryCode {
    makeRecoveryCode
  }
`)

export const signOutEverywhereMutation = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere
  }
`)
