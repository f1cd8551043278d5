import { graphql } from '../../generated/gql.ts'

export const meQuery = graphql(`
  query Me {
    me {
      accountId
      membershipId
      displayName
      roles
      hostAgencyStaff
      today
      passwordConfirmed
      isSharedDevice
      organization {
        id
        name
        timeZone
        helpContacts {
          label
          phone
          url
          openHours
        }
      }
    }
  }
`)

export const signOutMutation = graphql(`
  mutation SignOut {
    signOut {
      signedOut
    }
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

export const updateOwnPreferencesMutation = graphql(`
  mutation UpdateOwnPreferences($input: UpdateOwnPreferencesInput!) {
    updateOwnPreferences(input: $input) {
      preferences {
        language
        theme
        timeZone
      }
    }
  }
`)
