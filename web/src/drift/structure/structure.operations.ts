import { graphql } from '../../generated/gql.ts'

export const structuralPlanFacts = graphql(`
  fragment StructuralPlanFacts on StructuralPlan {
    id
    hostAgencyId
    hostAgencyName
    concern
    plan
    owner {
      id
      displayName
    }
    dueOn
    endedOn
    outcome
  }
`)

export const agencyConcernsQuery = graphql(`
  query AgencyConcerns($first: Int!, $after: String) {
    agencyConcerns(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          hostAgencyId
          hostAgencyName
          concern
          isPresent
          plan {
            ...StructuralPlanFacts
          }
        }
      }
    }
  }
`)

export const structuralPlanOwnersQuery = graphql(`
  query StructuralPlanOwners {
    structuralPlanOwners(first: 100) {
      edges {
        node {
          id
          displayName
        }
      }
    }
  }
`)

export const plansOfMyAgenciesQuery = graphql(`
  query PlansOfMyAgencies {
    plansOfMyAgencies(first: 10) {
      edges {
        node {
          ...StructuralPlanFacts
        }
      }
    }
  }
`)

export const createStructuralPlanMutation = graphql(`
  mutation CreateStructuralPlan($input: CreateStructuralPlanInput!) {
    createStructuralPlan(input: $input) {
      plan {
        id
      }
    }
  }
`)

export const endStructuralPlanMutation = graphql(`
  mutation EndStructuralPlan($input: EndStructuralPlanInput!) {
    endStructuralPlan(input: $input) {
      plan {
        id
      }
    }
  }
`)

export const flagCausesQuery = graphql(`
  query FlagCauses {
    climateSettings {
      onSince
      smallestGroup
    }
    climatePreview {
      peers
    }
    crowdReports(subject: FLAG_CAUSES, first: 4) {
      edges {
        node {
          id
          startsOn
          endsOn
          smallestGroup
          organization {
            countBand
            causes {
              cause
              share
            }
          }
          blocks {
            teamName
            countBand
            causes {
              cause
              share
            }
          }
        }
      }
    }
  }
`)

/** The lists that a plan makes out of date. */
export const STRUCTURE_LISTS = ['agency-concerns', 'plans-of-my-agencies']
