import { graphql } from '../generated/gql.ts'

export const myWeekQuery = graphql(`
  query MyWeek {
    myWeek {
      weekStart
      previousWeekStart
      previousWeekOpen
      checkIn {
        weekStart
        weekFelt
        energy
        rest
        signs
        selfCare
        tags
        line
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
          weekStart
          weekFelt
          energy
          rest
          signs
          selfCare
          tags
          line
          submittedAt
        }
        offered {
          weekStart
          weekFelt
          energy
          rest
          signs
          selfCare
          tags
          line
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
