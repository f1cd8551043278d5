import { graphql } from '../../generated/gql.ts'

export const roleActivitiesQuery = graphql(`
  query RoleActivities($first: Int!, $after: String) {
    roleActivities(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          key
          name
          group
          function
          catalogueFunction
          isArchived
        }
      }
    }
  }
`)

export const createCustomActivityMutation = graphql(`
  mutation CreateCustomActivity($input: CreateCustomActivityInput!) {
    createCustomActivity(input: $input) {
      activity {
        key
      }
    }
  }
`)

export const renameCustomActivityMutation = graphql(`
  mutation RenameCustomActivity($input: RenameCustomActivityInput!) {
    renameCustomActivity(input: $input) {
      activity {
        key
      }
    }
  }
`)

export const setActivityFunctionMutation = graphql(`
  mutation SetActivityFunction($input: SetActivityFunctionInput!) {
    setActivityFunction(input: $input) {
      activity {
        key
      }
    }
  }
`)

export const archiveCustomActivityMutation = graphql(`
  mutation ArchiveCustomActivity($input: ArchiveCustomActivityInput!) {
    archiveCustomActivity(input: $input) {
      activity {
        key
      }
    }
  }
`)

export const restoreCustomActivityMutation = graphql(`
  mutation RestoreCustomActivity($input: RestoreCustomActivityInput!) {
    restoreCustomActivity(input: $input) {
      activity {
        key
      }
    }
  }
`)
