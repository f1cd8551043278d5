import { askedOfHolder } from '@alongside/shared/certification/history/asked-of-holder'
import { BoardStatusPeriod as BoardStatusRow } from '../board-status/board-status-period.entity.ts'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { columnsOf } from '../../database/statements.ts'
import { notFound } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { readRuleBook } from '../custom-rules/rule-book.ts'
import { Certification } from '../recording/certification.entity.ts'
import { ServiceHours } from '../service-hours/service-hours.entity.ts'
import { CertificationVerification } from '../verifications/certification-verification.entity.ts'
import { CertificationTerm } from './certification-term.entity.ts'
import type {
  BoardStatusPeriod,
  Certificate,
  CertificationHistory,
  HolderFacts,
  IssueDayChange,
  ServiceHoursEntry,
  Verification,
} from './history.types.ts'

// What was recorded over time: for managers and auditors, and for a peer their own. The walls decide on the rows.

const MAX_ENTRIES = 500

export async function certificationHistory(
  ctx: RequestContext,
  certificationId: string,
): Promise<CertificationHistory> {
  const ask = <Row extends object>(sql: SelectText): Promise<Row[]> =>
    ctx.unit.run<Row>(sql, [certificationId])
  const [[certification], issueDays, certificates, statuses, verifications, book] = await Promise.all([
    ask<{ credentialId: string; issuedOn: string } & Omit<HolderFacts, 'asked'>>(HOLDER),
    ask<IssueDayChange>(ISSUE_DAYS),
    ask<Certificate>(CERTIFICATES),
    ask<BoardStatusPeriod>(STATUSES),
    ask<Verification>(VERIFICATIONS),
    readRuleBook(ctx.unit),
  ])
  if (!certification) throw notFound()
  const { credentialId, issuedOn, ...holder } = certification
  const asked = askedOfHolder(credentialId, book.rulesOf(credentialId))
  const entries = { issueDays, certificates, statuses, verifications }
  return { certificationId, issuedOn, holder: { ...holder, asked }, ...entries }
}

export function serviceHours(ctx: RequestContext, peerId: string): Promise<ServiceHoursEntry[]> {
  return ctx.unit.run<ServiceHoursEntry>(SERVICE_HOURS, [peerId])
}

const nameOf = (column: string) => `(
  select m.display_name from membership m where m.organization_id = r.organization_id and m.id = r.${column})`
const RECORDED = `r.id, r.recorded_at as "recordedAt", ${nameOf('recorded_by')} as "recordedByName"`
const WITHDRAWN = `r.voided_at as "withdrawnAt", ${nameOf('voided_by')} as "withdrawnByName"`
const OF_ONE = `r.organization_id = (select access.organization_id()) and r.certification_id = $1`

const ASKED = [
  'credentialId',
  'issuedOn',
  'revision',
  'title',
  'number',
  'conditionsHeld',
  'conditionsNotHeld',
  'chosenCycleMonths',
  'examYear',
] as const
const HOLDER: SelectText = `
  select ${columnsOf(Certification, '', ASKED)}, birth_month_day as birthday
    from certification where organization_id = (select access.organization_id()) and id = $1`

const ISSUE_DAYS: SelectText = `
  select ${RECORDED}, r.issued_on_before as before, r.issued_on as after
    from issue_day_correction r where ${OF_ONE} order by r.recorded_at desc, r.id limit ${MAX_ENTRIES}`

const CERTIFICATES: SelectText = `
  select ${RECORDED}, ${WITHDRAWN}, ${columnsOf(CertificationTerm, 'r', ['startsOn', 'expiresOn', 'corrects'])},
         r.id = r.certification_id as "isFirst",
         exists (select from certification_term c
                  where c.organization_id = r.organization_id and c.corrects = r.id and c.voided_at is null)
           as "isCorrected"
    from certification_term r where ${OF_ONE}
   order by r.starts_on desc, r.recorded_at desc, r.id limit ${MAX_ENTRIES}`

const STATUSES: SelectText = `
  select ${RECORDED}, ${WITHDRAWN}, ${columnsOf(BoardStatusRow, 'r', ['status', 'startsOn', 'endsOn', 'endedAt'])},
         ${nameOf('ended_by')} as "endedByName"
    from board_status_period r where ${OF_ONE}
   order by r.starts_on desc, r.recorded_at desc, r.voided_at is not null, r.id limit ${MAX_ENTRIES}`

const VERIFICATIONS: SelectText = `
  select ${RECORDED}, ${columnsOf(CertificationVerification, 'r', ['checkedOn', 'source', 'result', 'expiresOnSeen', 'note'])}
    from certification_verification r where ${OF_ONE}
   order by r.checked_on desc, r.recorded_at desc, r.id limit ${MAX_ENTRIES}`

const SERVICE_HOURS: SelectText = `
  select ${RECORDED}, ${WITHDRAWN}, ${columnsOf(ServiceHours, 'r', ['startsOn', 'endsOn', 'hours', 'allowsOverlap'])}
    from service_hours r where r.organization_id = (select access.organization_id()) and r.peer_id = $1
   order by r.ends_on desc, r.recorded_at desc, r.id limit ${MAX_ENTRIES}`
