import { graphql } from '../../generated/gql.ts'

export const mySelfCarePlanQuery = graphql(`
  query MySelfCarePlan($first: Int!) {
    mySelfCarePlan(first: $first) {
      edges {
        node {
          id
          part
          text
          phone
        }
      }
    }
  }
`)

export const createPlanLineMutation = graphql(`
  mutation CreatePlanLine($input: CreatePlanLineInput!) {
    createPlanLine(input: $input) {
      line {
        id
      }
    }
  }
`)

export const updatePlanLineMutation = graphql(`
  mutation UpdatePlanLine($input: UpdatePlanLineInput!) {
    updatePlanLine(input: $input) {
      line {
        id
      }
    }
  }
`)

export const removePlanLineMutation = graphql(`
  mutation RemovePlanLine($input: RemovePlanLineInput!) {
    removePlanLine(input: $input) {
      line {
        id
        part
        text
        phone
      }
    }
  }
`)
