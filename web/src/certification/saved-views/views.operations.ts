import { graphql } from '../../generated/gql.ts'

export const savedView = graphql(`
  fragment SavedViewFields on SavedView {
    id
    name
    query
    isDefault
  }
`)

export const savedViewsQuery = graphql(`
  query SavedViews($first: Int!, $after: String) {
    savedViews(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...SavedViewFields
        }
      }
    }
  }
`)

export const createSavedViewMutation = graphql(`
  mutation CreateSavedView($input: CreateSavedViewInput!) {
    createSavedView(input: $input) {
      savedViews {
        ...SavedViewFields
      }
    }
  }
`)

export const updateSavedViewMutation = graphql(`
  mutation UpdateSavedView($input: UpdateSavedViewInput!) {
    updateSavedView(input: $input) {
      savedViews {
        ...SavedViewFields
      }
    }
  }
`)

export const removeSavedViewMutation = graphql(`
  mutation RemoveSavedView($input: RemoveSavedViewInput!) {
    removeSavedView(input: $input) {
      savedViews {
        ...SavedViewFields
      }
    }
  }
`)

export const restoreSavedViewMutation = graphql(`
  mutation RestoreSavedView($input: RestoreSavedViewInput!) {
    restoreSavedView(input: $input) {
      savedViews {
        ...SavedViewFields
      }
    }
  }
`)
