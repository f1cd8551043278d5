import { graphql } from '../generated/gql.ts'

export const integrationsQuery = graphql(`
  query Integrations {
    integrations {
      address
      tokens {
        id
        name
        capabilities
        createdBy {
          id
          displayName
        }
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        isOpen
      }
    }
  }
`)

export const createApiTokenMutation = graphql(`
  mutation CreateApiToken($input: CreateApiTokenInput!) {
    createApiToken(input: $input) {
      secret
    }
  }
`)

export const revokeApiTokenMutation = graphql(`
  mutation RevokeApiToken($input: RevokeApiTokenInput!) {
    revokeApiToken(input: $input) {
      token {
        id
        isOpen
      }
    }
  }
`)
