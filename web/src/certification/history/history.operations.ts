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
        recordedBy {
          displayName
        }
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
        recordedBy {
          displayName
        }
        recordedAt
        voidedBy {
          displayName
        }
        voidedAt
      }
      voidedAt
      numbers {
        id
        before
        after
        recordedBy {
          displayName
        }
        recordedAt
      }
      statuses {
        id
        isCorrected
        status
        startsOn
        endsOn
        recordedBy {
          displayName
        }
        recordedAt
        endedBy {
          displayName
        }
        endedAt
        voidedBy {
          displayName
        }
        voidedAt
      }
      verifications {
        id
        checkedOn
        source
        result
        expiresOnSeen
        note
        isCorrected
        recordedBy {
          displayName
        }
        recordedAt
        voidedBy {
          displayName
        }
        voidedAt
      }
    }
  }
`)

export const recordCertificateMutation = graphql(`
  mutation RecordCertificate($input: RecordCertificateInput!) {
    recordCertificate(input: $input) {
      certificate {
        id
      }
    }
  }
`)

export const correctCertificateMutation = graphql(`
  mutation CorrectCertificate($input: CorrectCertificateInput!) {
    correctCertificate(input: $input) {
      certificate {
        id
      }
    }
  }
`)

export const voidCertificateMutation = graphql(`
  mutation VoidCertificate($input: VoidCertificateInput!) {
    voidCertificate(input: $input) {
      __typename
    }
  }
`)

export const restoreCertificateMutation = graphql(`
  mutation RestoreCertificate($input: RestoreCertificateInput!) {
    restoreCertificate(input: $input) {
      __typename
    }
  }
`)

export const recordVerificationMutation = graphql(`
  mutation RecordVerification($input: RecordVerificationInput!) {
    recordVerification(input: $input) {
      verification {
        id
      }
    }
  }
`)

export const correctVerificationMutation = graphql(`
  mutation CorrectVerification($input: CorrectVerificationInput!) {
    correctVerification(input: $input) {
      verification {
        id
      }
    }
  }
`)

export const voidVerificationMutation = graphql(`
  mutation VoidVerification($input: VoidVerificationInput!) {
    voidVerification(input: $input) {
      __typename
    }
  }
`)

export const restoreVerificationMutation = graphql(`
  mutation RestoreVerification($input: RestoreVerificationInput!) {
    restoreVerification(input: $input) {
      __typename
    }
  }
`)

export const correctIssueDayMutation = graphql(`
  mutation CorrectIssueDay($input: CorrectIssueDayInput!) {
    correctIssueDay(input: $input) {
      __typename
    }
  }
`)

export const updateHolderFactsMutation = graphql(`
  mutation UpdateHolderFacts($input: UpdateHolderFactsInput!) {
    updateHolderFacts(input: $input) {
      __typename
      ... on HolderFactsUpdated {
        holder {
          revision
        }
      }
    }
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
          unknowns {
            kind
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
