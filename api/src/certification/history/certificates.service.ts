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
import { once } from '../../server/submissions/once.ts'
import { CertificationTerm } from './certification-term.entity.ts'
import type {
  CorrectCertificateInput,
  RecordCertificateInput,
  RecordCertificatePayload,
  RestoreCertificateInput,
  VoidCertificateInput,
} from './certificate-changes.types.ts'
import { tellHolder } from '../corrections/tell-holder.ts'
import { changedCertification } from './changed-certification.ts'
import { certificateById } from './history.service.ts'
import { restoreRecord, voidRecord } from './void-record.ts'

// Certificates of one certification, one after another. The latest expiry becomes that of the certification by itself.

type Days = Pick<RecordCertificateInput, 'startsOn' | 'expiresOn'>

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

/** The new record, and the certification with it. */
type CertificateChange = RecordCertificatePayload

/** A renewed certificate, or an earlier one that nobody had entered. */
export async function recordCertificate(
  ctx: RequestContext,
  input: RecordCertificateInput,
): Promise<CertificateChange> {
  const { certificationId } = input
  const add = (tx: Transaction, id: string) => addCertificate(tx, id, input)
  return once(ctx, 'recordCertificate', input, add, (id) => changed(ctx, id, certificationId))
}

/** In the transaction of another act, such as the approval of a renewal. */
export async function addCertificate(
  tx: Transaction,
  id: string,
  input: Days & { readonly certificationId: string },
): Promise<void> {
  const status = await tx.run<RecordedTerm>(
    `select ${TERM}, ${ISSUED_ON}
         from current_certification_term t
        where t.organization_id = (select access.organization_id()) and t.certification_id = $1`,
    [input.certificationId],
  )
  const [first] = status
  if (!first) throw notFound()
  rejectIfInvalid(wrong(input, status, first.issuedOn, tx.actor.today))
  await insert(tx, id, first, input)
}

/** Corrects one by a further record; the wrong one stays to be seen. */
export async function correctCertificate(
  ctx: RequestContext,
  { certificateId, ...days }: CorrectCertificateInput,
): Promise<CertificateChange> {
  const { id, certificationId } = await ctx.unit.transaction(async (tx) => {
    const status = await tx.run<RecordedTerm>(
      `select ${TERM}, ${ISSUED_ON}
         from current_certification_term t
        where t.organization_id = (select access.organization_id()) and t.certification_id = (
          select certification_id from current_certification_term
           where organization_id = (select access.organization_id()) and id = $1)`,
      [certificateId],
    )
    const corrected = status.find((one) => one.id === certificateId)
    if (!corrected) throw notFound()
    const others = status.filter((one) => one.id !== certificateId)
    rejectIfInvalid(wrong(days, others, corrected.issuedOn, tx.actor.today))
    const record = randomUUID()
    await insert(tx, record, corrected, days, certificateId)
    return { id: record, certificationId: corrected.certificationId }
  })
  return changed(ctx, id, certificationId)
}

export async function voidCertificate(
  ctx: RequestContext,
  { certificateId: id }: VoidCertificateInput,
): Promise<CertificateChange> {
  const { certificationId } = await voidRecord(ctx, CertificationTerm, id).catch(inTheWay)
  return changed(ctx, id, certificationId)
}

export async function restoreCertificate(
  ctx: RequestContext,
  { certificateId: id }: RestoreCertificateInput,
): Promise<CertificateChange> {
  const { certificationId } = await restoreRecord(ctx, CertificationTerm, id).catch(inTheWay)
  return changed(ctx, id, certificationId)
}

function changed(ctx: RequestContext, id: string, certificationId: string): CertificateChange {
  return { certificate: () => certificateById(ctx, id), ...changedCertification(ctx, certificationId) }
}

function wrong(
  days: Days,
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
  id: string,
  { certificationId, peerId }: RecordedTerm,
  { startsOn, expiresOn }: Days,
  corrects: string | null = null,
): Promise<void> {
  const days = { startsOn, expiresOn, corrects }
  const term = { id, certificationId, peerId, ...days, recordedBy: ME, recordedAt: NOW }
  const told = corrects ? tellHolder({ peerId, certificationId }) : []
  await tx.write([insertOf(CertificationTerm, term), ...told]).catch(inTheWay)
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
