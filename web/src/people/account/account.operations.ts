import { graphql } from '../../generated/gql.ts'

export const myAccountQuery = graphql(`
  query MyAccount {
    myAccount {
      email
      departure {
        lastDay
        dataUntil
        erasedOn
      }
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
        isShared
      }
    }
  }
`)

export const updateOwnNameMutation = graphql(`
  mutation UpdateOwnName($input: UpdateOwnNameInput!) {
    updateOwnName(input: $input) {
      me {
        displayName
      }
    }
  }
`)

export const updateOwnPasswordMutation = graphql(`
  mutation UpdateOwnPassword($input: UpdateOwnPasswordInput!) {
    updateOwnPassword(input: $input) {
      __typename
      ... on OwnPasswordUpdated {
        endedSessions
        revokedTokens
      }
      ... on SignInPaused {
        retryAfterSeconds
      }
    }
  }
`)

export const endOwnSessionMutation = graphql(`
  mutation EndOwnSession($input: EndOwnSessionInput!) {
    endOwnSession(input: $input) {
      sessionId
    }
  }
`)

export const createRecoveryCodeMutation = graphql(`
  mutation CreateRecoveryCode {
    createRecoveryCode {
      recoveryCode
    }
  }
`)

export const signOutEverywhereMutation = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere {
      endedSessions
      revokedTokens
    }
  }
`)
