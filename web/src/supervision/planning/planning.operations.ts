import { graphql } from '../../generated/gql.ts'

export const plannedFacts = graphql(`
  fragment PlannedFacts on PlannedSession {
    id
    supervisor {
      id
      displayName
    }
    peers {
      id
      displayName
    }
    types
    startsOn
    startTime
    shownTime
    minutes
    format
    modality
    status
    reason
    canChange
    revision
    series {
      id
      everyWeeks
      lastStartsOn
      isEnding
    }
  }
`)

export const myPlannedSessionsQuery = graphql(`
  query MyPlannedSessions($view: PlannedSessionView!, $peerId: UUID, $first: Int!) {
    myPlannedSessions(view: $view, peerId: $peerId, first: $first) {
      totalCount
      edges {
        node {
          ...PlannedFacts
        }
      }
    }
  }
`)

export const plannedSessionsOfQuery = graphql(`
  query PlannedSessionsOf($peerId: UUID!, $first: Int!) {
    plannedSessionsOf(peerId: $peerId, first: $first) {
      edges {
        node {
          id
          supervisor {
            displayName
          }
          types
          startsOn
          shownTime
          minutes
          modality
          status
          reason
        }
      }
    }
  }
`)

export const suggestedSessionQuery = graphql(`
  query SuggestedSession($peerId: UUID!) {
    suggestedSession(peerId: $peerId) {
      startsOn
      startTime
      minutes
      modality
      types
    }
  }
`)

export const createPlannedSessionMutation = graphql(`
  mutation CreatePlannedSession($input: CreatePlannedSessionInput!) {
    createPlannedSession(input: $input) {
      plannedCount
      plannedSession {
        id
        revision
      }
    }
  }
`)

export const updatePlannedSessionMutation = graphql(`
  mutation UpdatePlannedSession($input: UpdatePlannedSessionInput!) {
    updatePlannedSession(input: $input) {
      __typename
      ... on PlannedSessionUpdated {
        plannedSession {
          id
          revision
        }
      }
      ... on StaleRevision {
        currentRevision
      }
    }
  }
`)

export const cancelPlannedSessionMutation = graphql(`
  mutation CancelPlannedSession($input: CancelPlannedSessionInput!) {
    cancelPlannedSession(input: $input) {
      __typename
      ... on PlannedSessionCancelled {
        plannedSession {
          id
          revision
        }
      }
      ... on StaleRevision {
        currentRevision
      }
    }
  }
`)

export const markPlannedSessionMissedMutation = graphql(`
  mutation MarkPlannedSessionMissed($input: MarkPlannedSessionMissedInput!) {
    markPlannedSessionMissed(input: $input) {
      __typename
      ... on PlannedSessionMissed {
        plannedSession {
          id
          revision
        }
      }
      ... on StaleRevision {
        currentRevision
      }
    }
  }
`)

export const restorePlannedSessionMutation = graphql(`
  mutation RestorePlannedSession($input: RestorePlannedSessionInput!) {
    restorePlannedSession(input: $input) {
      __typename
      ... on PlannedSessionRestored {
        plannedSession {
          id
          revision
        }
      }
      ... on StaleRevision {
        currentRevision
      }
    }
  }
`)
