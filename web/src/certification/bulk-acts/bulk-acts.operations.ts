import { graphql } from '../../generated/gql.ts'

export const renewalQuestionsQuery = graphql(`
  query RenewalQuestions {
    renewalQuestions {
      condition
      certificationCount
      unanswered {
        peer {
          displayName
        }
        certification {
          id
          credential {
            abbreviation
            state
          }
        }
      }
    }
  }
`)

export const setRenewalAnswersMutation = graphql(`
  mutation SetRenewalAnswers($input: SetRenewalAnswersInput!) {
    setRenewalAnswers(input: $input) {
      changedCount
    }
  }
`)

export const recordVerificationsMutation = graphql(`
  mutation RecordVerifications($input: RecordVerificationsInput!) {
    recordVerifications(input: $input) {
      verificationIds
    }
  }
`)

export const voidVerificationsMutation = graphql(`
  mutation VoidVerifications($input: VoidVerificationsInput!) {
    voidVerifications(input: $input) {
      voidedCount
    }
  }
`)

export const addRenewalRemindersMutation = graphql(`
  mutation AddRenewalReminders($input: AddRenewalRemindersInput!) {
    addRenewalReminders(input: $input) {
      remindedCount
      alreadyRemindedCount
    }
  }
`)
