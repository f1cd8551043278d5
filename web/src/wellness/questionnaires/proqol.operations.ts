import { graphql } from '../../generated/gql.ts'

export const myProqolQuery = graphql(`
  query MyProqol {
    myProqol {
      items
      credit
      nextFrom
      open {
        id
        startedOn
        answers
      }
    }
    myProqolResponses(first: 2) {
      totalCount
      edges {
        node {
          ...FinishedProqol
        }
      }
    }
  }
  fragment FinishedProqol on ProqolResponse {
    id
    finishedOn
    answers
    results {
      scale
      answered
      score
      band
    }
  }
`)

export const submitProqolAnswersMutation = graphql(`
  mutation SubmitProqolAnswers($input: SubmitProqolAnswersInput!) {
    submitProqolAnswers(input: $input) {
      response {
        id
        answers
        finishedOn
      }
    }
  }
`)

export const proqolItemsQuery = graphql(`
  query ProqolItems {
    proqolItems {
      count
      credit
    }
  }
`)

export const replaceProqolItemsMutation = graphql(`
  mutation ReplaceProqolItems($input: ReplaceProqolItemsInput!) {
    replaceProqolItems(input: $input) {
      proqolItems {
        count
        credit
      }
    }
  }
`)
