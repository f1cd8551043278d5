import { randomUUID } from 'node:crypto'
import { type OtherLeave, validateLeave } from '@alongside/shared/people/employment/leave-input'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { LeaveDays } from '../peers/peer.types.ts'

// When a peer is away: said by the peer or a manager, never with a reason.

export function recordLeave(ctx: RequestContext, peerId: string, days: LeaveDays): Promise<string> {
  return ctx.unit.transaction(async (tx) => {
    await refuseLeave(tx, { peerId, leaveId: null }, days)
    const id = randomUUID()
    await tx.run(
      `insert into leave_period (organization_id, id, peer_id, starts_on, ends_on, entered_by, entered_at)
       values (access.organization_id(), $1, $2, $3, $4, access.membership_id(), access.now())`,
      [id, peerId, days.startsOn, days.endsOn ?? null],
    )
    return id
  })
}

export function changeLeave(ctx: RequestContext, leaveId: string, days: LeaveDays): Promise<string> {
  return ctx.unit.transaction(async (tx) => {
    const [leave] = await tx.run<{ peerId: string }>(
      `select peer_id as "peerId" from leave_period
        where organization_id = (select access.organization_id()) and id = $1 and removed_at is null`,
      [leaveId],
    )
    if (!leave) throw notFound()
    await refuseLeave(tx, { peerId: leave.peerId, leaveId }, days)
    await tx.run(
      `update leave_period set starts_on = $2, ends_on = $3
        where organization_id = access.organization_id() and id = $1`,
      [leaveId, days.startsOn, days.endsOn ?? null],
    )
    return leaveId
  })
}

/** One that was entered by mistake; it counts for nothing from now on. */
export async function removeLeave(ctx: RequestContext, leaveId: string): Promise<string> {
  const removed = await ctx.unit.run(
    `update leave_period set removed_at = access.now()
      where organization_id = access.organization_id() and id = $1 and removed_at is null returning id`,
    [leaveId],
  )
  if (removed.length === 0) throw notFound()
  return leaveId
}

/** Whose leave it is to record: one's own, or a manager's for any peer. Others learn nothing of the id. */
async function refuseLeave(
  tx: Transaction,
  { peerId, leaveId }: { peerId: string; leaveId: string | null },
  days: LeaveDays,
): Promise<void> {
  const [peers, others] = await Promise.all([
    tx.run(
      `select 1 from membership
        where organization_id = (select access.organization_id()) and id = $1 and 'PEER' = any (roles)
          and (id = (select access.membership_id()) or (select access.has_role('MANAGER')))`,
      [peerId],
    ),
    tx.run<OtherLeave>(
      `select starts_on as "startsOn", ends_on as "endsOn" from leave_period
        where organization_id = (select access.organization_id()) and peer_id = $1 and removed_at is null
          and id is distinct from $2`,
      [peerId, leaveId],
    ),
  ])
  if (peers.length === 0) throw notFound()
  rejectIfInvalid(validateLeave(days, others, tx.actor.today))
}
