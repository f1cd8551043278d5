import {
  EVIDENCE_BYTES_MOST,
  evidenceTypeOf,
  FileProblem,
} from '@alongside/shared/certification/evidence/evidence-limits'
import { askForFile, sendFile } from '../../app/session/graphql-client.ts'

export interface SentEvidence {
  readonly fileId: string
  readonly alreadyThere: boolean
}

/** As many bytes as tell what a file is. */
const FIRST_BYTES = 16

/** Refuses here what the server would refuse after minutes on a slow line. */
export async function sendEvidence(file: Blob): Promise<SentEvidence> {
  if (file.size > EVIDENCE_BYTES_MOST) throw refused(FileProblem.TOO_LARGE)
  const type = evidenceTypeOf(new Uint8Array(await file.slice(0, FIRST_BYTES).arrayBuffer()))
  const problem = Object.values(FileProblem).find((each) => each === type)
  if (problem) throw refused(problem)
  return sendFile<SentEvidence>('/files', file, { 'content-type': 'application/octet-stream' })
}

function refused(problem: FileProblem): Error {
  return Object.assign(new Error(problem), { code: 'BAD_INPUT', fact: `certification.evidence.${problem}` })
}

export async function evidenceContent(fileId: string): Promise<Blob> {
  return (await askForFile('/files/content', { fileId })).blob()
}
