import { graphql } from '../generated/gql.ts'

export const dueFacts = graphql(`
  fragment DueFacts on SupervisionDue {
    kind
    dueOn
    overdueDays
    rule
    countedFrom
    cadenceDays
    pausedDays
  }
`)

export const relationshipFacts = graphql(`
  fragment RelationshipFacts on SupervisionRelationship {
    id
    type
    accepted
    startsOn
    endsOn
    isSubstitute
    supervisorHasPeerExperience
    lastHeldOn
    nextPlanned {
      id
      startsOn
      startTime
    }
    supervisor {
      id
      displayName
    }
    standsInFor {
      id
      displayName
    }
    isPaused
    pausedUntil
    pausedFrom
    due {
      ...DueFacts
    }
  }
`)

export const caseloadQuery = graphql(`
  query Caseload($first: Int!, $after: String) {
    caseload(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      facets {
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
          nextPlanned {
            id
            startsOn
            startTime
          }
          peerHasJoined
          holdsPeerRole
          peer {
            id
            displayName
          }
          isPaused
          pausedUntil
          pausedFrom
          due {
            ...DueFacts
          }
        }
      }
    }
  }
`)

export const mySupervisorsQuery = graphql(`
  query MySupervisors($first: Int!) {
    mySupervisors(first: $first) {
      edges {
        node {
          ...RelationshipFacts
        }
      }
    }
  }
`)

export const supervisionOfQuery = graphql(`
  query SupervisionOf($peerId: UUID!) {
    supervisionOf(peerId: $peerId) {
      states
      relationships {
        ...RelationshipFacts
      }
      agreement {
        ...AgreementFacts
      }
      requirements {
        id
        jurisdiction
        appliesTo
        asks
        longestCadenceDays
        source
        date
      }
      balance {
        type
        minutes
        percent
        agreedPercent
      }
    }
  }
`)

export const mySupervisionQuery = graphql(`
  query MySupervision {
    mySupervision {
      states
      relationships {
        ...RelationshipFacts
      }
      agreement {
        ...AgreementFacts
      }
      requirements {
        id
        jurisdiction
        appliesTo
        asks
        longestCadenceDays
        source
        date
      }
      balance {
        type
        minutes
        percent
        agreedPercent
      }
    }
  }
`)
