import { graphql } from '../generated/gql.ts'

export const importsQuery = graphql(`
  query Imports {
    imports {
      id
      fileName
      state
      rowCount
      madeCount
      removedCount
      importedByName
      uploadedAt
      canBeUndone
    }
  }
`)

export const importQuery = graphql(`
  query Import($importId: UUID!) {
    import(importId: $importId) {
      id
      fileName
      state
      encoding
      unknownHeadings
      rowCount
      newCount
      presentCount
      problemCount
      madeCount
      removedCount
      importedByName
      uploadedAt
      rowsUntil
      confirmedAt
      undoneAt
      canBeUndone
    }
  }
`)

export const importRowsQuery = graphql(`
  query ImportRows($importId: UUID!, $outcomes: [ImportRowOutcome!], $first: Int!, $after: String) {
    importRows(importId: $importId, outcomes: $outcomes, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          line
          outcome
          keptBecause
          cells {
            column
            text
          }
          problems {
            column
            problem
            otherLine
          }
        }
      }
    }
  }
`)

export const confirmImportMutation = graphql(`
  mutation ConfirmImport($input: ConfirmImportInput!) {
    confirmImport(input: $input) {
      __typename
      ... on ImportConfirmed {
        confirmed {
          id
          madeCount
        }
      }
      ... on ImportStopped {
        stillWithProblems {
          id
          problemCount
        }
      }
    }
  }
`)

export const undoImportMutation = graphql(`
  mutation UndoImport($importId: UUID!) {
    undoImport(importId: $importId) {
      id
      removedCount
    }
  }
`)
