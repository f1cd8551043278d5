import { graphql } from '../../generated/gql.ts'

export const mySharesQuery = graphql(`
  query MyShares($first: Int!, $after: String) {
    myShares(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          kind
          scope
          state
          weekStart
          planText
          createdAt
          expiresAt
          lookCount
          receiver {
            id
            displayName
          }
          looks {
            id
            lookedAt
            lookedBy {
              id
              displayName
            }
          }
        }
      }
    }
  }
`)

export const createShareMutation = graphql(`
  mutation CreateShare($input: CreateShareInput!) {
    createShare(input: $input) {
      share {
        id
      }
    }
  }
`)

export const withdrawShareMutation = graphql(`
  mutation WithdrawShare($input: WithdrawShareInput!) {
    withdrawShare(input: $input) {
      share {
        id
        state
      }
    }
  }
`)

export const sharesOfPeerQuery = graphql(`
  query SharesOfPeer($peerId: UUID!, $first: Int!) {
    sharesOfPeer(peerId: $peerId, first: $first) {
      edges {
        node {
          id
          kind
          scope
          sharedAt
          expiresAt
        }
      }
    }
  }
`)

export const openShareMutation = graphql(`
  mutation OpenShare($input: OpenShareInput!) {
    openShare(input: $input) {
      opened {
        scope
        checkIn {
          weekStart
          weekFelt
          energy
          rest
          signs
          selfCare
          tags
          line
          wentWell
        }
        planLine {
          part
          text
          phone
        }
        proqol {
          finishedOn
          answers
          items
          credit
          results {
            scale
            answered
            score
            band
          }
        }
        ethicsReflection {
          version
          finishedOn
          answers
        }
      }
    }
  }
`)
