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
      statuses {
        id
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
        recordedBy {
          displayName
        }
        recordedAt
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
  query CertificationsOfPeer($peerId: UUID!) {
    renewals(filter: { peerId: $peerId }, first: 20) {
      edges {
        node {
          certificationId
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

export const certifiedOnQuery = graphql(`
  query CertifiedOn($peerId: UUID!, $day: LocalDate!, $asKnownThen: Boolean!) {
    certifiedOn(peerId: $peerId, day: $day, asKnownThen: $asKnownThen) {
      peerName
      day
      asKnownThen
      answer
      supervisedBy
      certifications {
        answer
        lacksOneOf
        renewal {
          certificationId
          number
          status
          expiresOn
          credential {
            name
            abbreviation
            state
          }
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
      }
    }
  }
`)

export const renewalAsOfQuery = graphql(`
  query RenewalAsOf($certificationId: UUID!, $day: LocalDate!, $asKnownThen: Boolean!) {
    renewalAsOf(certificationId: $certificationId, day: $day, asKnownThen: $asKnownThen) {
      certificationId
      status
      credential {
        rule {
          version
          reason
          effectiveFrom
          effectiveTo
          effectWasRead
          provenance {
            url
            title
            date
            confidence
            readOn
          }
        }
      }
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
