import { graphql } from '../../generated/gql.ts'

export const calendarFeedQuery = graphql(`
  query CalendarFeed {
    calendarFeed {
      createdAt
      showsNames
    }
  }
`)

export const createCalendarFeedMutation = graphql(`
  mutation CreateCalendarFeed($input: CreateCalendarFeedInput!) {
    createCalendarFeed(input: $input) {
      address
      calendarFeed {
        createdAt
        showsNames
      }
    }
  }
`)

export const revokeCalendarFeedMutation = graphql(`
  mutation RevokeCalendarFeed {
    revokeCalendarFeed {
      revoked
    }
  }
`)
