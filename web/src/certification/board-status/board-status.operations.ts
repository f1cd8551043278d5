import { graphql } from '../../generated/gql.ts'

export const recordBoardStatusMutation = graphql(`
  mutation RecordBoardStatus($input: RecordBoardStatusInput!) {
    recordBoardStatus(input: $input) {
      boardStatus {
        id
      }
    }
  }
`)

export const endBoardStatusMutation = graphql(`
  mutation EndBoardStatus($input: EndBoardStatusInput!) {
    endBoardStatus(input: $input) {
      boardStatus {
        id
      }
    }
  }
`)

export const voidBoardStatusMutation = graphql(`
  mutation VoidBoardStatus($input: VoidBoardStatusInput!) {
    voidBoardStatus(input: $input) {
      __typename
    }
  }
`)

export const restoreBoardStatusMutation = graphql(`
  mutation RestoreBoardStatus($input: RestoreBoardStatusInput!) {
    restoreBoardStatus(input: $input) {
      __typename
    }
  }
`)

export const correctBoardStatusMutation = graphql(`
  mutation CorrectBoardStatus($input: CorrectBoardStatusInput!) {
    correctBoardStatus(input: $input) {
      boardStatus {
        id
      }
    }
  }
`)
