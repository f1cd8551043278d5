import { graphql } from '../generated/gql.ts'

export const dueFacts = graphql(`
  fragment DueFacts on SupervisionDue {
    kind
    dueOn
    overdueDays
    rule
    countedFrom
    cadenceDays
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
    due {
      ...DueFacts
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
`)

export const agreementFacts = graphql(`
  fragment AgreementFacts on SupervisionAgreement {
    id
    agreedOn
    peer {
      id
      displayName
    }
    terms {
      type
      cadenceDays
      groupSessionsCount
      sessionMinutes
      confidence
      supervisor {
        id
        displayName
      }
    }
    signers {
      signedAt
      member {
        id
        displayName
      }
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
          peer {
            id
            displayName
          }
          isPaused
          pausedUntil
          due {
            ...DueFacts
          }
        }
      }
    }
  }
`)

export const logSupervisionSessionMutation = graphql(`
  mutation LogSupervisionSession($input: LogSupervisionSessionInput!) {
    logSupervisionSession(input: $input) {
      replayed
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
  query MySessions($first: Int!, $after: String) {
    mySessions(first: $first, after: $after) {
      ...SessionPage
    }
  }
`)

export const mySupervisorsQuery = graphql(`
  query MySupervisors {
    mySupervisors(first: 100) {
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

export const availableSupervisorsQuery = graphql(`
  query AvailableSupervisors($peerId: UUID!, $type: SupervisionType!, $search: String!) {
    availableSupervisors(peerId: $peerId, type: $type, search: $search, first: 20) {
      totalCount
      edges {
        node {
          id
          displayName
        }
      }
    }
  }
`)

export const proposeSupervisionRelationshipMutation = graphql(`
  mutation ProposeSupervisionRelationship($input: ProposeSupervisionRelationshipInput!) {
    proposeSupervisionRelationship(input: $input) {
      __typename
    }
  }
`)

export const reassignSupervisionMutation = graphql(`
  mutation ReassignSupervision($input: ReassignSupervisionInput!) {
    reassignSupervision(input: $input) {
      __typename
    }
  }
`)

export const acceptSupportiveRelationshipMutation = graphql(`
  mutation AcceptSupportiveRelationship($input: AcceptSupportiveRelationshipInput!) {
    acceptSupportiveRelationship(input: $input) {
      __typename
    }
  }
`)

export const declineSupportiveRelationshipMutation = graphql(`
  mutation DeclineSupportiveRelationship($input: DeclineSupportiveRelationshipInput!) {
    declineSupportiveRelationship(input: $input) {
      __typename
    }
  }
`)

export const endSupervisionRelationshipMutation = graphql(`
  mutation EndSupervisionRelationship($input: EndSupervisionRelationshipInput!) {
    endSupervisionRelationship(input: $input) {
      __typename
    }
  }
`)

export const mySupervisionAgreementsQuery = graphql(`
  query MySupervisionAgreements {
    mySupervisionAgreements(first: 100) {
      edges {
        node {
          ...AgreementFacts
        }
      }
    }
  }
`)

export const createSupervisionAgreementMutation = graphql(`
  mutation CreateSupervisionAgreement($input: CreateSupervisionAgreementInput!) {
    createSupervisionAgreement(input: $input) {
      __typename
    }
  }
`)

export const signSupervisionAgreementMutation = graphql(`
  mutation SignSupervisionAgreement($input: SignSupervisionAgreementInput!) {
    signSupervisionAgreement(input: $input) {
      __typename
    }
  }
`)

export const myExclusionsQuery = graphql(`
  query MyExclusions {
    myExclusions(first: 100) {
      edges {
        node {
          id
          displayName
        }
      }
    }
  }
`)

export const exclusionChoicesQuery = graphql(`
  query ExclusionChoices($search: String!) {
    exclusionChoices(search: $search, first: 20) {
      edges {
        node {
          id
          displayName
        }
      }
    }
  }
`)

export const createExclusionMutation = graphql(`
  mutation CreateExclusion($input: CreateExclusionInput!) {
    createExclusion(input: $input) {
      __typename
    }
  }
`)

export const removeExclusionMutation = graphql(`
  mutation RemoveExclusion($input: RemoveExclusionInput!) {
    removeExclusion(input: $input) {
      __typename
    }
  }
`)
