import { graphql } from '../../generated/gql.ts'

export const publishHouseRulesMutation = graphql(`
  mutation PublishHouseRules($input: PublishHouseRulesInput!) {
    publishHouseRules(input: $input) {
      houseRules {
        id
      }
    }
  }
`)
