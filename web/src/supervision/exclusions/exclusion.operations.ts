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
