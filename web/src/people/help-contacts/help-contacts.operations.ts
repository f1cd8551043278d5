import { graphql } from '../../generated/gql.ts'

export const organizationHelpContactsQuery = graphql(`
  query OrganizationHelpContacts {
    helpContacts: organizationHelpContacts {
      id
      label
      phone
      url
      openHours
    }
  }
`)

export const createHelpContactMutation = graphql(`
  mutation CreateHelpContact($input: CreateHelpContactInput!) {
    payload: createHelpContact(input: $input) {
      helpContacts {
        id
        label
        phone
        url
        openHours
      }
    }
  }
`)

export const updateHelpContactMutation = graphql(`
  mutation UpdateHelpContact($input: UpdateHelpContactInput!) {
    payload: updateHelpContact(input: $input) {
      helpContacts {
        id
        label
        phone
        url
        openHours
      }
    }
  }
`)

export const removeHelpContactMutation = graphql(`
  mutation RemoveHelpContact($input: RemoveHelpContactInput!) {
    payload: removeHelpContact(input: $input) {
      helpContacts {
        id
        label
        phone
        url
        openHours
      }
    }
  }
`)

export const restoreHelpContactMutation = graphql(`
  mutation RestoreHelpContact($input: RestoreHelpContactInput!) {
    payload: restoreHelpContact(input: $input) {
      helpContacts {
        id
        label
        phone
        url
        openHours
      }
    }
  }
`)

export const reorderHelpContactsMutation = graphql(`
  mutation ReorderHelpContacts($input: ReorderHelpContactsInput!) {
    payload: reorderHelpContacts(input: $input) {
      helpContacts {
        id
        label
        phone
        url
        openHours
      }
    }
  }
`)
