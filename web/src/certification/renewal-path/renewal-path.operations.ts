import { graphql } from '../../generated/gql.ts'

export const renewalPathValues = graphql(`
  fragment RenewalPathValues on RenewalPath {
    state
    steps {
      kind
      state
      on
    }
    submission {
      id
      submittedOn
      receiptNumber
      feeUsd
      outcome
      decidedOn
      returnReason
    }
    lapseCause
    isSupervisorAsked
    supervisorAttestation {
      supervisor {
        id
        displayName
      }
      askedOn
      outcome
      declineReason
      answeredOn
    }
  }
`)

export const recordRenewalSubmissionMutation = graphql(`
  mutation RecordRenewalSubmission($input: RecordRenewalSubmissionInput!) {
    recordRenewalSubmission(input: $input) {
      renewalSubmissionId
    }
  }
`)

export const recordRenewalDecisionMutation = graphql(`
  mutation RecordRenewalDecision($input: RecordRenewalDecisionInput!) {
    recordRenewalDecision(input: $input) {
      certification {
        id
      }
    }
  }
`)

export const voidRenewalSubmissionMutation = graphql(`
  mutation VoidRenewalSubmission($input: VoidRenewalSubmissionInput!) {
    voidRenewalSubmission(input: $input) {
      certification {
        id
      }
    }
  }
`)

export const signRenewalAttestationMutation = graphql(`
  mutation SignRenewalAttestation($input: SignRenewalAttestationInput!) {
    signRenewalAttestation(input: $input) {
      certification {
        id
      }
    }
  }
`)

export const recordLapseCauseMutation = graphql(`
  mutation RecordLapseCause($input: RecordLapseCauseInput!) {
    recordLapseCause(input: $input) {
      certification {
        id
      }
    }
  }
`)

export const setRenewalPauseMutation = graphql(`
  mutation SetRenewalPause($input: SetRenewalPauseInput!) {
    setRenewalPause(input: $input) {
      certification {
        id
      }
    }
  }
`)

export const requestSupervisorAttestationMutation = graphql(`
  mutation RequestSupervisorAttestation($input: RequestSupervisorAttestationInput!) {
    requestSupervisorAttestation(input: $input) {
      certification {
        id
      }
    }
  }
`)

export const askedAttestationsQuery = graphql(`
  query AskedAttestations($first: Int!, $after: String) {
    askedAttestations(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          credential
          cycleEndsOn
          peer {
            id
          }
        }
      }
    }
  }
`)

export const settleSupervisorAttestationMutation = graphql(`
  mutation SettleSupervisorAttestation($input: SettleSupervisorAttestationInput!) {
    settleSupervisorAttestation(input: $input) {
      attestationId
    }
  }
`)
