/** Reads certifications with all that decides on them in one narrow statement, and lets the shared rule judge each. */
import { setImmediate } from 'node:timers/promises'
import {
  assessCertification,
  type CertificationAssessment,
} from '@alongside/shared/certification/assess-certification'
import type { Credential } from '@alongside/shared/certification/catalogue/credential'
import type { StatusPeriod } from '@alongside/shared/certification/certification-facts'
import { credentialById } from '@alongside/shared/certification/credential-catalogue'
import type { RenewalRule } from '@alongside/shared/certification/renewal-rule'
import type { CeCredit } from '@alongside/shared/certification/ce-credit'
import { renewalRuleOf } from '@alongside/shared/certification/rule-authoring/author-renewal-rule'
import { DomainError } from '../../server/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'

/** Standing is computed at every look; beyond this many it would have to be kept beside the certifications. */
export const MOST_CERTIFICATIONS = 2_000
const ROWS_PER_TURN = 25

interface CertificationRow {
  readonly id: string
  readonly peerId: string
  readonly peerName: string
  readonly credentialId: string
  readonly number: string | null
  readonly issuedOn: string
  readonly expiresOn: string | null
  readonly birthday: string | null
  readonly statusPeriods: readonly StatusPeriod[]
  readonly credits: readonly CeCredit[]
}

export interface AssessedCertification extends CertificationRow {
  readonly credential: Credential | undefined
  readonly rule: RenewalRule
  readonly assessment: CertificationAssessment
}

// People who have left are not listed: their certifications are theirs to renew.
const CERTIFICATIONS = /* sql */ `
  select certification.id, certification.peer_id as "peerId", peer.display_name as "peerName",
         certification.credential_id as "credentialId", certification.number,
         certification.issued_on as "issuedOn", certification.expires_on as "expiresOn",
         certification.birth_month_day as "birthday",
         coalesce((select json_agg(json_build_object(
             'status', period.status, 'startsOn', period.starts_on, 'endsOn', period.ends_on))
           from certification_status_period period
          where period.organization_id = certification.organization_id
            and period.certification_id = certification.id), '[]') as "statusPeriods",
         coalesce((select json_agg(json_build_object(
             'id', credit.activity_id, 'heldOn', activity.held_on, 'hours', credit.hours,
             'categories', credit.categories))
           from ce_credit credit
           join ce_activity activity
             on activity.organization_id = credit.organization_id and activity.id = credit.activity_id
          where credit.organization_id = certification.organization_id
            and credit.peer_id = certification.peer_id), '[]') as credits
    from certification
    join membership peer
      on peer.organization_id = certification.organization_id and peer.id = certification.peer_id
   where certification.organization_id = (select access.organization_id()) and peer.disabled_at is null`

export async function assessOrganization(ctx: RequestContext): Promise<AssessedCertification[]> {
  const rows = await ctx.unit.run<CertificationRow>(`${CERTIFICATIONS} limit ${MOST_CERTIFICATIONS + 1}`)
  if (rows.length > MOST_CERTIFICATIONS) {
    const message = `Alongside lists at most ${MOST_CERTIFICATIONS} certifications of an organization.`
    throw new DomainError('CONFLICT', 'certification.too-many-to-list', message)
  }
  return assessed(ctx, rows)
}

export async function assessOwn(ctx: RequestContext): Promise<AssessedCertification[]> {
  const own = `${CERTIFICATIONS} and certification.peer_id = (select access.membership_id()) limit 100`
  return assessed(ctx, await ctx.unit.run<CertificationRow>(own))
}

export async function assessOne(ctx: RequestContext, id: string): Promise<AssessedCertification | undefined> {
  const rows = await ctx.unit.run<CertificationRow>(`${CERTIFICATIONS} and certification.id = $1`, [id])
  return (await assessed(ctx, rows))[0]
}

async function assessed(
  ctx: RequestContext,
  rows: readonly CertificationRow[],
): Promise<AssessedCertification[]> {
  const { today } = await ctx.unit.asker()
  const judged: AssessedCertification[] = []
  for (const row of rows) {
    // A long list is judged in turns, so that the requests of others go on meanwhile.
    if (judged.length % ROWS_PER_TURN === ROWS_PER_TURN - 1) await setImmediate()
    const rule = renewalRuleOf(row.credentialId)
    const { statusPeriods, credits } = row
    const record = { certificationId: row.id, certification: row, statusPeriods, credits, rules: [rule] }
    const assessment = assessCertification(record, today)
    judged.push({ ...row, credential: credentialById(row.credentialId), rule: assessment.rule, assessment })
  }
  return judged
}
