import { graphql } from '../generated/gql.ts'

export const checkDriftSignalsMutation = graphql(`
  mutation CheckDriftSignals {
    checkDriftSignals {
      unopened
    }
  }
`)

export const myDriftFlagsQuery = graphql(`
  query MyDriftFlags($after: String) {
    myDriftFlags(after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          origin
          raisedBy {
            id
            displayName
          }
          signal
          evidence
          cause
          status
          raisedAt
          revision
          openedAt
          seenBySupervisorsFrom
          releasedAt
          figure {
            figure
            entries {
              id
              label
            }
          }
          responses {
            id
            text
            writtenAt
          }
          steps {
            id
            to
            takenBy {
              id
              displayName
            }
            takenAt
            plan
            reason
          }
        }
      }
    }
  }
`)

export const teamDriftFlagsQuery = graphql(`
  query TeamDriftFlags($after: String) {
    teamDriftFlags(after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          peer {
            id
            displayName
          }
          origin
          raisedBy {
            id
            displayName
          }
          signal
          evidence
          cause
          status
          raisedAt
          revision
          responses {
            id
            text
            writtenAt
          }
          steps {
            id
            to
            takenBy {
              id
              displayName
            }
            takenAt
            plan
            reason
          }
        }
      }
    }
    observablePeers(first: 100) {
      edges {
        node {
          id
          displayName
        }
      }
    }
  }
`)

export const releasedDriftFlagsQuery = graphql(`
  query ReleasedDriftFlags($after: String) {
    releasedDriftFlags(after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          peer {
            id
            displayName
          }
          origin
          signal
          evidence
          cause
          releasedAs
          releasedAt
          responses {
            id
            text
            writtenAt
          }
        }
      }
    }
  }
`)

export const openDriftFlagMutation = graphql(`
  mutation OpenDriftFlag($input: OpenDriftFlagInput!) {
    openDriftFlag(input: $input) {
      __typename
    }
  }
`)

export const raiseDriftFlagMutation = graphql(`
  mutation RaiseDriftFlag($input: RaiseDriftFlagInput!) {
    raiseDriftFlag(input: $input) {
      __typename
    }
  }
`)

export const raiseObservedDriftFlagMutation = graphql(`
  mutation RaiseObservedDriftFlag($input: RaiseObservedDriftFlagInput!) {
    raiseObservedDriftFlag(input: $input) {
      seenBySupervisorsFrom
    }
  }
`)

export const addDriftFlagResponseMutation = graphql(`
  mutation AddDriftFlagResponse($input: AddDriftFlagResponseInput!) {
    addDriftFlagResponse(input: $input) {
      __typename
    }
  }
`)

export const releaseDriftFlagMutation = graphql(`
  mutation ReleaseDriftFlag($input: ReleaseDriftFlagInput!) {
    releaseDriftFlag(input: $input) {
      __typename
    }
  }
`)

export const addDriftFlagStepMutation = graphql(`
  mutation AddDriftFlagStep($input: AddDriftFlagStepInput!) {
    addDriftFlagStep(input: $input) {
      __typename
    }
  }
`)
