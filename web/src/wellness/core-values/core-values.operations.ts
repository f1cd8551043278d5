import { graphql } from '../../generated/gql.ts'

export const myCoreValuesQuery = graphql(`
  query MyCoreValues {
    myCoreValues {
      startsOn
      endsOn
      isSaved
      answers {
        value
        answer
      }
    }
  }
`)

export const submitCoreValuesMutation = graphql(`
  mutation SubmitCoreValues($input: SubmitCoreValuesInput!) {
    submitCoreValues(input: $input) {
      coreValues {
        isSaved
      }
    }
  }
`)
