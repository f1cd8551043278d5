import { randomUUID } from 'node:crypto'
import { type OtherLeave, validateLeave } from '@alongside/shared/people/employment/leave-input'
import { ME, NOW, columnsOf, insertOf, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { LeaveDays } from '../peers/peer.types.ts'
import { LeavePeriod } from './leave-period.entity.ts'

// When a peer is away: said by the peer or a manager, never with a reason.

const DAYS = columnsOf(LeavePeriod, '', ['startsOn', 'endsOn'])

export function recordLeave(ctx: RequestContext, peerId: string, days: LeaveDays): Promise<string> {
  return ctx.unit.transaction(async (tx) => {
    await refuseLeave(tx, { peerId, leaveId: null }, days)
    const id = randomUUID()
    const { startsOn, endsOn = null } = days
    await tx.write([insertOf(LeavePeriod, { id, peerId, startsOn, endsOn, enteredBy: ME, enteredAt: NOW })])
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
    const { startsOn, endsOn = null } = days
    await tx.write([updateOf(LeavePeriod, { id: leaveId }, { startsOn, endsOn })])
    return leaveId
  })
}

/** One that was entered by mistake; it counts for nothing from now on. */
export async function removeLeave(ctx: RequestContext, leaveId: string): Promise<string> {
  const [removed] = await ctx.unit.write([
    updateOf(LeavePeriod, { id: leaveId, removedAt: null }, { removedAt: NOW }, { returning: ['id'] }),
  ])
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
      `select ${DAYS} from leave_period
        where organization_id = (select access.organization_id()) and peer_id = $1 and removed_at is null
          and id is distinct from $2`,
      [peerId, leaveId],
    ),
  ])
  if (peers.length === 0) throw notFound()
  rejectIfInvalid(validateLeave(days, others, tx.actor.today))
}
