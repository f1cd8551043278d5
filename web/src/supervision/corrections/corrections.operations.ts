import { graphql } from '../../generated/gql.ts'

export const loggedSessionQuery = graphql(`
  query LoggedSession($sessionId: UUID!) {
    loggedSession(sessionId: $sessionId) {
      id
      heldOn
      minutes
      format
      modality
      observed
      attendees {
        peer {
          id
          displayName
        }
        minutes
      }
      segments {
        type
        minutes
        notes {
          about {
            id
          }
          activities
          note
        }
      }
    }
  }
`)

export const correctSupervisionSessionMutation = graphql(`
  mutation CorrectSupervisionSession($input: CorrectSupervisionSessionInput!) {
    correctSupervisionSession(input: $input) {
      replayed
    }
  }
`)

export const voidSupervisionSessionMutation = graphql(`
  mutation VoidSupervisionSession($input: VoidSupervisionSessionInput!) {
    voidSupervisionSession(input: $input) {
      session {
        id
      }
    }
  }
`)

export const restoreSupervisionSessionMutation = graphql(`
  mutation RestoreSupervisionSession($input: RestoreSupervisionSessionInput!) {
    restoreSupervisionSession(input: $input) {
      session {
        id
      }
    }
  }
`)
