import { graphql } from '../../generated/gql.ts'

export const myEthicsReflectionsQuery = graphql(`
  query MyEthicsReflections {
    myOpenEthicsReflection {
      id
      version
      answers
    }
    myEthicsReflections(first: 1) {
      edges {
        node {
          id
          version
          finishedOn
          answers
        }
      }
    }
  }
`)

export const submitEthicsAnswersMutation = graphql(`
  mutation SubmitEthicsAnswers($input: SubmitEthicsAnswersInput!) {
    submitEthicsAnswers(input: $input) {
      reflection {
        id
        answers
        finishedOn
      }
    }
  }
`)
