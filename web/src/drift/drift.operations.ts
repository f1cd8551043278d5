import { graphql } from '../generated/gql.ts'

export const lookForDriftSignalsMutation = graphql(`
  mutation LookForDriftSignals {
    lookForDriftSignals {
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
          raisedByName
          signal
          evidence
          cause
          status
          toldAt
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
          ownViews {
            id
            text
            writtenAt
          }
          steps {
            id
            to
            takenByName
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
          peerName
          origin
          raisedByName
          signal
          evidence
          cause
          status
          toldAt
          ownViews {
            id
            text
            writtenAt
          }
          steps {
            id
            to
            takenByName
            takenAt
            plan
            reason
          }
        }
      }
    }
    observablePeers {
      id
      displayName
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
          peerName
          origin
          signal
          evidence
          cause
          releasedAs
          releasedAt
          ownViews {
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
  mutation OpenDriftFlag($id: UUID!) {
    openDriftFlag(id: $id) {
      id
    }
  }
`)

export const raiseDriftFlagMutation = graphql(`
  mutation RaiseDriftFlag($input: RaiseDriftFlagInput!) {
    raiseDriftFlag(input: $input) {
      id
    }
  }
`)

export const raiseObservedDriftFlagMutation = graphql(`
  mutation RaiseObservedDriftFlag($input: RaiseObservedDriftFlagInput!) {
    raiseObservedDriftFlag(input: $input) {
      id
      seenBySupervisorsFrom
    }
  }
`)

export const addOwnViewMutation = graphql(`
  mutation AddOwnView($flagId: UUID!, $text: String!) {
    addOwnView(flagId: $flagId, text: $text) {
      id
    }
  }
`)

export const releaseDriftFlagMutation = graphql(`
  mutation ReleaseDriftFlag($id: UUID!, $as: DriftReleaseAs!) {
    releaseDriftFlag(id: $id, as: $as) {
      id
    }
  }
`)

export const takeDriftFlagStepMutation = graphql(`
  mutation TakeDriftFlagStep($input: DriftFlagStepInput!) {
    takeDriftFlagStep(input: $input) {
      id
      status
    }
  }
`)
