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
  query SavedViews {
    savedViews {
      ...SavedViewFields
    }
  }
`)

export const saveViewMutation = graphql(`
  mutation SaveView($input: SaveViewInput!) {
    saveView(input: $input) {
      ...SavedViewFields
    }
  }
`)

export const changeViewMutation = graphql(`
  mutation ChangeView($input: ChangeViewInput!) {
    changeView(input: $input) {
      ...SavedViewFields
    }
  }
`)

export const removeViewMutation = graphql(`
  mutation RemoveView($id: UUID!) {
    removeView(id: $id) {
      ...SavedViewFields
    }
  }
`)

export const restoreViewMutation = graphql(`
  mutation RestoreView($id: UUID!) {
    restoreView(id: $id) {
      ...SavedViewFields
    }
  }
`)
