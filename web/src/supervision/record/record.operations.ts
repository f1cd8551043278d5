import { graphql } from '../../generated/gql.ts'

export const requirementsInRecord = graphql(`
  fragment RequirementsInRecord on SupervisionRecord {
    states
    requirements {
      requirement {
        id
        jurisdiction
        appliesTo
        asks
        source
        date
      }
      results {
        measure
        state
        unknown
        needed
        had
        periods
        periodsMet
      }
    }
  }
`)

export const supervisionRecordQuery = graphql(`
  query SupervisionRecord($peerId: UUID!, $from: LocalDate!, $to: LocalDate!) {
    supervisionRecord(peerId: $peerId, from: $from, to: $to) {
      peer {
        displayName
      }
      sessionCount
      agreements {
        ...AgreementFacts
        endsOn
      }
      sessions {
        supervisorQualified {
          answer
          course
        }
        session {
          id
          heldOn
          minutes
          format
          modality
          voidedAt
          supervisor {
            id
            displayName
          }
          segments {
            type
            minutes
          }
          amendment {
            reason
            line
          }
          signatures {
            kind
            signedAt
            recordHash
            signer {
              id
              displayName
            }
          }
        }
      }
      daysToSign {
        sessions
        signedByAll
        medianDays
        longestDays
      }
      ...RequirementsInRecord
    }
  }
`)

export const requirementsOfQuery = graphql(`
  query SupervisionRequirementsOf($peerId: UUID!, $from: LocalDate!, $to: LocalDate!) {
    supervisionRecord(peerId: $peerId, from: $from, to: $to) {
      ...RequirementsInRecord
    }
  }
`)

export const recordChainCheckQuery = graphql(`
  query RecordChainCheck {
    recordChainCheck {
      links
      lastHash
      firstBroken {
        number
        at
        problem
      }
    }
  }
`)

export const nightlyRecordCheckQuery = graphql(`
  query NightlyRecordCheck {
    nightlyRecordCheck {
      checkedAt
      links
      firstBroken {
        number
        problem
      }
    }
  }
`)
