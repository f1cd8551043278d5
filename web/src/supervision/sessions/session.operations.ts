import { graphql } from '../../generated/gql.ts'

export const sessionFacts = graphql(`
  fragment SessionFacts on SupervisionSession {
    id
    heldOn
    minutes
    format
    modality
    observed
    loggedAt
    voidedAt
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
      notes {
        aboutGroup
        activities
        note
      }
      comments {
        comment
        writtenAt
        peer {
          displayName
        }
      }
    }
    signatures {
      kind
      signedAt
      signer {
        displayName
      }
    }
    amendment {
      reason
      line
    }
  }
`)

export const versionFacts = graphql(`
  fragment VersionFacts on SessionVersion {
    id
    heldOn
    minutes
    format
    modality
    observed
    loggedAt
    voidedAt
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
      notes {
        aboutGroup
        activities
        note
      }
      comments {
        comment
        writtenAt
        peer {
          displayName
        }
      }
    }
    signatures {
      kind
      signedAt
      signer {
        displayName
      }
    }
    amendment {
      reason
      line
    }
  }
`)

export const sessionPage = graphql(`
  fragment SessionPage on SupervisionSessionConnection {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...SessionFacts
        canCorrect
        canAmend
        awaitsMe
        isFullySigned
        versions {
          ...VersionFacts
        }
      }
    }
  }
`)

export const logSupervisionSessionMutation = graphql(`
  mutation LogSupervisionSession($input: LogSupervisionSessionInput!) {
    logSupervisionSession(input: $input) {
      replayed
      session {
        id
      }
    }
  }
`)

export const sessionsOfQuery = graphql(`
  query SessionsOf($peerId: UUID!, $first: Int!, $after: String) {
    sessionsOf(peerId: $peerId, first: $first, after: $after) {
      ...SessionPage
    }
  }
`)

export const mySessionsQuery = graphql(`
  query MySessions($first: Int!, $search: String, $after: String) {
    mySessions(first: $first, search: $search, after: $after) {
      ...SessionPage
    }
  }
`)

export const sessionsAlreadyLoggedQuery = graphql(`
  query SessionsAlreadyLogged($heldOn: LocalDate!, $peerIds: [UUID!]!, $types: [SupervisionType!]!) {
    sessionsAlreadyLogged(heldOn: $heldOn, peerIds: $peerIds, types: $types) {
      minutes
      peers {
        displayName
      }
    }
  }
`)

export const lastModalityQuery = graphql(`
  query LastModality($peerId: UUID!) {
    sessionsOf(peerId: $peerId, first: 10) {
      edges {
        node {
          modality
          voidedAt
          canCorrect
        }
      }
    }
  }
`)
