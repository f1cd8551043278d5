import { graphql } from '../../generated/gql.ts'

export const crowdReportsQuery = graphql(`
  query CrowdReports($subject: CrowdSubject!, $first: Int!) {
    crowdReports(subject: $subject, first: $first) {
      totalCount
      edges {
        node {
          id
          startsOn
          endsOn
          smallestGroup
          organization {
            ...CrowdGroup
          }
          blocks {
            ...CrowdGroup
          }
          steps {
            id
            step
            line
            takenOn
          }
        }
      }
    }
  }
  fragment CrowdGroup on CrowdBlock {
    teamName
    countBand
    means {
      measure
      mean
    }
    shares {
      sign
      share
    }
  }
`)

export const climateSettingsQuery = graphql(`
  query ClimateSettings {
    climateSettings {
      onSince
      smallestGroup
      revision
    }
  }
`)

export const climatePreviewQuery = graphql(`
  query ClimatePreview($smallestGroup: Int) {
    climatePreview(smallestGroup: $smallestGroup) {
      peers
      smallestGroup
      advice
      smallTeams
      blocks {
        teams
        size
        needsEveryone
      }
    }
  }
`)

export const updateClimateSettingsMutation = graphql(`
  mutation UpdateClimateSettings($input: UpdateClimateSettingsInput!) {
    updateClimateSettings(input: $input) {
      __typename
      ... on ClimateSettingsUpdated {
        settings {
          onSince
          smallestGroup
          revision
        }
      }
      ... on StaleRevision {
        currentRevision
      }
    }
  }
`)

export const createClimateStepMutation = graphql(`
  mutation CreateClimateStep($input: CreateClimateStepInput!) {
    createClimateStep(input: $input) {
      crowdReport {
        id
      }
    }
  }
`)

export const voidClimateStepMutation = graphql(`
  mutation VoidClimateStep($input: VoidClimateStepInput!) {
    voidClimateStep(input: $input) {
      crowdReport {
        id
      }
    }
  }
`)
