import { graphql } from '../generated/gql.ts'

export const ruleInWords = graphql(`
  fragment RuleInWords on Credential {
    id
    rule {
      version
    }
  }
`)

export const renewalFacets = graphql(`
  fragment RenewalFacets on RenewalFacets {
    dueWithin30
    dueWithin60
    dueWithin90
    atRisk
    hoursUnknown
    verified
    unverified
    withoutCertification
    states {
      state
      count
    }
    statuses {
      status
      count
    }
    credentials {
      id
      label
      count
    }
    teams {
      id
      name
      count
    }
    hostAgencies {
      id
      name
      count
    }
  }
`)

export const renewalsQuery = graphql(`
  query Renewals($filter: RenewalsFilter, $sort: RenewalsSort, $first: Int!, $after: String, $skip: Int) {
    renewals(filter: $filter, sort: $sort, first: $first, after: $after, skip: $skip) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      facets {
        ...RenewalFacets
      }
      edges {
        node {
          id
          issuedOn
          peer {
            id
            displayName
          }
          teamName
          status
          expiresOn
          daysLeft
          verifiedOn
          renewalPath {
            state
            submission {
              submittedOn
            }
          }
          credential {
            name
            abbreviation
            state
          }
          rule {
            origin
          }
          byBoardRule {
            status
            needed
          }
          gaps {
            ...GapsInOneSum
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

export const peersWithoutCertificationQuery = graphql(`
  query PeersWithoutCertification($filter: PeersWithoutCertificationFilter, $first: Int!, $after: String) {
    peersWithoutCertification(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          displayName
        }
      }
    }
  }
`)

export const certificationQuery = graphql(`
  query Certification($certificationId: UUID!) {
    certification(certificationId: $certificationId) {
      peer {
        id
        displayName
      }
      credential {
        name
        abbreviation
        state
        certifyingBody
        ...RuleInWords
      }
      verifiedOn
      byBoardRule {
        status
        shortBy
        unit
        needed
        sourceUrl
      }
      gaps {
        ...GapsInOneSum
      }
      otherCertifications {
        id
        credential {
          abbreviation
          state
        }
        status
      }
      ...BehindTheFigures
    }
  }
`)

export const myCertificationsQuery = graphql(`
  query MyCertifications($first: Int!) {
    myCertifications(first: $first) {
      edges {
        node {
          credential {
            name
            abbreviation
            state
            ...RuleInWords
          }
          gaps {
            ...GapsInOneSum
          }
          hoursAwaitingReview
          plannedAhead {
            adds
            gaps {
              ...GapsInOneSum
            }
          }
          ...BehindTheFigures
        }
      }
    }
  }
`)

export const certifiablePeersQuery = graphql(`
  query CertifiablePeers($first: Int!, $after: String) {
    certifiablePeers(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          displayName
        }
      }
    }
  }
`)

export const credentialCatalogueQuery = graphql(`
  query CredentialCatalogue($state: String, $first: Int!, $after: String) {
    credentialCatalogue(filter: { state: $state }, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          abbreviation
          asksBirthday
          titles {
            abbreviation
            name
          }
        }
      }
    }
  }
`)

export const suggestedExpiryQuery = graphql(`
  query SuggestedExpiry($credentialId: ID!, $issuedOn: LocalDate!, $birthday: String) {
    suggestedExpiry(credentialId: $credentialId, issuedOn: $issuedOn, birthday: $birthday)
  }
`)

export const recordContinuingEducationMutation = graphql(`
  mutation RecordContinuingEducation($input: RecordContinuingEducationInput!) {
    recordContinuingEducation(input: $input) {
      peerCount
    }
  }
`)

export const recordCertificationMutation = graphql(`
  mutation RecordCertification($input: RecordCertificationInput!) {
    recordCertification(input: $input) {
      certification {
        id
      }
    }
  }
`)
