import type { LapseCause } from '@alongside/shared/certification/renewal-path/submission-input'
import { wantsSupervisor } from '@alongside/shared/certification/renewal-path/supervisor-attestation'
import { renewalPath } from '@alongside/shared/certification/renewal-path/renewal-path'
import { RENEWAL_OPENS_DAYS_BEFORE } from '@alongside/shared/certification/status/findings'
import { addDays, maxDate, type PlainDate } from '@alongside/shared/calendar/plain-date'
import { batched } from '../../server/graphql/batched.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { CertificationType } from '../renewals/certification.types.ts'
import type { SupervisorAttestationType } from './supervisor-attestation.types.ts'
import type { RenewalPathType, RenewalSubmissionType } from './renewal-path.types.ts'

interface Recorded {
  readonly submissions: readonly (RenewalSubmissionType & { readonly cycleEndsOn: string })[]
  readonly attestations: readonly { readonly cycleEndsOn: string; readonly on: string }[]
  readonly supervisors: readonly (SupervisorAttestationType & { readonly cycleEndsOn: string })[]
  readonly causes: readonly { readonly expiredOn: string; readonly cause: LapseCause }[]
}
const NOTHING: Recorded = { submissions: [], attestations: [], supervisors: [], causes: [] }

/** All that was recorded of the way, for the certifications of a list in one statement; the walls decide on the rows. */
const recordedOf = batched<Recorded>(async (ctx, certificationIds) => {
  const rows = await ctx.unit.run<Recorded & { id: string }>(
    `select c.id,
            coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'cycleEndsOn', s.cycle_ends_on,
                'submittedOn', s.submitted_on, 'receiptNumber', s.receipt_number, 'feeUsd', s.fee_usd,
                'outcome', s.outcome, 'decidedOn', s.decided_on, 'returnReason', s.return_reason,
                'recordedBy', (select jsonb_build_object('id', m.id, 'displayName', m.display_name) from membership m
                                where m.organization_id = s.organization_id and m.id = s.recorded_by))
                order by s.outcome is not distinct from 'RETURNED', s.submitted_on desc, s.recorded_at desc, s.id)
               from renewal_submission s
              where s.organization_id = (select access.organization_id()) and s.certification_id = c.id
                and s.voided_at is null), '[]') as submissions,
            coalesce((select jsonb_agg(jsonb_build_object('cycleEndsOn', a.cycle_ends_on,
                'on', (a.attested_at at time zone o.time_zone)::date))
               from renewal_attestation a join organization o on o.id = a.organization_id
              where a.organization_id = (select access.organization_id()) and a.certification_id = c.id), '[]')
              as attestations,
            coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'cycleEndsOn', a.cycle_ends_on,
                'askedOn', (a.asked_at at time zone o.time_zone)::date, 'outcome', a.outcome,
                'declineReason', a.decline_reason, 'answeredOn', (a.answered_at at time zone o.time_zone)::date,
                'supervisor', (select jsonb_build_object('id', m.id, 'displayName', m.display_name) from membership m
                                where m.organization_id = a.organization_id and m.id = a.supervisor_id))
                order by a.outcome is not distinct from 'DECLINED', a.asked_at desc, a.id)
               from supervisor_attestation a join organization o on o.id = a.organization_id
              where a.organization_id = (select access.organization_id()) and a.certification_id = c.id
                and a.withdrawn_at is null), '[]') as supervisors,
            coalesce((select jsonb_agg(jsonb_build_object('expiredOn', l.expired_on, 'cause', l.cause)
                order by l.recorded_at desc, l.id)
               from lapse_cause l
              where l.organization_id = (select access.organization_id()) and l.certification_id = c.id), '[]') as causes
       from unnest($1::uuid[]) c (id)`,
    [certificationIds],
  )
  return new Map<string, Recorded>(rows.map(({ id, ...recorded }) => [id, recorded]))
}, NOTHING)

export async function pathOf(
  ctx: RequestContext,
  certification: CertificationType,
): Promise<RenewalPathType> {
  const { submissions, attestations, supervisors, causes } = await recordedOf(ctx, certification.id)
  const { today } = await ctx.unit.asker()
  const { expiresOn, gaps, rule } = certification
  const isOfCycle = ({ cycleEndsOn }: { readonly cycleEndsOn: string }) => cycleEndsOn === expiresOn
  const submission = submissions.find(isOfCycle) ?? null
  const { opensOn, dueOn } = daysOf(certification)
  const attestedOn = attestations.find(isOfCycle)?.on ?? null
  const isSupervisorAsked = wantsSupervisor(rule.papers)
  const supervisorAttestation = supervisors.find(isOfCycle) ?? null
  const supervisor = isSupervisorAsked ? (supervisorAttestation ?? { outcome: null, answeredOn: null }) : null
  const path = renewalPath(
    { expiresOn, opensOn, dueOn, gaps: gaps.state, attestedOn, supervisor, submission },
    today,
  )
  return {
    ...path,
    submission,
    isSupervisorAsked,
    supervisorAttestation,
    lapseCause: causes.find(({ expiredOn }) => expiredOn === expiresOn)?.cause ?? null,
  }
}

/** When it opens and until when it is wanted; `openedOn` is the opening that the board's own rule names. */
export function daysOf({ expiresOn, rule, cycle }: Pick<CertificationType, 'expiresOn' | 'rule' | 'cycle'>): {
  readonly opensOn: PlainDate | null
  readonly openedOn: PlainDate | null
  readonly dueOn: PlainDate | null
} {
  if (expiresOn === null) return { opensOn: null, openedOn: null, dueOn: null }
  const { opensDaysBefore, dueDaysBefore } = rule.submission
  const opens = addDays(expiresOn, -(opensDaysBefore ?? RENEWAL_OPENS_DAYS_BEFORE))
  const opensOn = cycle ? maxDate(opens, cycle.startsOn) : opens
  return {
    opensOn,
    openedOn: opensDaysBefore === null ? null : opensOn,
    dueOn: dueDaysBefore === null ? expiresOn : addDays(expiresOn, -dueDaysBefore),
  }
}
