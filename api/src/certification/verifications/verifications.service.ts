import { randomUUID } from 'node:crypto'
import { validateVerification } from '@alongside/shared/certification/history/history-input'
import type { Write } from '../../database/reads-and-writes.ts'
import { ME, NOW, columnsOf, insertOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { tellHolder } from '../corrections/tell-holder.ts'
import { changedCertification } from '../history/changed-certification.ts'
import { verificationById } from '../history/history.service.ts'
import { markVoided, restoreRecord, voidRecord } from '../history/void-record.ts'
import { Certification } from '../recording/certification.entity.ts'
import { CertificationVerification } from './certification-verification.entity.ts'
import type {
  CorrectVerificationInput,
  RecordVerificationInput,
  RecordVerificationPayload,
  RestoreVerificationInput,
  VoidVerificationInput,
} from './verification-changes.types.ts'

// Looks into a board's register. A later look is another record; a slip in one is corrected by a further version.

const HOLDER = columnsOf(Certification, '', ['peerId', 'issuedOn'])

/** The verification, and the certification with it. */
type VerificationChange = RecordVerificationPayload
type Seen = Omit<RecordVerificationInput, 'certificationId' | 'idempotencyKey'>

export async function recordVerification(
  ctx: RequestContext,
  input: RecordVerificationInput,
): Promise<VerificationChange> {
  const { certificationId } = input
  const add = async (tx: Transaction, id: string) => {
    const [certification] = await tx.run<Pick<Certification, 'peerId' | 'issuedOn'>>(
      `select ${HOLDER} from certification
        where organization_id = (select access.organization_id()) and id = $1 and voided_at is null`,
      [certificationId],
    )
    if (!certification) throw notFound()
    rejectIfInvalid(validateVerification(input, certification.issuedOn, tx.actor.today))
    await tx.write([verificationOf(input, { id, certificationId, peerId: certification.peerId })])
  }
  return once(ctx, 'recordVerification', input, add, (id) => changed(ctx, id, certificationId))
}

/** What is right is a further version; the wrong one is voided as it is. */
export async function correctVerification(
  ctx: RequestContext,
  { verificationId, ...seen }: CorrectVerificationInput,
): Promise<VerificationChange> {
  const id = randomUUID()
  const certificationId = await ctx.unit.transaction(async (tx) => {
    const whose = await markVoided(tx, CertificationVerification, verificationId)
    const [certification] = await tx.run<Pick<Certification, 'issuedOn'>>(
      `select ${HOLDER} from certification
        where organization_id = (select access.organization_id()) and id = $1`,
      [whose.certificationId],
    )
    if (!certification) throw notFound()
    rejectIfInvalid(validateVerification(seen, certification.issuedOn, tx.actor.today))
    await tx.write([verificationOf(seen, { id, ...whose, versionOf: verificationId }), ...tellHolder(whose)])
    return whose.certificationId
  })
  return changed(ctx, id, certificationId)
}

export async function voidVerification(
  ctx: RequestContext,
  { verificationId: id }: VoidVerificationInput,
): Promise<VerificationChange> {
  const { certificationId } = await voidRecord(ctx, CertificationVerification, id)
  return changed(ctx, id, certificationId)
}

export async function restoreVerification(
  ctx: RequestContext,
  { verificationId: id }: RestoreVerificationInput,
): Promise<VerificationChange> {
  const { certificationId } = await restoreRecord(ctx, CertificationVerification, id)
  return changed(ctx, id, certificationId)
}

type Whose = Pick<CertificationVerification, 'id' | 'certificationId' | 'peerId'> & { versionOf?: string }

function verificationOf({ checkedOn, source, result, expiresOnSeen, note }: Seen, whose: Whose): Write {
  const seen = { checkedOn, source: source.trim(), result, expiresOnSeen: expiresOnSeen || null }
  const recorded = { recordedBy: ME, recordedAt: NOW }
  return insertOf(CertificationVerification, { ...whose, ...seen, ...recorded, note: note?.trim() || null })
}

function changed(ctx: RequestContext, id: string, certificationId: string): VerificationChange {
  return { verification: () => verificationById(ctx, id), ...changedCertification(ctx, certificationId) }
}
