import { graphql } from '../../generated/gql.ts'

export const organizationSetupQuery = graphql(`
  query OrganizationSetup {
    organizationSetup {
      step
      state
      decidedAt
    }
  }
`)

export const updateSetupStepMutation = graphql(`
  mutation UpdateSetupStep($input: UpdateSetupStepInput!) {
    updateSetupStep(input: $input) {
      steps {
        step
        state
        decidedAt
      }
    }
  }
`)

export const organizationSettingsQuery = graphql(`
  query OrganizationSettings {
    organizationSettings {
      name
      kind
      homeState
      timeZone
      locale
      revision
    }
  }
`)

export const updateOrganizationMutation = graphql(`
  mutation UpdateOrganization($input: UpdateOrganizationInput!) {
    updateOrganization(input: $input) {
      __typename
      ... on OrganizationUpdated {
        settings {
          name
          kind
          homeState
          timeZone
          locale
          revision
        }
      }
    }
  }
`)

export const reportingTeamsQuery = graphql(`
  query ReportingTeams($first: Int!, $after: String) {
    reportingTeams(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          archivedAt
        }
      }
    }
  }
`)

export const createReportingTeamMutation = graphql(`
  mutation CreateReportingTeam($input: CreateReportingTeamInput!) {
    createReportingTeam(input: $input) {
      reportingTeam {
        id
      }
    }
  }
`)

export const updateReportingTeamMutation = graphql(`
  mutation UpdateReportingTeam($input: UpdateReportingTeamInput!) {
    updateReportingTeam(input: $input) {
      reportingTeam {
        id
      }
    }
  }
`)

export const archiveReportingTeamMutation = graphql(`
  mutation ArchiveReportingTeam($input: ArchiveReportingTeamInput!) {
    archiveReportingTeam(input: $input) {
      reportingTeam {
        id
      }
    }
  }
`)

export const unarchiveReportingTeamMutation = graphql(`
  mutation UnarchiveReportingTeam($input: UnarchiveReportingTeamInput!) {
    unarchiveReportingTeam(input: $input) {
      reportingTeam {
        id
      }
    }
  }
`)

export const ownMembershipQuery = graphql(`
  query OwnMembership($first: Int!) {
    members(filter: { role: ADMIN }, first: $first) {
      edges {
        node {
          id
          roles
          revision
        }
      }
    }
  }
`)
