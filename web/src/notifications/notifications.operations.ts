import { graphql } from '../generated/gql.ts'

export const notificationSubject = graphql(`
  fragment NotificationSubject on Certification {
    peer {
      id
      displayName
    }
    credential {
      abbreviation
    }
    daysLeft
    gaps {
      hours
    }
  }
`)

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
          fromName
          createdAt
          seenAt
          certifications {
            ...NotificationSubject
          }
          sessions {
            id
            people {
              displayName
            }
            on
            time
            types
          }
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
  mutation MarkNotificationsSeen($input: MarkNotificationsSeenInput!) {
    markNotificationsSeen(input: $input) {
      unseenCount
    }
  }
`)

export const markAllNotificationsSeenMutation = graphql(`
  mutation MarkAllNotificationsSeen {
    markAllNotificationsSeen {
      unseenCount
    }
  }
`)

export const notificationSettingsQuery = graphql(`
  query NotificationSettings {
    notificationSettings {
      mail
      digestHour
      quietFrom
      quietUntil
    }
  }
`)

export const updateNotificationSettingsMutation = graphql(`
  mutation UpdateNotificationSettings($input: UpdateNotificationSettingsInput!) {
    updateNotificationSettings(input: $input) {
      settings {
        mail
        digestHour
        quietFrom
        quietUntil
      }
    }
  }
`)
