import { graphql } from '../generated/gql.ts'

/** The lists that a change of a flag makes out of date. */
export const FLAG_LISTS = ['my-drift-flags', 'my-drift-flag-drafts', 'team-drift-flags', 'role-look']

export const checkDriftSignalsMutation = graphql(`
  mutation CheckDriftSignals {
    checkDriftSignals {
      unopened
      awaitingAnswer
    }
  }
`)

export const driftFlagProgress = graphql(`
  fragment DriftFlagProgress on DriftFlagInProgress {
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
      discussedOn
      sessionId
      followUp {
        owner
        dueOn
        state
        supervisor {
          id
          displayName
        }
      }
    }
  }
`)

export const myDriftFlagsQuery = graphql(`
  query MyDriftFlags($first: Int!, $after: String) {
    myDriftFlags(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...DriftFlagProgress
          openedAt
          seenBySupervisorsFrom
          releasedAt
          onlyChosenReaders
          readers {
            relationshipId
            canRead
            supervisor {
              id
              displayName
            }
          }
          figure {
            figure
            entries {
              id
              label
              weekStart
            }
          }
        }
      }
    }
  }
`)

export const teamDriftFlagsQuery = graphql(`
  query TeamDriftFlags($first: Int!, $after: String) {
    teamDriftFlags(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...DriftFlagProgress
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

export const driftFlagsOfPeerQuery = graphql(`
  query DriftFlagsOfPeer($peerId: UUID!) {
    teamDriftFlags(peerId: $peerId, first: 10) {
      totalCount
      edges {
        node {
          ...DriftFlagProgress
        }
      }
    }
  }
`)

export const driftFlagsToLinkQuery = graphql(`
  query DriftFlagsToLink {
    myDriftFlags(first: 10) {
      edges {
        node {
          ...DriftFlagProgress
        }
      }
    }
  }
`)

export const driftFlagSessionsQuery = graphql(`
  query DriftFlagSessions($driftFlagId: UUID!) {
    driftFlagSessions(driftFlagId: $driftFlagId, first: 10) {
      edges {
        node {
          id
          heldOn
          minutes
          supervisor {
            id
            displayName
          }
        }
      }
    }
  }
`)

export const releasedDriftFlagsQuery = graphql(`
  query ReleasedDriftFlags($first: Int!, $after: String) {
    releasedDriftFlags(first: $first, after: $after) {
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
      driftFlag {
        id
      }
    }
  }
`)

export const undoDriftFlagMutation = graphql(`
  mutation UndoDriftFlag($input: UndoDriftFlagInput!) {
    undoDriftFlag(input: $input) {
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

export const addDriftFlagReaderMutation = graphql(`
  mutation AddDriftFlagReader($input: AddDriftFlagReaderInput!) {
    addDriftFlagReader(input: $input) {
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

export const myDriftFlagDraftsQuery = graphql(`
  query MyDriftFlagDrafts($first: Int!) {
    myDriftFlagDrafts(first: $first) {
      edges {
        node {
          id
          evidence
          cause
          response
          savedAt
          supervisorIds
        }
      }
    }
  }
`)

export const createDriftFlagDraftMutation = graphql(`
  mutation CreateDriftFlagDraft($input: CreateDriftFlagDraftInput!) {
    createDriftFlagDraft(input: $input) {
      __typename
    }
  }
`)

export const removeDriftFlagDraftMutation = graphql(`
  mutation RemoveDriftFlagDraft($input: RemoveDriftFlagDraftInput!) {
    removeDriftFlagDraft(input: $input) {
      __typename
    }
  }
`)
