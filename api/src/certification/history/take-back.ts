import { IsNull, Not } from 'typeorm'
import type { StatementQueue } from '../../database/statement-queue.ts'
import { ME, NOW, updateOf } from '../../database/statements.ts'
import { notFound } from '../../server/graphql/domain-error.ts'
import { CertificationTerm } from './certification-term.entity.ts'

/** What is recorded once and never overwritten: a mistake in it is taken back, and stays to be seen. */
type Recorded = Pick<CertificationTerm, 'id' | 'voidedBy' | 'voidedAt'>

/** Takes back a record that was a mistake, or takes that back again; the database refuses what would then cross. */
export async function takeBack(
  work: StatementQueue,
  kind: new () => Recorded,
  id: string,
  withdrawn: boolean,
): Promise<string> {
  // The first certificate has the id of its certification: it is corrected, never withdrawn.
  const and = kind === CertificationTerm ? 'id <> certification_id' : 'true'
  const where = { id, voidedAt: withdrawn ? null : Not(IsNull()) }
  const set = withdrawn ? { voidedBy: ME, voidedAt: NOW } : { voidedBy: null, voidedAt: null }
  const [changed] = await work.write([updateOf(kind, where, set, { and, returning: ['id'] })])
  if (changed.length === 0) throw notFound()
  return id
}
