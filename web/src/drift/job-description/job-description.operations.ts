import { graphql } from '../../generated/gql.ts'

export const jobDescriptionFacts = graphql(`
  fragment JobDescriptionFacts on JobDescription {
    id
    placementId
    version
    text
    savedAt
    savedBy {
      id
      displayName
    }
    hostAgency {
      id
      name
    }
  }
`)

export const jobDescriptionsQuery = graphql(`
  query JobDescriptions($placementId: UUID!, $first: Int!, $after: String) {
    jobDescriptions(placementId: $placementId, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...JobDescriptionFacts
        }
      }
    }
  }
`)

export const myJobDescriptionsQuery = graphql(`
  query MyJobDescriptions($first: Int!, $after: String) {
    myJobDescriptions(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...JobDescriptionFacts
        }
      }
    }
  }
`)

export const placementsToDescribeQuery = graphql(`
  query PlacementsToDescribe($peerId: UUID!) {
    peer(peerId: $peerId) {
      id
      displayName
      placements {
        id
        jobTitle
        endsOn
        hostAgency {
          id
          name
        }
      }
    }
  }
`)

export const recordJobDescriptionMutation = graphql(`
  mutation RecordJobDescription($input: RecordJobDescriptionInput!) {
    recordJobDescription(input: $input) {
      jobDescription {
        id
        version
      }
    }
  }
`)
