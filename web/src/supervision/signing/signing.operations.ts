import { graphql } from '../../generated/gql.ts'

export const waitingSession = graphql(`
  fragment WaitingSession on SupervisionSessionConnection {
    totalCount
    edges {
      node {
        id
        heldOn
        minutes
        format
        modality
        supervisor {
          id
          displayName
        }
        attendees {
          peer {
            id
            displayName
          }
        }
        segments {
          type
          minutes
        }
        amendment {
          reason
          line
        }
      }
    }
  }
`)

export const sessionsToSignQuery = graphql(`
  query SessionsToSign($first: Int!) {
    sessionsToSign(first: $first) {
      ...WaitingSession
    }
  }
`)

export const sessionsToAcknowledgeQuery = graphql(`
  query SessionsToAcknowledge($first: Int!) {
    sessionsToAcknowledge(first: $first) {
      ...WaitingSession
    }
  }
`)

export const signSupervisionSessionsMutation = graphql(`
  mutation SignSupervisionSessions($input: SignSupervisionSessionsInput!) {
    signSupervisionSessions(input: $input) {
      signedCount
    }
  }
`)

export const acknowledgeSupervisionSessionMutation = graphql(`
  mutation AcknowledgeSupervisionSession($input: AcknowledgeSupervisionSessionInput!) {
    acknowledgeSupervisionSession(input: $input) {
      signedAt
    }
  }
`)

export const amendSupervisionSessionMutation = graphql(`
  mutation AmendSupervisionSession($input: AmendSupervisionSessionInput!) {
    amendSupervisionSession(input: $input) {
      replayed
    }
  }
`)
