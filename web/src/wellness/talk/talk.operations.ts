import { graphql } from '../../generated/gql.ts'

export const myTalkRequestsQuery = graphql(`
  query MyTalkRequests($first: Int!) {
    myTalkRequests(first: $first) {
      edges {
        node {
          id
          askedAt
          state
          isUnanswered
          relationshipId
          supervisor {
            id
            displayName
          }
          offer {
            id
            onDay
            atTime
            modality
          }
        }
      }
    }
  }
`)

export const createTalkRequestMutation = graphql(`
  mutation CreateTalkRequest($input: CreateTalkRequestInput!) {
    createTalkRequest(input: $input) {
      request {
        id
      }
    }
  }
`)

export const cancelTalkRequestMutation = graphql(`
  mutation CancelTalkRequest($input: CancelTalkRequestInput!) {
    cancelTalkRequest(input: $input) {
      request {
        id
        state
      }
    }
  }
`)

export const acceptTalkOfferMutation = graphql(`
  mutation AcceptTalkOffer($input: AcceptTalkOfferInput!) {
    acceptTalkOffer(input: $input) {
      request {
        id
        state
      }
    }
  }
`)

export const declineTalkOfferMutation = graphql(`
  mutation DeclineTalkOffer($input: DeclineTalkOfferInput!) {
    declineTalkOffer(input: $input) {
      request {
        id
        state
      }
    }
  }
`)

export const talkRequestsToMeQuery = graphql(`
  query TalkRequestsToMe($first: Int!) {
    talkRequestsToMe(first: $first) {
      edges {
        node {
          id
          askedAt
          state
          peer {
            id
            displayName
          }
          offer {
            id
            onDay
            atTime
            modality
          }
        }
      }
    }
  }
`)

export const proposeTalkTimeMutation = graphql(`
  mutation ProposeTalkTime($input: ProposeTalkTimeInput!) {
    proposeTalkTime(input: $input) {
      request {
        id
        state
      }
    }
  }
`)
