import { graphql } from '../../generated/gql.ts'

export const agreementFacts = graphql(`
  fragment AgreementFacts on SupervisionAgreement {
    id
    agreedOn
    peer {
      id
      displayName
    }
    terms {
      type
      cadenceDays
      groupSessionsCount
      sessionMinutes
      confidence
      supervisor {
        id
        displayName
      }
    }
    signers {
      signedAt
      objection {
        type
        line
        madeAt
      }
      member {
        id
        displayName
      }
    }
  }
`)

export const mySupervisionAgreementsQuery = graphql(`
  query MySupervisionAgreements($first: Int!) {
    mySupervisionAgreements(first: $first) {
      edges {
        node {
          ...AgreementFacts
        }
      }
    }
  }
`)

export const createSupervisionAgreementMutation = graphql(`
  mutation CreateSupervisionAgreement($input: CreateSupervisionAgreementInput!) {
    createSupervisionAgreement(input: $input) {
      __typename
    }
  }
`)

export const signSupervisionAgreementMutation = graphql(`
  mutation SignSupervisionAgreement($input: SignSupervisionAgreementInput!) {
    signSupervisionAgreement(input: $input) {
      __typename
    }
  }
`)

export const declineSupervisionAgreementMutation = graphql(`
  mutation DeclineSupervisionAgreement($input: DeclineSupervisionAgreementInput!) {
    declineSupervisionAgreement(input: $input) {
      __typename
    }
  }
`)
