import { graphql } from '../../generated/gql.ts'

export const recordedCourseQuery = graphql(`
  query RecordedCourse($activityId: UUID!) {
    recordedCourse(activityId: $activityId) {
      revision
      hours {
        activityId
        title
        provider
        startsOn
        heldOn
        hours
        unit
        categories
        deliveryMode
        earnedBy
        approvedBy
        contents
        onlyFor
      }
      peers {
        id
        displayName
      }
    }
  }
`)

export const correctContinuingEducationMutation = graphql(`
  mutation CorrectContinuingEducation($input: CorrectContinuingEducationInput!) {
    correctContinuingEducation(input: $input) {
      __typename
      ... on ContinuingEducationCorrected {
        peers {
          id
        }
        course {
          revision
        }
      }
    }
  }
`)

export const voidContinuingEducationMutation = graphql(`
  mutation VoidContinuingEducation($input: VoidContinuingEducationInput!) {
    voidContinuingEducation(input: $input) {
      __typename
      ... on ContinuingEducationVoided {
        peers {
          id
        }
        course {
          revision
        }
      }
    }
  }
`)

export const restoreContinuingEducationMutation = graphql(`
  mutation RestoreContinuingEducation($input: RestoreContinuingEducationInput!) {
    restoreContinuingEducation(input: $input) {
      __typename
      ... on ContinuingEducationRestored {
        peers {
          id
        }
        course {
          revision
        }
      }
    }
  }
`)

export const voidCertificationMutation = graphql(`
  mutation VoidCertification($input: VoidCertificationInput!) {
    voidCertification(input: $input) {
      __typename
      ... on CertificationVoided {
        voided {
          revision
        }
      }
    }
  }
`)

export const restoreCertificationMutation = graphql(`
  mutation RestoreCertification($input: RestoreCertificationInput!) {
    restoreCertification(input: $input) {
      __typename
      ... on CertificationRestored {
        history {
          holder {
            revision
          }
        }
      }
    }
  }
`)

export const correctCertificationNumberMutation = graphql(`
  mutation CorrectCertificationNumber($input: CorrectCertificationNumberInput!) {
    correctCertificationNumber(input: $input) {
      __typename
      ... on CertificationNumberCorrected {
        holder {
          revision
        }
      }
    }
  }
`)

export const voidedCertificationsQuery = graphql(`
  query VoidedCertifications($peerId: UUID, $first: Int!, $after: String) {
    voidedCertifications(peerId: $peerId, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          number
          issuedOn
          revision
          credential {
            name
          }
          voidedBy {
            displayName
          }
          voidedAt
        }
      }
    }
  }
`)
