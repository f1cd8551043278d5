import { graphql } from '../../generated/gql.ts'

export const createPlacementMutation = graphql(`
  mutation CreatePlacement($input: CreatePlacementInput!) {
    createPlacement(input: $input) {
      placement {
        id
      }
    }
  }
`)

export const updatePlacementMutation = graphql(`
  mutation UpdatePlacement($input: UpdatePlacementInput!) {
    updatePlacement(input: $input) {
      __typename
      ... on PlacementUpdated {
        placement {
          id
          revision
        }
      }
    }
  }
`)

export const voidPlacementMutation = graphql(`
  mutation VoidPlacement($input: VoidPlacementInput!) {
    voidPlacement(input: $input) {
      __typename
      ... on PlacementVoided {
        placement {
          id
          revision
        }
      }
    }
  }
`)

export const restorePlacementMutation = graphql(`
  mutation RestorePlacement($input: RestorePlacementInput!) {
    restorePlacement(input: $input) {
      __typename
      ... on PlacementRestored {
        placement {
          id
          revision
        }
      }
    }
  }
`)

export const recordCaseloadMutation = graphql(`
  mutation RecordCaseload($input: RecordCaseloadInput!) {
    recordCaseload(input: $input) {
      caseloadCount {
        placementId
      }
    }
  }
`)
