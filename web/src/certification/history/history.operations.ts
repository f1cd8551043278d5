import { graphql } from '../../generated/gql.ts'

export const certificationHistoryQuery = graphql(`
  query CertificationHistory($certificationId: UUID!) {
    certificationHistory(certificationId: $certificationId) {
      certificationId
      issuedOn
      issueDays {
        id
        before
        after
        recordedByName
        recordedAt
      }
      holder {
        revision
        title
        number
        birthday
        conditionsHeld
        conditionsNotHeld
        chosenCycleMonths
        examYear
        asked {
          conditions
          cycleMonths
          examYear
          birthday
          titles {
            abbreviation
            name
          }
        }
      }
      certificates {
        id
        startsOn
        expiresOn
        isFirst
        corrects
        isCorrected
        recordedByName
        recordedAt
        withdrawnByName
        withdrawnAt
      }
      statuses {
        id
        status
        startsOn
        endsOn
        recordedByName
        recordedAt
        endedByName
        endedAt
        withdrawnByName
        withdrawnAt
      }
      verifications {
        id
        checkedOn
        source
        result
        expiresOnSeen
        note
        recordedByName
        recordedAt
      }
    }
  }
`)

export const recordCertificateMutation = graphql(`
  mutation RecordCertificate($certificationId: UUID!, $days: CertificateDays!) {
    recordCertificate(certificationId: $certificationId, days: $days)
  }
`)

export const correctCertificateMutation = graphql(`
  mutation CorrectCertificate($certificateId: UUID!, $days: CertificateDays!) {
    correctCertificate(certificateId: $certificateId, days: $days)
  }
`)

export const withdrawCertificateMutation = graphql(`
  mutation WithdrawCertificate($certificateId: UUID!, $withdrawn: Boolean!) {
    withdrawCertificate(certificateId: $certificateId, withdrawn: $withdrawn)
  }
`)

export const recordBoardStatusMutation = graphql(`
  mutation RecordBoardStatus($certificationId: UUID!, $status: BoardStatusDetails!) {
    recordBoardStatus(certificationId: $certificationId, status: $status)
  }
`)

export const endBoardStatusMutation = graphql(`
  mutation EndBoardStatus($statusId: UUID!, $endsOn: LocalDate) {
    endBoardStatus(statusId: $statusId, endsOn: $endsOn)
  }
`)

export const withdrawBoardStatusMutation = graphql(`
  mutation WithdrawBoardStatus($statusId: UUID!, $withdrawn: Boolean!) {
    withdrawBoardStatus(statusId: $statusId, withdrawn: $withdrawn)
  }
`)

export const recordVerificationMutation = graphql(`
  mutation RecordVerification($certificationId: UUID!, $verification: VerificationDetails!) {
    recordVerification(certificationId: $certificationId, verification: $verification)
  }
`)

export const correctIssueDayMutation = graphql(`
  mutation CorrectIssueDay($certificationId: UUID!, $issuedOn: LocalDate!) {
    correctIssueDay(certificationId: $certificationId, issuedOn: $issuedOn)
  }
`)

export const changeHolderFactsMutation = graphql(`
  mutation ChangeHolderFacts($certificationId: UUID!, $facts: HolderFactsDetails!) {
    changeHolderFacts(certificationId: $certificationId, facts: $facts)
  }
`)

export const serviceHoursQuery = graphql(`
  query ServiceHours($peerId: UUID!) {
    serviceHours(peerId: $peerId) {
      id
      startsOn
      endsOn
      hours
      recordedByName
      recordedAt
      withdrawnByName
      withdrawnAt
    }
  }
`)

export const recordServiceHoursMutation = graphql(`
  mutation RecordServiceHours($input: ServiceHoursDetails!) {
    recordServiceHours(input: $input)
  }
`)

export const withdrawServiceHoursMutation = graphql(`
  mutation WithdrawServiceHours($entryId: UUID!, $withdrawn: Boolean!) {
    withdrawServiceHours(entryId: $entryId, withdrawn: $withdrawn)
  }
`)

export const certificationsOfPeerQuery = graphql(`
  query CertificationsOfPeer($peerId: UUID!, $first: Int!) {
    renewals(filter: { peerId: $peerId }, first: $first) {
      edges {
        node {
          id
          number
          status
          expiresOn
          daysLeft
          credential {
            name
            abbreviation
            state
          }
          reasons {
            ...ReasonValues
          }
        }
      }
    }
  }
`)

export const standingValues = graphql(`
  fragment StandingValues on Certification {
    status
    reasons {
      ...ReasonValues
    }
    unknowns {
      kind
      why
    }
    requirements {
      ...RequirementFigures
    }
  }
`)

export const certifiedOnQuery = graphql(`
  query CertifiedOn($peerId: UUID!, $day: LocalDate!, $asKnownThen: Boolean!) {
    certifiedOn(peerId: $peerId, day: $day, asKnownThen: $asKnownThen) {
      peer {
        displayName
      }
      day
      asKnownThen
      answer
      supervisedBy
      certifications {
        answer
        lacksOneOf
        certification {
          id
          number
          credential {
            name
          }
          ...StandingValues
        }
      }
    }
  }
`)

export const certificationAsOfQuery = graphql(`
  query CertificationAsOf($certificationId: UUID!, $day: LocalDate!, $asKnownThen: Boolean!) {
    certificationAsOf(certificationId: $certificationId, day: $day, asKnownThen: $asKnownThen) {
      credential {
        id
      }
      rule {
        ...AppliedRuleValues
      }
      ...StandingValues
    }
  }
`)

export const peersToChooseQuery = graphql(`
  query PeersToChoose($search: String) {
    peers(filter: { search: $search }, first: 20) {
      edges {
        node {
          id
          displayName
        }
      }
    }
  }
`)
