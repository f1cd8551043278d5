import { graphql } from '../../generated/gql.ts'

export const firstCertificationQuery = graphql(`
  query FirstCertification($peerId: UUID!) {
    firstCertification(peerId: $peerId) {
      hasCertification
      goal {
        credential {
          id
          name
          abbreviation
          state
          certifyingBody
        }
        chosenBy {
          id
          displayName
        }
        wasRead
        nextStep
        steps {
          step
          state
          needed
          recorded
          shortBy
        }
        trainingParts {
          topic
          hours
          recorded
        }
        applicationParts
        minimumAge
        asksOwnRecovery
        ownRecoveryMonths
        entryTitle
        workDeadline
        workDeadlineMonths
        dueOn
        provenance {
          url
          title
          confidence
          readOn
        }
      }
    }
  }
`)

export const setCertificationGoalMutation = graphql(`
  mutation SetCertificationGoal($input: SetCertificationGoalInput!) {
    setCertificationGoal(input: $input) {
      previousCredentialId
    }
  }
`)
