import { validateVerification } from '@alongside/shared/certification/history/history-input'
import { ME, NOW, columnsOf, insertOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { changedCertification } from '../history/changed-certification.ts'
import { verificationById } from '../history/history.service.ts'
import { Certification } from '../recording/certification.entity.ts'
import { CertificationVerification } from './certification-verification.entity.ts'
import type { RecordVerificationInput, RecordVerificationPayload } from './verification-changes.types.ts'

const HOLDER = columnsOf(Certification, '', ['peerId', 'issuedOn'])

/** A look into a board's register. It stays as it is: a later look is another record. */
export async function recordVerification(
  ctx: RequestContext,
  input: RecordVerificationInput,
): Promise<RecordVerificationPayload> {
  const { certificationId } = input
  const add = async (tx: Transaction, id: string) => {
    const [certification] = await tx.run<Pick<Certification, 'peerId' | 'issuedOn'>>(
      `select ${HOLDER} from certification
        where organization_id = (select access.organization_id()) and id = $1`,
      [certificationId],
    )
    if (!certification) throw notFound()
    rejectIfInvalid(validateVerification(input, certification.issuedOn, tx.actor.today))
    const { checkedOn, source, result, expiresOnSeen, note } = input
    const { peerId } = certification
    const seen = { checkedOn, source: source.trim(), result, expiresOnSeen: expiresOnSeen || null }
    const whose = { id, certificationId, peerId, recordedBy: ME, recordedAt: NOW }
    await tx.write([insertOf(CertificationVerification, { ...whose, ...seen, note: note?.trim() || null })])
  }
  return once(ctx, 'recordVerification', input, add, (id) => ({
    verification: () => verificationById(ctx, id),
    ...changedCertification(ctx, certificationId),
  }))
}
