import { graphql } from '../generated/gql.ts'

export const myWeekQuery = graphql(`
  query MyWeek {
    myWeek {
      weekStart
      previousWeekStart
      previousWeekOpen
      checkIn {
        id
        weekStart
        weekFelt
        energy
        rest
        signs
        selfCare
        tags
        line
        wentWell
        submittedAt
      }
    }
  }
`)

export const submitWeeklyCheckInMutation = graphql(`
  mutation SubmitWeeklyCheckIn($input: SubmitWeeklyCheckInInput!) {
    submitWeeklyCheckIn(input: $input) {
      __typename
      ... on WeeklyCheckInSaved {
        checkIn {
          weekStart
          weekFelt
        }
      }
      ... on WeeklyCheckInDiffers {
        kept {
          id
          weekStart
          weekFelt
          energy
          rest
          signs
          selfCare
          tags
          line
          wentWell
          submittedAt
        }
        offered {
          id
          weekStart
          weekFelt
          energy
          rest
          signs
          selfCare
          tags
          line
          wentWell
          submittedAt
        }
      }
    }
  }
`)

export const replaceWeeklyCheckInMutation = graphql(`
  mutation ReplaceWeeklyCheckIn($input: ReplaceWeeklyCheckInInput!) {
    replaceWeeklyCheckIn(input: $input) {
      checkIn {
        weekStart
        weekFelt
      }
    }
  }
`)

export const myCheckInHistoryQuery = graphql(`
  query MyCheckInHistory {
    myCheckInHistory {
      lockedBefore
      weeks
      answeredWeeks
      measures {
        measure
        values
        trend
        trendWeek
        usualFrom
        usualTo
      }
      signsNoticed {
        sign
        weeks
      }
      betterWeeks
      inBetterWeeks {
        selfCare
        weeks
      }
      selfCareDone {
        selfCare
        weeks
      }
    }
  }
`)

/** After saving: the sentence alone, where the password was given lately. */
export const myLatestTrendQuery = graphql(`
  query MyLatestTrend {
    myCheckInHistory {
      measures {
        measure
        trend
        trendWeek
      }
    }
  }
`)

/** Each own check-in, to read again, share or delete; behind the password. */
export const myCheckInsQuery = graphql(`
  query MyCheckIns($first: Int!, $after: String) {
    myCheckIns(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          weekStart
          weekFelt
          energy
          rest
          signs
          selfCare
          tags
          line
          wentWell
          submittedAt
        }
      }
    }
  }
`)

export const deleteWeeklyCheckInMutation = graphql(`
  mutation DeleteWeeklyCheckIn($input: DeleteWeeklyCheckInInput!) {
    deleteWeeklyCheckIn(input: $input) {
      deletedCount
    }
  }
`)

export const deleteAllCheckInsMutation = graphql(`
  mutation DeleteAllCheckIns($input: DeleteAllCheckInsInput!) {
    deleteAllCheckIns(input: $input) {
      deletedCount
    }
  }
`)
