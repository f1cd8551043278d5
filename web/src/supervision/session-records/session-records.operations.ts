import { graphql } from '../../generated/gql.ts'

export const sessionRecordFacts = graphql(`
  fragment SessionRecordFacts on SessionRecord {
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
    attendees {
      minutes
      peer {
        id
        displayName
      }
    }
    segments {
      type
      minutes
    }
  }
`)

export const ledSessionsQuery = graphql(`
  query LedSessions($first: Int!, $after: String, $filter: SessionRecordsFilter) {
    ledSessions(first: $first, after: $after, filter: $filter) {
      totalCount
      totalMinutes
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...SessionRecordFacts
        }
      }
    }
  }
`)

export const supervisionSessionsQuery = graphql(`
  query SupervisionSessions($first: Int!, $after: String, $filter: SessionRecordsFilter) {
    supervisionSessions(first: $first, after: $after, filter: $filter) {
      totalCount
      totalMinutes
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...SessionRecordFacts
        }
      }
    }
  }
`)

/** Whom the office can narrow the list to: the supervisors and agencies of the overview, and people by name. */
export const sessionChoicesQuery = graphql(`
  query SessionChoices($first: Int!, $after: String) {
    supervisionCoverage(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      summary {
        supervisors {
          supervisor {
            id
            displayName
          }
        }
        hostAgencies {
          hostAgency {
            id
            name
          }
        }
      }
      edges {
        node {
          peer {
            id
            displayName
          }
        }
      }
    }
  }
`)
