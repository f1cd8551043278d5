import { IsNull, Not } from 'typeorm'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { ME, NOW, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notFound } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { BoardStatusPeriod } from '../board-status/board-status-period.entity.ts'
import { tellHolder } from '../corrections/tell-holder.ts'
import type { CertificationVerification } from '../verifications/certification-verification.entity.ts'
import { CertificationTerm } from './certification-term.entity.ts'

/** What is recorded once and never overwritten: a mistake in it is voided, and stays to be seen. */
type Kind = new () => CertificationTerm | BoardStatusPeriod | CertificationVerification
type Found = Pick<CertificationTerm, 'certificationId' | 'peerId'>

export function voidRecord(ctx: RequestContext, kind: Kind, id: string): Promise<Found> {
  return told(ctx, (tx) => markVoided(tx, kind, id))
}

/** Another version that counts gives way to it. The database refuses what would then overlap. */
export function restoreRecord(ctx: RequestContext, kind: Kind, id: string): Promise<Found> {
  return told(ctx, async (tx) => {
    if (kind !== CertificationTerm) {
      // Waits for whoever changes one of the versions, and finds which of them counts then.
      const others = await tx.run<{ id: string }>(otherVersions(kind), [id])
      for (const other of others) await markVoided(tx, kind, other.id)
    }
    return mark(tx, kind, id, false)
  })
}

export function markVoided(tx: Transaction, kind: Kind, id: string): Promise<Found> {
  return mark(tx, kind, id, true)
}

function told(ctx: RequestContext, act: (tx: Transaction) => Promise<Found>): Promise<Found> {
  return ctx.unit.transaction(async (tx) => {
    const found = await act(tx)
    await tx.write(tellHolder(found))
    return found
  })
}

const otherVersions = (kind: Kind): SelectText => {
  const table = kind === BoardStatusPeriod ? 'board_status_period' : 'certification_verification'
  return /* sql */ `
  select r.id from ${table} r
     where r.organization_id = (select access.organization_id()) and r.id <> $1 and r.voided_at is null
       and coalesce(r.version_of, r.id) = (
         select coalesce(one.version_of, one.id) from ${table} one
          where one.organization_id = (select access.organization_id()) and one.id = $1)
     for update`
}

async function mark(tx: Transaction, kind: Kind, id: string, voided: boolean): Promise<Found> {
  // The first certificate has the id of its certification: it is corrected, never voided.
  const and = kind === CertificationTerm ? 'id <> certification_id' : 'true'
  const where = { id, voidedAt: voided ? null : Not(IsNull()) }
  const set = voided ? { voidedBy: ME, voidedAt: NOW } : { voidedBy: null, voidedAt: null }
  const returning = ['certificationId', 'peerId'] as const
  const [[found]] = await tx.write([
    updateOf(kind as new () => CertificationTerm, where, set, { and, returning }),
  ])
  if (!found) throw notFound()
  return found
}
