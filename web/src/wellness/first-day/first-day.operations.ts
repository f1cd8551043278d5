import { graphql } from '../../generated/gql.ts'

export const answeredWeeksQuery = graphql(`
  query AnsweredWeeks {
    myCheckInHistory {
      answeredWeeks
      lockedBefore
    }
  }
`)
