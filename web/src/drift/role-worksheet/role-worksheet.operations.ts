import { graphql } from '../../generated/gql.ts'

export const roleWorksheetFacts = graphql(`
  fragment RoleWorksheetFacts on RoleWorksheet {
    side
    isMine
    onBehalfOf
    handedInAt
    person {
      id
      displayName
    }
    answers {
      activity
      isPartOfRole
      conflictsWithValues
      isBetterSuited
      betterSuited
    }
  }
`)

export const myRoleWorksheetQuery = graphql(`
  query MyRoleWorksheet($placementId: UUID!) {
    placementRole(placementId: $placementId) {
      answersInName
      hostAgency {
        id
        name
      }
    }
    myRoleWorksheet(placementId: $placementId) {
      ...RoleWorksheetFacts
    }
  }
`)

export const roleComparisonQuery = graphql(`
  query RoleComparison($placementId: UUID!) {
    roleComparison(placementId: $placementId) {
      differenceCount
      worksheets {
        ...RoleWorksheetFacts
      }
      activities {
        activity
        differsIn
        shared
      }
      sharedLines {
        activity
        answer
        doneBy
      }
    }
  }
`)

export const setRoleAnswerMutation = graphql(`
  mutation SetRoleAnswer($input: SetRoleAnswerInput!) {
    setRoleAnswer(input: $input) {
      worksheet {
        handedInAt
      }
    }
  }
`)

export const submitRoleWorksheetMutation = graphql(`
  mutation SubmitRoleWorksheet($input: SubmitRoleWorksheetInput!) {
    submitRoleWorksheet(input: $input) {
      worksheet {
        handedInAt
      }
    }
  }
`)
