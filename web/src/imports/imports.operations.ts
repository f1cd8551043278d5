import { graphql } from '../generated/gql.ts'

export const importsQuery = graphql(`
  query Imports($first: Int!) {
    imports(first: $first) {
      edges {
        node {
          id
          kind
          fileName
          state
          madeCount
          removedCount
          importedBy {
            id
            displayName
          }
          uploadedAt
        }
      }
    }
  }
`)

export const importQuery = graphql(`
  query Import($importId: UUID!) {
    import(importId: $importId) {
      id
      kind
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
      uploadedAt
      rowsUntil
      confirmedAt
      undoneAt
      canBeUndone
    }
  }
`)

export const importRowsQuery = graphql(`
  query ImportRows($importId: UUID!, $results: [ImportRowResult!], $first: Int!, $after: String) {
    importRows(importId: $importId, results: $results, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          line
          result
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

export const importMatchingQuery = graphql(`
  query ImportMatching($importId: UUID!) {
    importMatching(importId: $importId) {
      places {
        heading
        column
        example
      }
      missing
      dateOrder
      isDateOrderAsked
      values {
        column
        text
        rowCount
        suggestion
      }
      options {
        column
        value
        label
      }
    }
  }
`)

export const updateImportMutation = graphql(`
  mutation UpdateImport($input: UpdateImportInput!) {
    updateImport(input: $input) {
      import {
        id
        problemCount
      }
    }
  }
`)

export const createImportMutation = graphql(`
  mutation CreateImport($input: CreateImportInput!) {
    createImport(input: $input) {
      import {
        id
      }
    }
  }
`)

export const confirmImportMutation = graphql(`
  mutation ConfirmImport($input: ConfirmImportInput!) {
    confirmImport(input: $input) {
      __typename
    }
  }
`)

export const undoImportMutation = graphql(`
  mutation UndoImport($input: UndoImportInput!) {
    undoImport(input: $input) {
      import {
        id
        removedCount
      }
    }
  }
`)
