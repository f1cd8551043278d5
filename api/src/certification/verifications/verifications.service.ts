import { randomUUID } from 'node:crypto'
import { validateVerification } from '@alongside/shared/certification/history/history-input'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { VerificationDetails } from '../history/history-input.types.ts'

/** A look into a board's register. It stays as it is: a later look is another record. */
export function recordVerification(
  ctx: RequestContext,
  certificationId: string,
  input: VerificationDetails,
): Promise<string> {
  return ctx.unit.transaction(async (tx) => {
    const [certification] = await tx.run<{ issuedOn: string }>(
      `select issued_on as "issuedOn" from certification
        where organization_id = (select access.organization_id()) and id = $1`,
      [certificationId],
    )
    if (!certification) throw notFound()
    rejectIfInvalid(validateVerification(input, certification.issuedOn, tx.actor.today))
    const id = randomUUID()
    const { checkedOn, source, result, expiresOnSeen, note } = input
    await tx.run(
      `insert into certification_verification (organization_id, id, certification_id, peer_id, checked_on, source,
                                               result, expires_on_seen, note, recorded_by, recorded_at)
       select organization_id, $1, id, peer_id, $3, $4, $5, $6, $7, access.membership_id(), access.now()
         from certification where organization_id = (select access.organization_id()) and id = $2`,
      [id, certificationId, checkedOn, source.trim(), result, expiresOnSeen || null, note?.trim() || null],
    )
    return id
  })
}
