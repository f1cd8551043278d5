import { graphql } from '../../generated/gql.ts'

export const myExclusionsQuery = graphql(`
  query MyExclusions($first: Int!) {
    myExclusions(first: $first) {
      edges {
        node {
          id
          displayName
        }
      }
    }
  }
`)

export const exclusionChoicesQuery = graphql(`
  query ExclusionChoices($search: String!) {
    exclusionChoices(search: $search, first: 20) {
      edges {
        node {
          id
          displayName
        }
      }
    }
  }
`)

export const createExclusionMutation = graphql(`
  mutation CreateExclusion($input: CreateExclusionInput!) {
    createExclusion(input: $input) {
      __typename
    }
  }
`)

export const removeExclusionMutation = graphql(`
  mutation RemoveExclusion($input: RemoveExclusionInput!) {
    removeExclusion(input: $input) {
      __typename
    }
  }
`)

export const unavailablePairsQuery = graphql(`
  query UnavailablePairs($peerId: UUID) {
    unavailablePairs(peerId: $peerId, first: 50) {
      edges {
        node {
          peer {
            id
            displayName
          }
          supervisor {
            id
            displayName
          }
        }
      }
    }
  }
`)

export const unavailablePeerChoicesQuery = graphql(`
  query UnavailablePeerChoices($search: String!) {
    unavailablePeerChoices(search: $search, first: 20) {
      edges {
        node {
          id
          displayName
        }
      }
    }
  }
`)

export const createUnavailablePairMutation = graphql(`
  mutation CreateUnavailablePair($input: CreateUnavailablePairInput!) {
    createUnavailablePair(input: $input) {
      __typename
    }
  }
`)

export const removeUnavailablePairMutation = graphql(`
  mutation RemoveUnavailablePair($input: RemoveUnavailablePairInput!) {
    removeUnavailablePair(input: $input) {
      __typename
    }
  }
`)
