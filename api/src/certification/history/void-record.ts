import { IsNull, Not } from 'typeorm'
import type { StatementQueue } from '../../database/statement-queue.ts'
import { ME, NOW, updateOf } from '../../database/statements.ts'
import { notFound } from '../../server/graphql/domain-error.ts'
import { CertificationTerm } from './certification-term.entity.ts'

/** What is recorded once and never overwritten: a mistake in it is voided, and stays to be seen. */
type Recorded = Pick<CertificationTerm, 'id' | 'certificationId' | 'voidedBy' | 'voidedAt'>
type Found = Pick<Recorded, 'certificationId'>

export function voidRecord(work: StatementQueue, kind: new () => Recorded, id: string): Promise<Found> {
  return mark(work, kind, id, true)
}

/** The database refuses what would then overlap. */
export function restoreRecord(work: StatementQueue, kind: new () => Recorded, id: string): Promise<Found> {
  return mark(work, kind, id, false)
}

async function mark(
  work: StatementQueue,
  kind: new () => Recorded,
  id: string,
  voided: boolean,
): Promise<Found> {
  // The first certificate has the id of its certification: it is corrected, never voided.
  const and = kind === CertificationTerm ? 'id <> certification_id' : 'true'
  const where = { id, voidedAt: voided ? null : Not(IsNull()) }
  const set = voided ? { voidedBy: ME, voidedAt: NOW } : { voidedBy: null, voidedAt: null }
  const [[found]] = await work.write([updateOf(kind, where, set, { and, returning: ['certificationId'] })])
  if (!found) throw notFound()
  return found
}
