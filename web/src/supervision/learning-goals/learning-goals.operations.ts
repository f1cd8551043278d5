import { graphql } from '../../generated/gql.ts'

export const learningGoalFacts = graphql(`
  fragment LearningGoalFacts on LearningGoal {
    id
    text
    competency
    targetOn
    state
    closedOn
    canUpdate
    supervisor {
      id
      displayName
    }
  }
`)

export const myLearningGoalsQuery = graphql(`
  query MyLearningGoals($first: Int!) {
    myLearningGoals(first: $first) {
      edges {
        node {
          ...LearningGoalFacts
        }
      }
    }
  }
`)

export const learningGoalsOfQuery = graphql(`
  query LearningGoalsOf($peerId: UUID!, $first: Int!) {
    learningGoalsOf(peerId: $peerId, first: $first) {
      edges {
        node {
          ...LearningGoalFacts
        }
      }
    }
  }
`)

export const createLearningGoalMutation = graphql(`
  mutation CreateLearningGoal($input: CreateLearningGoalInput!) {
    createLearningGoal(input: $input) {
      learningGoal {
        id
      }
    }
  }
`)

export const updateLearningGoalMutation = graphql(`
  mutation UpdateLearningGoal($input: UpdateLearningGoalInput!) {
    updateLearningGoal(input: $input) {
      learningGoal {
        id
        state
      }
    }
  }
`)
