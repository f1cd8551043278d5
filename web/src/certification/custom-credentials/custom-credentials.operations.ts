import { graphql } from '../../generated/gql.ts'

export const createCustomCredentialMutation = graphql(`
  mutation CreateCustomCredential($input: CreateCustomCredentialInput!) {
    createCustomCredential(input: $input) {
      credential {
        id
      }
    }
  }
`)

export const customCredentialQuery = graphql(`
  query CustomCredential($id: ID!) {
    customCredential(credentialId: $id) {
      revision
      isArchived
      isHeld
      changes {
        changedAt
        changedBy {
          displayName
        }
        before {
          ...OwnNames
        }
        after {
          ...OwnNames
        }
      }
    }
  }
`)

export const ownNames = graphql(`
  fragment OwnNames on CustomCredentialNames {
    name
    abbreviation
    certifyingBody
    state
    isArchived
  }
`)

export const correctCustomCredentialMutation = graphql(`
  mutation CorrectCustomCredential($input: CorrectCustomCredentialInput!) {
    correctCustomCredential(input: $input) {
      __typename
    }
  }
`)

export const archiveCustomCredentialMutation = graphql(`
  mutation ArchiveCustomCredential($input: ArchiveCustomCredentialInput!) {
    archiveCustomCredential(input: $input) {
      __typename
    }
  }
`)

export const unarchiveCustomCredentialMutation = graphql(`
  mutation UnarchiveCustomCredential($input: UnarchiveCustomCredentialInput!) {
    unarchiveCustomCredential(input: $input) {
      __typename
    }
  }
`)
