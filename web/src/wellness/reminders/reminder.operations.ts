import { graphql } from '../../generated/gql.ts'

export const myCheckInReminderQuery = graphql(`
  query MyCheckInReminder {
    myCheckInReminder {
      isOn
      weekday
      hour
    }
  }
`)

export const updateCheckInReminderMutation = graphql(`
  mutation UpdateCheckInReminder($input: UpdateCheckInReminderInput!) {
    updateCheckInReminder(input: $input) {
      reminder {
        isOn
        weekday
        hour
      }
    }
  }
`)
