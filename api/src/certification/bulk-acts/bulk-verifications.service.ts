import { createHash } from 'node:crypto'
import { Any } from 'typeorm'
import { missingAmong, validateChosen } from '@alongside/shared/certification/bulk-acts/bulk-limits'
import { validateVerification } from '@alongside/shared/certification/history/history-input'
import { ME, NOW, insertRowsOf, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { tellHolder } from '../corrections/tell-holder.ts'
import { CertificationVerification } from '../verifications/certification-verification.entity.ts'
import type {
  RecordVerificationsInput,
  RecordVerificationsPayload,
  VoidVerificationsInput,
  VoidVerificationsPayload,
} from './bulk-acts.types.ts'
import { chosenCertifications } from './chosen-certifications.ts'

// A manager looks through a board's register for a whole list and keeps it in one act: all of them or none.

export function recordVerifications(
  ctx: RequestContext,
  input: RecordVerificationsInput,
): Promise<RecordVerificationsPayload> {
  const { certificationIds, checkedOn, source, result } = input
  const add = async (tx: Transaction, id: string) => {
    rejectIfInvalid(validateChosen('certificationIds', certificationIds))
    const found = await chosenCertifications(tx, certificationIds)
    rejectIfInvalid(missingAmong('certificationIds', certificationIds, new Set(found.keys())))
    const chosen = certificationIds.flatMap((each) => found.get(each) ?? [])
    // The day and the source are the same for all, so one look refuses them.
    const [first] = chosen
    if (first) rejectIfInvalid(validateVerification(input, first.issuedOn, tx.actor.today))
    const rows = {
      id: chosen.map((each) => idOf(id, each.id)),
      certificationId: chosen.map((each) => each.id),
      peerId: chosen.map((each) => each.peerId),
    }
    const seen = { checkedOn, source: source.trim(), result, recordedBy: ME, recordedAt: NOW }
    await tx.write([insertRowsOf(CertificationVerification, rows, seen)])
  }
  return once(ctx, 'recordVerifications', input, add, (id) => ({
    verificationIds: certificationIds.map((each) => idOf(id, each)),
  }))
}

/** Follows from the act and the certification, so that a repeated request names the same records. */
function idOf(act: string, certificationId: string): string {
  const hex = createHash('sha256').update(`${act} ${certificationId}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export function voidVerifications(
  ctx: RequestContext,
  { verificationIds: ids }: VoidVerificationsInput,
): Promise<VoidVerificationsPayload> {
  return ctx.unit.transaction(async (tx) => {
    rejectIfInvalid(validateChosen('verificationIds', ids))
    const where = { id: Any([...ids]), voidedAt: null }
    const returning = ['certificationId', 'peerId'] as const
    const [voided] = await tx.write([
      updateOf(CertificationVerification, where, { voidedBy: ME, voidedAt: NOW }, { returning }),
    ])
    if (voided.length < ids.length) throw notFound()
    await tx.write(voided.flatMap((each) => tellHolder(each)))
    return { voidedCount: voided.length }
  })
}
