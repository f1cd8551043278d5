import { graphql } from '../../generated/gql.ts'

export const gapsInOneSum = graphql(`
  fragment GapsInOneSum on Gaps {
    state
    hours
    courses
    unconfirmed
  }
`)

export const submissionDayValues = graphql(`
  fragment SubmissionDayValues on SubmissionDay {
    byOn
    wantedOn
    isRequest
    lateFeeUsd
  }
`)

export const nextStepValues = graphql(`
  fragment NextStepValues on NextStep {
    __typename
    kind
    ... on EnterPrintedDayStep {
      endsOn
    }
    ... on EarnStep {
      gap {
        ...OutlookValues
      }
      byOn
      submission {
        ...SubmissionDayValues
      }
    }
    ... on MissedStep {
      gap {
        ...OutlookValues
      }
    }
    ... on AnswerStep {
      condition
      submission {
        ...SubmissionDayValues
      }
    }
    ... on ConfirmCoursesStep {
      hours
      submission {
        ...SubmissionDayValues
      }
    }
    ... on FindOutStep {
      about {
        ...RequirementFigures
      }
      submission {
        ...SubmissionDayValues
      }
    }
    ... on SubmitStep {
      sendBy: byOn
      onlyFee
      submission {
        ...SubmissionDayValues
      }
    }
    ... on CheckOpeningStep {
      opensOn
    }
    ... on SubmitLateStep {
      byOn
      feeUsd
    }
    ... on AskLateHoursStep {
      byOn
      feeUsd
      gaps {
        ...GapsInOneSum
      }
    }
    ... on ReinstateStep {
      byOn
      feeUsd
      again
    }
    ... on LateOnlyIfCompleteStep {
      gaps {
        ...GapsInOneSum
      }
      endedOn
    }
  }
`)
