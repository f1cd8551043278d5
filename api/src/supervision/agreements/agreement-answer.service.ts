import { validateObjection } from '@alongside/shared/supervision/agreements/agreement-answer'
import { ME, NOW, insertOf } from '../../database/statements.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { DeclineSupervisionAgreementInput } from './agreement.types.ts'
import { SupervisionAgreementObjection } from './supervision-agreement-objection.entity.ts'

interface AnsweredRow {
  readonly peerId: string
  readonly types: string[]
  readonly hasAnswered: boolean
}

const TO_ANSWER = /* sql */ `
  select g.peer_id as "peerId",
         array(select t.type from supervision_agreement_term t
                where t.organization_id = g.organization_id and t.agreement_id = g.id) as types,
         exists (select from supervision_agreement_objection x
                  where x.organization_id = g.organization_id and x.agreement_id = g.id
                    and x.member_id = (select access.membership_id())) as "hasAnswered"
    from supervision_agreement g
   where g.organization_id = (select access.organization_id()) and g.id = $1 and g.ends_on is null
     and (g.peer_id = (select access.membership_id()) or exists (
       select from supervision_agreement_term t
        where t.organization_id = g.organization_id and t.agreement_id = g.id
          and t.supervisor_id = (select access.membership_id())))`

/** Whoever is named says once that it should be otherwise; they can still sign it, or the next one. The database tells the others. */
export function declineSupervisionAgreement(
  ctx: RequestContext,
  { agreementId, type = null, line }: DeclineSupervisionAgreementInput,
): Promise<string> {
  return ctx.unit.transaction(async (tx) => {
    const [agreement] = await tx.run<AnsweredRow>(TO_ANSWER, [agreementId])
    if (!agreement) throw notFound()
    rejectIfInvalid(validateObjection({ type, line }, agreement.types))
    if (agreement.hasAnswered) return agreementId
    const { peerId } = agreement
    const objection = { agreementId, memberId: ME, peerId, type, line: line.trim(), madeAt: NOW }
    await tx.write([insertOf(SupervisionAgreementObjection, objection, { onConflict: 'nothing' })])
    return agreementId
  })
}
