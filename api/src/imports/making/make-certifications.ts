import { randomUUID } from 'node:crypto'
import type { ImportedCertification } from '@alongside/shared/imports/certification-row'
import type { Write } from '../../database/reads-and-writes.ts'
import { ME, NOW, insertFrom } from '../../database/statements.ts'
import { Certification } from '../../certification/recording/certification.entity.ts'
import { type NewLine, recordsNoted } from './new-line.ts'

const CERTIFICATIONS = `from jsonb_to_recordset(:made::jsonb) as made (
  id uuid, peer uuid, credential text, title text, number text, issued date, expires date)`
const CERTIFICATION = {
  id: () => 'id',
  peerId: () => 'peer',
  credentialId: () => 'credential',
  title: () => 'title',
  number: () => 'number',
  issuedOn: () => 'issued',
  expiresOn: () => 'expires',
  recordedBy: ME,
  recordedAt: NOW,
}

/** Two statements, however many certifications. */
export function certificationsMade(
  importId: string,
  lines: readonly NewLine<ImportedCertification>[],
): Write[] {
  const made = JSON.stringify(
    lines.map(({ line, made: { peerId, credentialId, title, number, issuedOn, expiresOn } }) => ({
      line,
      id: randomUUID(),
      peer: peerId,
      credential: credentialId,
      title,
      number,
      issued: issuedOn,
      expires: expiresOn,
    })),
  )
  return [
    insertFrom(Certification, CERTIFICATIONS, CERTIFICATION, { parameters: { made } }),
    recordsNoted(importId, made),
  ]
}
