import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { readSql, writeSql } from '../../database/reads-and-writes.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notification } from '../../notifications/notify.ts'
import { requireConfirmedPassword } from '../../people/sign-in/password-confirmation.service.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type {
  UndoCaseloadReassignmentInput,
  UndoCaseloadReassignmentPayload,
} from './caseload-reassignment.types.ts'

// A hand-over goes back for as long as nothing was built on it: the day of before has not passed, nobody accepted, and
// nothing was planned or agreed on with whoever was to take over. The database decides, row by row, under a lock.

interface UndoneRow {
  readonly peerId: string
  readonly nextId: string
  readonly beforeId: string
  readonly nextKnew: boolean
  readonly isAgreed: boolean
}

export function undoCaseloadReassignment(
  ctx: RequestContext,
  { reassignmentIds }: UndoCaseloadReassignmentInput,
): Promise<UndoCaseloadReassignmentPayload> {
  const ids = [...new Set(reassignmentIds.map((id) => id.toLowerCase()))]
  return ctx.unit.transaction(async (tx) => {
    requireConfirmedPassword(tx.actor)
    if (ids.length === 0) rejectIfInvalid([{ field: 'reassignmentIds', problem: 'required' }])
    for (const id of ids) await undoOne(tx, id)
    return { undone: ids.length }
  })
}

async function undoOne(tx: Transaction, id: string): Promise<void> {
  const [[found], [undone]] = await tx.write([
    readSql<UndoneRow>(CONCERNED, [id]),
    writeSql<{ outcome: string }>('select access.undo_reassignment($1) as outcome', [id]),
  ])
  if (!found || undone?.outcome === 'NOT_FOUND') throw notFound()
  if (undone?.outcome !== 'UNDONE' || found.isAgreed)
    throw new DomainError(
      'CONFLICT',
      'supervision.reassignment.built-on',
      'Something was built on the reassignment: reassign once more.',
    )
  const { peerId, beforeId, nextId, nextKnew } = found
  await tx.write(
    notification({
      recipientId: [peerId, beforeId, ...(nextKnew ? [nextId] : [])],
      kind: NotificationKind.REASSIGNMENT_UNDONE,
      key: `reassignment-undone:${id}`,
      subjectId: id,
    }),
  )
}

/** Of a proposal that was never accepted only the peer knew. */
const CONCERNED = /* sql */ `
  select r.peer_id as "peerId", r.supervisor_id as "nextId", b.supervisor_id as "beforeId",
         r.accepted_at is not null as "nextKnew", exists (
           select from supervision_agreement g
             join supervision_agreement_term t on t.organization_id = g.organization_id and t.agreement_id = g.id
            where g.organization_id = r.organization_id and g.peer_id = r.peer_id and g.ends_on is null
              and t.type = r.type and t.supervisor_id = r.supervisor_id) as "isAgreed"
    from supervision_relationship r
    join supervision_relationship b on b.organization_id = r.organization_id and b.id = r.replaces_id
   where r.organization_id = (select access.organization_id()) and r.id = $1`
