import { graphql } from '../../generated/gql.ts'

export const evidenceValues = graphql(`
  fragment EvidenceValues on EvidenceFile {
    id
    mediaType
    sizeBytes
    uploadedAt
    looks {
      viewer {
        displayName
      }
      lookedAt
    }
  }
`)

export const addEvidenceMutation = graphql(`
  mutation AddEvidence($input: AddEvidenceInput!) {
    addEvidence(input: $input) {
      earnedHours {
        activityId
      }
    }
  }
`)

export const removeEvidenceMutation = graphql(`
  mutation RemoveEvidence($input: RemoveEvidenceInput!) {
    removeEvidence(input: $input) {
      file {
        id
      }
    }
  }
`)

export const requestEvidenceMutation = graphql(`
  mutation RequestEvidence($input: RequestEvidenceInput!) {
    requestEvidence(input: $input) {
      peer {
        displayName
      }
    }
  }
`)
