import { askedOfHolder } from '@alongside/shared/certification/history/asked-of-holder'
import { BoardStatusPeriod as BoardStatusRow } from '../board-status/board-status-period.entity.ts'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { columnsOf } from '../../database/statements.ts'
import { notFound } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { readRuleBook } from '../custom-rules/rule-book.ts'
import { Certification } from '../recording/certification.entity.ts'
import { CertificationVerification } from '../verifications/certification-verification.entity.ts'
import { CertificationTerm } from './certification-term.entity.ts'
import type {
  AskedOfHolderType,
  BoardStatusPeriod,
  Certificate,
  CertificationHistory,
  HolderFacts,
  IssueDayChange,
  NumberChange,
  Verification,
} from './history.types.ts'
import { personIn, RECORDED, VOIDED } from './recorded-columns.ts'

// What was recorded over time: for managers and auditors, and for a peer their own. The walls decide on the rows.

const MAX_ENTRIES = 500

type Held = Pick<Certification, 'credentialId' | 'issuedOn'> &
  Pick<CertificationHistory, 'voidedAt' | 'voidedBy'> &
  Omit<HolderFacts, 'asked'>

export async function certificationHistory(
  ctx: RequestContext,
  certificationId: string,
): Promise<CertificationHistory> {
  const ask = <Row extends object>(sql: SelectText): Promise<Row[]> =>
    ctx.unit.run<Row>(sql, [certificationId])
  const [[certification], issueDays, numbers, certificates, statuses, verifications, book] =
    await Promise.all([
      ask<Held>(HOLDER),
      ask<IssueDayChange>(ISSUE_DAYS),
      ask<NumberChange>(NUMBERS),
      ask<Certificate>(
        `${CERTIFICATES} and ${OF_ONE} order by r.starts_on desc, r.recorded_at desc, r.id ${LIMIT}`,
      ),
      ask<BoardStatusPeriod>(`${STATUSES} and ${OF_ONE}
      order by r.starts_on desc, r.recorded_at desc, r.voided_at is not null, r.id ${LIMIT}`),
      ask<Verification>(`${VERIFICATIONS} and ${OF_ONE}
      order by r.checked_on desc, r.recorded_at desc, r.voided_at is not null, r.id ${LIMIT}`),
      readRuleBook(ctx.unit),
    ])
  if (!certification) throw notFound()
  const { credentialId, issuedOn, voidedAt, voidedBy, ...holder } = certification
  const asked = () => Promise.resolve(askedOfHolder(credentialId, book.rulesOf(credentialId)))
  const entries = { issueDays, numbers, certificates, statuses, verifications }
  return { certificationId, issuedOn, voidedAt, voidedBy, holder: { ...holder, asked }, ...entries }
}

/** What the rules of a credential ask about whoever holds it. */
export async function askedBy(ctx: RequestContext, credentialId: string): Promise<AskedOfHolderType> {
  const book = await readRuleBook(ctx.unit)
  return askedOfHolder(credentialId, book.rulesOf(credentialId))
}

export const certificateById = (ctx: RequestContext, id: string): Promise<Certificate> =>
  byId<Certificate>(ctx, CERTIFICATES, id)
export const boardStatusById = (ctx: RequestContext, id: string): Promise<BoardStatusPeriod> =>
  byId<BoardStatusPeriod>(ctx, STATUSES, id)
export const verificationById = (ctx: RequestContext, id: string): Promise<Verification> =>
  byId<Verification>(ctx, VERIFICATIONS, id)

async function byId<Entry extends object>(ctx: RequestContext, sql: SelectText, id: string): Promise<Entry> {
  const [entry] = await ctx.unit.run<Entry>(`${sql} and r.id = $1`, [id])
  if (!entry) throw notFound()
  return entry
}

const LIMIT = `limit ${MAX_ENTRIES}`
const OF_ONE = 'r.certification_id = $1'

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
  select ${columnsOf(Certification, 'r', ASKED)}, r.birth_month_day as birthday, ${VOIDED}
    from certification r where r.organization_id = (select access.organization_id()) and r.id = $1`

const ISSUE_DAYS: SelectText = `
  select ${RECORDED}, r.issued_on_before as before, r.issued_on as after
    from issue_day_correction r
   where r.organization_id = (select access.organization_id()) and ${OF_ONE}
   order by r.recorded_at desc, r.id ${LIMIT}`

const NUMBERS: SelectText = `
  select ${RECORDED}, r.number_before as before, r.number as after
    from certification_number_change r
   where r.organization_id = (select access.organization_id()) and ${OF_ONE}
   order by r.recorded_at desc, r.id ${LIMIT}`

const CERTIFICATES: SelectText = `
  select ${RECORDED}, ${VOIDED}, ${columnsOf(CertificationTerm, 'r', ['startsOn', 'expiresOn', 'corrects'])},
         r.id = r.certification_id as "isFirst",
         exists (select from certification_term c
                  where c.organization_id = r.organization_id and c.corrects = r.id and c.voided_at is null)
           as "isCorrected"
    from certification_term r where r.organization_id = (select access.organization_id())`

const corrected = (table: string): string => `
         r.version_of as corrects, r.voided_at is not null and exists (
           select from ${table} v
            where v.organization_id = r.organization_id and v.voided_at is null and v.recorded_at >= r.recorded_at
              and coalesce(v.version_of, v.id) = coalesce(r.version_of, r.id)) as "isCorrected"`

const STATUSES: SelectText = `
  select ${RECORDED}, ${VOIDED}, ${corrected('board_status_period')}, ${columnsOf(BoardStatusRow, 'r', ['status', 'startsOn', 'endsOn', 'endedAt'])},
         ${personIn('ended_by')} as "endedBy"
    from board_status_period r where r.organization_id = (select access.organization_id())`

const VERIFICATIONS: SelectText = `
  select ${RECORDED}, ${VOIDED}, ${corrected('certification_verification')}, ${columnsOf(CertificationVerification, 'r', ['checkedOn', 'source', 'result', 'expiresOnSeen', 'note'])}
    from certification_verification r where r.organization_id = (select access.organization_id())`
