import { graphql } from '../../generated/gql.ts'

export const writeHouseRulesMutation = graphql(`
  mutation WriteHouseRules($input: WriteHouseRulesInput!) {
    writeHouseRules(input: $input) {
      houseRules {
        id
      }
    }
  }
`)
