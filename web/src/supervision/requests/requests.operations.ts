import { graphql } from '../../generated/gql.ts'

export const timeRequestsQuery = graphql(`
  query TimeRequests($first: Int!) {
    timeRequests(first: $first) {
      edges {
        node {
          id
          peer {
            id
            displayName
          }
          supervisor {
            id
            displayName
          }
          type
          weekdays
          timesOfDay
          status
          answer
          askedAt
        }
      }
    }
  }
`)

export const createTimeRequestMutation = graphql(`
  mutation CreateTimeRequest($input: CreateTimeRequestInput!) {
    createTimeRequest(input: $input) {
      timeRequest {
        id
      }
    }
  }
`)

export const declineTimeRequestMutation = graphql(`
  mutation DeclineTimeRequest($input: DeclineTimeRequestInput!) {
    declineTimeRequest(input: $input) {
      timeRequest {
        id
      }
    }
  }
`)

export const withdrawTimeRequestMutation = graphql(`
  mutation WithdrawTimeRequest($input: WithdrawTimeRequestInput!) {
    withdrawTimeRequest(input: $input) {
      timeRequest {
        id
      }
    }
  }
`)

export const mySupervisionRequestsQuery = graphql(`
  query MySupervisionRequests($first: Int!) {
    mySupervisionRequests(first: $first) {
      edges {
        node {
          id
          wish
          type
          status
          answer
          askedAt
        }
      }
    }
  }
`)

export const createSupervisionRequestMutation = graphql(`
  mutation CreateSupervisionRequest($input: CreateSupervisionRequestInput!) {
    createSupervisionRequest(input: $input) {
      supervisionRequest {
        id
      }
    }
  }
`)

export const withdrawSupervisionRequestMutation = graphql(`
  mutation WithdrawSupervisionRequest($input: WithdrawSupervisionRequestInput!) {
    withdrawSupervisionRequest(input: $input) {
      supervisionRequest {
        id
      }
    }
  }
`)

export const supervisionRequestsQuery = graphql(`
  query SupervisionRequests($first: Int!) {
    supervisionRequests(first: $first) {
      totalCount
      edges {
        node {
          id
          peer {
            id
            displayName
          }
          waitingDays
          canAnswer
        }
      }
    }
    supervisionRequestCounts {
      answered
      medianHours
    }
  }
`)

export const settleSupervisionRequestMutation = graphql(`
  mutation SettleSupervisionRequest($input: SettleSupervisionRequestInput!) {
    settleSupervisionRequest(input: $input) {
      supervisionRequestId
    }
  }
`)

export const supervisionRequestCountsQuery = graphql(`
  query SupervisionRequestCounts {
    supervisionRequestCounts {
      waiting
      answered
      medianHours
    }
  }
`)
