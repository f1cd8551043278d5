import { graphql } from '../../generated/gql.ts'

/** The lists that a request or an answer makes out of date. */
export const TASK_LISTS = ['my-task-requests', 'task-requests-of']

export const taskRequestFacts = graphql(`
  fragment TaskRequestFacts on TaskRequest {
    id
    asker
    activity
    activityName
    task
    says
    doneBy
    askedAt
    state
    sentence
    returnedTo
    answeredAt
    hostAgency {
      id
      name
    }
    peer {
      id
    }
    recordedBy {
      id
      displayName
    }
  }
`)

export const taskFrameQuery = graphql(`
  query TaskFrame($peerId: UUID!) {
    taskFrame(peerId: $peerId) {
      placements {
        placementId
        hostAgency {
          id
          name
        }
        agreementVersion
        agreementFrom
        lines {
          activity
          says
          doneBy
        }
      }
      customActivities {
        key
        name
      }
    }
  }
`)

export const myTaskRequestsQuery = graphql(`
  query MyTaskRequests($first: Int!, $after: String) {
    myTaskRequests(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...TaskRequestFacts
        }
      }
    }
  }
`)

export const taskRequestsOfPeerQuery = graphql(`
  query TaskRequestsOfPeer($peerId: UUID!, $first: Int!, $after: String) {
    taskRequestsOfPeer(peerId: $peerId, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...TaskRequestFacts
        }
      }
    }
  }
`)

export const createTaskRequestMutation = graphql(`
  mutation CreateTaskRequest($input: CreateTaskRequestInput!) {
    createTaskRequest(input: $input) {
      taskRequest {
        id
      }
    }
  }
`)

export const recordTaskRequestMutation = graphql(`
  mutation RecordTaskRequest($input: RecordTaskRequestInput!) {
    recordTaskRequest(input: $input) {
      taskRequest {
        id
      }
    }
  }
`)

export const acceptTaskRequestMutation = graphql(`
  mutation AcceptTaskRequest($input: AcceptTaskRequestInput!) {
    acceptTaskRequest(input: $input) {
      taskRequest {
        id
      }
    }
  }
`)

export const declineTaskRequestMutation = graphql(`
  mutation DeclineTaskRequest($input: DeclineTaskRequestInput!) {
    declineTaskRequest(input: $input) {
      taskRequest {
        id
      }
    }
  }
`)

export const returnTaskRequestMutation = graphql(`
  mutation ReturnTaskRequest($input: ReturnTaskRequestInput!) {
    returnTaskRequest(input: $input) {
      taskRequest {
        id
      }
    }
  }
`)
