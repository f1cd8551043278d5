import { randomUUID } from 'node:crypto'
import { columnsOf, insertOf, ME, NOW } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { DomainError, notFound } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { EvidenceChunk } from './evidence-chunk.entity.ts'
import { EvidenceFile } from './evidence-file.entity.ts'
import { EvidenceLook } from './evidence-look.entity.ts'
import type { InspectedFile } from './inspect-file.ts'

// The content of files: kept in pieces in one transaction, all of it or nothing, and read in one that wrote down the look.

const CHUNK_BYTES = 262_144
/** Of one person. Source: Alongside's own choice, some hundred photos. */
export const EVIDENCE_OF_ONE_PERSON_MOST = 500 * 1024 * 1024

export interface KeptEvidence {
  readonly fileId: string
  /** This person had sent the same file before; it is kept once. */
  readonly alreadyThere: boolean
}

export function keepEvidence(ctx: RequestContext, file: InspectedFile): Promise<KeptEvidence> {
  const { mediaType, content, sha256, width, height } = file
  return ctx.unit.transaction(async (tx) => {
    const id = randomUUID()
    const facts = { mediaType, sizeBytes: content.length, sha256, width, height }
    const [made] = await tx.write([
      insertOf(
        EvidenceFile,
        { id, peerId: ME, ...facts, uploadedAt: NOW },
        { onConflict: 'nothing', returning: ['id'] },
      ),
    ])
    if (made.length === 0) return { fileId: await fileWith(tx, sha256), alreadyThere: true }
    await refuseTooMuch(tx)
    await tx.write(
      piecesOf(content).map((data, place) =>
        insertOf(EvidenceChunk, { fileId: id, place, peerId: ME, data }),
      ),
    )
    return { fileId: id, alreadyThere: false }
  })
}

function piecesOf(content: Buffer): Buffer[] {
  const count = Math.ceil(content.length / CHUNK_BYTES)
  return Array.from({ length: count }, (_, place) =>
    content.subarray(place * CHUNK_BYTES, (place + 1) * CHUNK_BYTES),
  )
}

async function fileWith(tx: Transaction, sha256: Buffer): Promise<string> {
  const [found] = await tx.run<{ id: string }>(
    `select id from evidence_file
      where organization_id = (select access.organization_id()) and peer_id = (select access.membership_id())
        and sha256 = $1 and removed_at is null`,
    [sha256],
  )
  if (!found) throw notFound()
  return found.id
}

async function refuseTooMuch(tx: Transaction): Promise<void> {
  const [all] = await tx.run<{ bytes: string | number }>(
    `select coalesce(sum(size_bytes), 0) as bytes from evidence_file
      where organization_id = (select access.organization_id()) and peer_id = (select access.membership_id())
        and removed_at is null`,
  )
  if (Number(all?.bytes ?? 0) <= EVIDENCE_OF_ONE_PERSON_MOST) return
  throw new DomainError('CONFLICT', 'certification.evidence.full', 'No more files fit. Please remove some.')
}

export interface EvidenceContent extends Pick<EvidenceFile, 'mediaType' | 'sizeBytes' | 'uploadedAt'> {
  readonly content: Buffer
}

/** Whoever is not the holder leaves a trace first; without it the policies show no content. */
export function readEvidence(ctx: RequestContext, fileId: string): Promise<EvidenceContent> {
  return ctx.unit.transaction(async (tx) => {
    const [file] = await tx.run<EvidenceFile>(
      `select ${columnsOf(EvidenceFile, '', ['peerId', 'mediaType', 'sizeBytes', 'uploadedAt'])} from evidence_file
        where organization_id = (select access.organization_id()) and id = $1 and removed_at is null`,
      [fileId],
    )
    if (!file) throw notFound()
    if (file.peerId !== tx.actor.membershipId)
      await tx.write([insertOf(EvidenceLook, { fileId, peerId: file.peerId, viewerId: ME, lookedAt: NOW })])
    const pieces = await tx.run<{ data: Buffer }>(
      `select data from evidence_chunk
        where organization_id = (select access.organization_id()) and file_id = $1 order by place`,
      [fileId],
    )
    if (pieces.length === 0) throw notFound()
    const { mediaType, sizeBytes, uploadedAt } = file
    return { mediaType, sizeBytes, uploadedAt, content: Buffer.concat(pieces.map(({ data }) => data)) }
  })
}
