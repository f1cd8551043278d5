import { graphql } from '../../generated/gql.ts'

export const supervisionGroupsQuery = graphql(`
  query SupervisionGroups($first: Int!) {
    supervisionGroups(first: $first) {
      edges {
        node {
          id
          name
          peers {
            id
            displayName
          }
        }
      }
    }
  }
`)

export const createSupervisionGroupMutation = graphql(`
  mutation CreateSupervisionGroup($input: CreateSupervisionGroupInput!) {
    createSupervisionGroup(input: $input) {
      group {
        id
      }
    }
  }
`)

export const removeSupervisionGroupMutation = graphql(`
  mutation RemoveSupervisionGroup($input: RemoveSupervisionGroupInput!) {
    removeSupervisionGroup(input: $input) {
      group {
        id
      }
    }
  }
`)
