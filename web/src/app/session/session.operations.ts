import { graphql } from '../../generated/gql.ts'

export const meQuery = graphql(`
  query Me {
    me {
      membershipId
      displayName
      roles
      hostAgencyStaff
      today
      passwordConfirmed
      organization {
        id
        name
        timeZone
        helpContacts {
          label
          phone
          url
        }
      }
    }
  }
`)

export const signOutMutation = graphql(`
  mutation SignOut {
    signOut
  }
`)

export const ownPreferencesQuery = graphql(`
  query OwnPreferences {
    myAccount {
      preferences {
        language
        theme
      }
    }
  }
`)

export const setOwnPreferencesMutation = graphql(`
  mutation SetOwnPreferences($input: OwnPreferencesInput!) {
    setOwnPreferences(input: $input) {
      language
      theme
      timeZone
    }
  }
`)
