import { graphql } from '../../generated/gql.ts'

export const organizationSetupQuery = graphql(`
  query OrganizationSetup {
    organizationSetup {
      step
      state
      decidedAt
      decidedByName
    }
  }
`)

export const decideSetupStepMutation = graphql(`
  mutation DecideSetupStep($step: SetupStep!, $decision: SetupStepState!) {
    decideSetupStep(step: $step, decision: $decision) {
      step
      state
      decidedAt
      decidedByName
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
  mutation UpdateOrganization($revision: Int!, $input: OrganizationSettingsInput!) {
    updateOrganization(revision: $revision, input: $input) {
      name
      kind
      homeState
      timeZone
      locale
      revision
    }
  }
`)

export const organizationHelpContactsQuery = graphql(`
  query OrganizationHelpContacts {
    contacts: organizationHelpContacts {
      id
      label
      phone
      url
    }
  }
`)

export const addHelpContactMutation = graphql(`
  mutation AddHelpContact($input: HelpContactInput!) {
    contacts: addHelpContact(input: $input) {
      id
      label
      phone
      url
    }
  }
`)

export const changeHelpContactMutation = graphql(`
  mutation ChangeHelpContact($id: UUID!, $input: HelpContactInput!) {
    contacts: changeHelpContact(id: $id, input: $input) {
      id
      label
      phone
      url
    }
  }
`)

export const removeHelpContactMutation = graphql(`
  mutation RemoveHelpContact($id: UUID!) {
    contacts: removeHelpContact(id: $id) {
      id
      label
      phone
      url
    }
  }
`)

export const restoreHelpContactMutation = graphql(`
  mutation RestoreHelpContact($id: UUID!) {
    contacts: restoreHelpContact(id: $id) {
      id
      label
      phone
      url
    }
  }
`)

export const orderHelpContactsMutation = graphql(`
  mutation OrderHelpContacts($ids: [UUID!]!) {
    contacts: orderHelpContacts(ids: $ids) {
      id
      label
      phone
      url
    }
  }
`)

export const reportingTeamsQuery = graphql(`
  query ReportingTeams {
    reportingTeams {
      id
      name
      archivedAt
    }
  }
`)

export const addReportingTeamMutation = graphql(`
  mutation AddReportingTeam($name: String!) {
    addReportingTeam(name: $name) {
      id
      name
      archivedAt
    }
  }
`)

export const renameReportingTeamMutation = graphql(`
  mutation RenameReportingTeam($id: UUID!, $name: String!) {
    renameReportingTeam(id: $id, name: $name) {
      id
      name
      archivedAt
    }
  }
`)

export const archiveReportingTeamMutation = graphql(`
  mutation ArchiveReportingTeam($id: UUID!, $archived: Boolean!) {
    archiveReportingTeam(id: $id, archived: $archived) {
      id
      name
      archivedAt
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
