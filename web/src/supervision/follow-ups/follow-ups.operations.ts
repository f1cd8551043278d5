import { graphql } from '../../generated/gql.ts'

export const followUpFacts = graphql(`
  fragment FollowUpFacts on FollowUp {
    id
    type
    text
    owner
    isMine
    isMadeByMe
    dueOn
    state
    closedOn
    canPassOnTo
    closedBy {
      id
      displayName
    }
    supervisor {
      id
      displayName
    }
  }
`)

export const myFollowUpsQuery = graphql(`
  query MyFollowUps($first: Int!) {
    myFollowUps(first: $first) {
      edges {
        node {
          ...FollowUpFacts
        }
      }
    }
  }
`)

export const followUpsOfQuery = graphql(`
  query FollowUpsOf($peerId: UUID!, $first: Int!, $onlyOpen: Boolean!) {
    followUpsOf(peerId: $peerId, first: $first, onlyOpen: $onlyOpen) {
      edges {
        node {
          ...FollowUpFacts
        }
      }
    }
  }
`)

export const myDueFollowUpCountQuery = graphql(`
  query MyDueFollowUpCount($dueBy: LocalDate!) {
    myDueFollowUpCount(dueBy: $dueBy)
  }
`)

export const createFollowUpMutation = graphql(`
  mutation CreateFollowUp($input: CreateFollowUpInput!) {
    createFollowUp(input: $input) {
      followUp {
        id
      }
    }
  }
`)

export const updateFollowUpMutation = graphql(`
  mutation UpdateFollowUp($input: UpdateFollowUpInput!) {
    updateFollowUp(input: $input) {
      followUp {
        id
        state
      }
    }
  }
`)

export const addFollowUpReaderMutation = graphql(`
  mutation AddFollowUpReader($input: AddFollowUpReaderInput!) {
    addFollowUpReader(input: $input) {
      followUp {
        id
      }
    }
  }
`)
