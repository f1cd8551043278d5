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
  fragment SessionPage on SessionConnection {
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
      id
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
    mySupervisors {
      ...RelationshipFacts
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
      rules {
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
    proposeSupervisionRelationship(input: $input)
  }
`)

export const handOverSupervisionMutation = graphql(`
  mutation HandOverSupervision($input: HandOverSupervisionInput!) {
    handOverSupervision(input: $input)
  }
`)

export const acceptSupportiveRelationshipMutation = graphql(`
  mutation AcceptSupportiveRelationship($id: UUID!) {
    acceptSupportiveRelationship(id: $id)
  }
`)

export const declineSupportiveRelationshipMutation = graphql(`
  mutation DeclineSupportiveRelationship($id: UUID!) {
    declineSupportiveRelationship(id: $id)
  }
`)

export const endSupervisionRelationshipMutation = graphql(`
  mutation EndSupervisionRelationship($id: UUID!) {
    endSupervisionRelationship(id: $id)
  }
`)

export const mySupervisionAgreementsQuery = graphql(`
  query MySupervisionAgreements {
    mySupervisionAgreements {
      ...AgreementFacts
    }
  }
`)

export const agreeOnSupervisionMutation = graphql(`
  mutation AgreeOnSupervision($input: AgreeOnSupervisionInput!) {
    agreeOnSupervision(input: $input)
  }
`)

export const signSupervisionAgreementMutation = graphql(`
  mutation SignSupervisionAgreement($id: UUID!) {
    signSupervisionAgreement(id: $id)
  }
`)

export const myExclusionsQuery = graphql(`
  query MyExclusions {
    myExclusions {
      id
      displayName
    }
  }
`)

export const exclusionChoicesQuery = graphql(`
  query ExclusionChoices($search: String!) {
    exclusionChoices(search: $search) {
      id
      displayName
    }
  }
`)

export const excludeFromSupervisionMutation = graphql(`
  mutation ExcludeFromSupervision($memberId: UUID!) {
    excludeFromSupervision(memberId: $memberId)
  }
`)

export const takeBackExclusionMutation = graphql(`
  mutation TakeBackExclusion($memberId: UUID!) {
    takeBackExclusion(memberId: $memberId)
  }
`)
