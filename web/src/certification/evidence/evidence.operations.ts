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

export const attachEvidenceMutation = graphql(`
  mutation AttachEvidence($input: AttachEvidenceInput!) {
    attachEvidence(input: $input) {
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

export const askForEvidenceMutation = graphql(`
  mutation AskForEvidence($input: AskForEvidenceInput!) {
    askForEvidence(input: $input) {
      peer {
        displayName
      }
    }
  }
`)
