import { graphql } from '../generated/gql.ts'

export const caseloadQuery = graphql(`
  query Caseload($first: Int!, $after: String) {
    caseload(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      counts {
        overdue
        dueThisWeek
        onTrack
        withoutCadence
      }
      edges {
        node {
          id
          type
          isSubstitute
          endsOn
          lastHeldOn
          peer {
            id
            displayName
          }
          due {
            kind
            dueOn
            overdueDays
            rule
            countedFrom
            cadenceDays
          }
        }
      }
    }
  }
`)

export const logSupervisionSessionMutation = graphql(`
  mutation LogSupervisionSession($input: LogSupervisionSessionInput!) {
    logSupervisionSession(input: $input) {
      id
      replayed
    }
  }
`)

export const sessionsOfQuery = graphql(`
  query SessionsOf($peerId: UUID!, $first: Int!, $after: String) {
    sessionsOf(peerId: $peerId, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          heldOn
          minutes
          format
          modality
          observed
          supervisor {
            id
            displayName
          }
          segments {
            type
            minutes
            notes {
              aboutGroup
              activities
              note
            }
          }
        }
      }
    }
  }
`)

export const mySessionsQuery = graphql(`
  query MySessions($first: Int!, $after: String) {
    mySessions(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          heldOn
          minutes
          format
          modality
          observed
          supervisor {
            id
            displayName
          }
          segments {
            type
            minutes
            notes {
              aboutGroup
              activities
              note
            }
          }
        }
      }
    }
  }
`)

export const mySupervisorsQuery = graphql(`
  query MySupervisors {
    mySupervisors {
      id
      type
      accepted
      startsOn
      endsOn
      isSubstitute
      supervisorHasPeerExperience
      lastHeldOn
      supervisor {
        id
        displayName
      }
      due {
        kind
        dueOn
        overdueDays
        rule
        countedFrom
        cadenceDays
      }
    }
  }
`)

export const acceptSupportiveRelationshipMutation = graphql(`
  mutation AcceptSupportiveRelationship($id: UUID!) {
    acceptSupportiveRelationship(id: $id)
  }
`)

export const endSupervisionRelationshipMutation = graphql(`
  mutation EndSupervisionRelationship($id: UUID!) {
    endSupervisionRelationship(id: $id)
  }
`)
