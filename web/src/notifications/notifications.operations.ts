import { graphql } from '../generated/gql.ts'

export const notificationsQuery = graphql(`
  query Notifications($first: Int!, $after: String) {
    notifications(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          kind
          subjectId
          createdAt
          seenAt
        }
      }
    }
    unseenNotificationCount
  }
`)

export const unseenNotificationCountQuery = graphql(`
  query UnseenNotificationCount {
    unseenNotificationCount
  }
`)

export const markNotificationsSeenMutation = graphql(`
  mutation MarkNotificationsSeen($ids: [UUID!]!) {
    markNotificationsSeen(ids: $ids)
  }
`)

export const markAllNotificationsSeenMutation = graphql(`
  mutation MarkAllNotificationsSeen {
    markAllNotificationsSeen
  }
`)

export const notificationChoiceQuery = graphql(`
  query NotificationChoice {
    notificationChoice {
      mail
      digestHour
      quietFrom
      quietUntil
    }
  }
`)

export const chooseNotificationsMutation = graphql(`
  mutation ChooseNotifications($input: ChooseNotificationsInput!) {
    chooseNotifications(input: $input) {
      mail
      digestHour
      quietFrom
      quietUntil
    }
  }
`)
