import { graphql } from '../generated/gql.ts'

export const integrationsQuery = graphql(`
  query Integrations {
    integrations {
      address
      tokens {
        id
        name
        capabilities
        madeByName
        madeAt
        expiresAt
        revokedAt
        lastUsedAt
        isOpen
      }
    }
  }
`)

export const makeApiTokenMutation = graphql(`
  mutation MakeApiToken($input: MakeApiTokenInput!) {
    makeApiToken(input: $input) {
      secret
      token {
        id
        name
      }
    }
  }
`)

export const revokeApiTokenMutation = graphql(`
  mutation RevokeApiToken($tokenId: UUID!) {
    revokeApiToken(tokenId: $tokenId) {
      id
      isOpen
    }
  }
`)
