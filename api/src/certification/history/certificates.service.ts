import { randomUUID } from 'node:crypto'
import {
  type RecordedTermDays,
  validateTermPlace,
  validateTerm,
} from '@alongside/shared/certification/history/history-input'
import type { ValidationError } from '@alongside/shared/validation/validation-error'
import { ME, NOW, columnsOf, insertOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { CertificationTerm } from './certification-term.entity.ts'
import { takeBack } from './take-back.ts'
import type { CertificateDays } from './history-input.types.ts'

// Certificates of one certification, one after another. The latest expiry becomes that of the certification by itself.

interface RecordedTerm extends RecordedTermDays {
  readonly certificationId: string
  readonly peerId: string
  /** Of the certification. */
  readonly issuedOn: string
}

const TERM = columnsOf(CertificationTerm, 't', ['id', 'certificationId', 'peerId', 'startsOn', 'expiresOn'])
const ISSUED_ON = /* sql */ `(
  select c.issued_on from certification c
   where c.organization_id = t.organization_id and c.id = t.certification_id) as "issuedOn"`

/** A renewed certificate, or an earlier one that nobody had entered. */
export function recordCertificate(
  ctx: RequestContext,
  certificationId: string,
  days: CertificateDays,
): Promise<string> {
  return ctx.unit.transaction(async (tx) => {
    const status = await tx.run<RecordedTerm>(
      `select ${TERM}, ${ISSUED_ON}
         from current_certification_term t
        where t.organization_id = (select access.organization_id()) and t.certification_id = $1`,
      [certificationId],
    )
    const [first] = status
    if (!first) throw notFound()
    rejectIfInvalid(wrong(days, status, first.issuedOn, tx.actor.today))
    return insert(tx, first, days, null)
  })
}

/** Puts one right by a further record; the wrong one stays to be seen. */
export function correctCertificate(ctx: RequestContext, id: string, days: CertificateDays): Promise<string> {
  return ctx.unit.transaction(async (tx) => {
    const status = await tx.run<RecordedTerm>(
      `select ${TERM}, ${ISSUED_ON}
         from current_certification_term t
        where t.organization_id = (select access.organization_id()) and t.certification_id = (
          select certification_id from current_certification_term
           where organization_id = (select access.organization_id()) and id = $1)`,
      [id],
    )
    const corrected = status.find((one) => one.id === id)
    if (!corrected) throw notFound()
    const others = status.filter((one) => one.id !== id)
    rejectIfInvalid(wrong(days, others, corrected.issuedOn, tx.actor.today))
    return insert(tx, corrected, days, id)
  })
}

/** Takes back a record that was a mistake, or takes that back again. */
export function withdrawCertificate(ctx: RequestContext, id: string, withdrawn: boolean): Promise<string> {
  return takeBack(ctx.unit, CertificationTerm, id, withdrawn).catch(inTheWay)
}

function wrong(
  days: CertificateDays,
  others: readonly RecordedTerm[],
  issuedOn: string,
  today: string,
): ValidationError[] {
  const validationErrors = validateTerm(days, today)
  if (validationErrors.length > 0) return validationErrors
  const inTheWay = validateTermPlace(days, others)
  if (inTheWay.length > 0) return inTheWay
  // The latest expiry becomes that of the certification, which does not end before it was issued.
  const endsLater = [days, ...others].some(({ expiresOn }) => expiresOn !== null && expiresOn > issuedOn)
  return endsLater ? [] : [{ field: 'expiresOn', problem: 'before-its-start', limit: issuedOn }]
}

async function insert(
  tx: Transaction,
  { certificationId, peerId }: RecordedTerm,
  { startsOn, expiresOn }: CertificateDays,
  corrects: string | null,
): Promise<string> {
  const id = randomUUID()
  const days = { startsOn, expiresOn, corrects }
  const term = { id, certificationId, peerId, ...days, recordedBy: ME, recordedAt: NOW }
  await tx.write([insertOf(CertificationTerm, term)]).catch(inTheWay)
  return id
}

const IN_THE_WAY = [
  'certification_term_overlaps',
  'certification_overlaps',
  'certification_expires_after_issue',
  'certification_term_corrected_once',
]

/** What another certification, or somebody at the same moment, stands in the way of. */
function inTheWay(error: unknown): never {
  const { constraint } = error as { constraint?: string }
  if (constraint && IN_THE_WAY.includes(constraint)) {
    const message = 'This certificate would cross another one of the same credential.'
    throw new DomainError('CONFLICT', 'certification.history.certificates-cross', message)
  }
  throw error
}
