import { type OtherLeave, validateLeave } from '@alongside/shared/people/employment/leave-input'
import { ME, NOW, columnsOf, insertOf, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { batched } from '../../server/graphql/batched.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { LeavePeriod } from './leave-period.entity.ts'
import type {
  LeaveFields,
  LeavePeriodShown,
  RecordLeaveInput,
  RecordLeavePayload,
  UpdateLeaveInput,
  UpdateLeavePayload,
  VoidLeaveInput,
  VoidLeavePayload,
} from './leave.types.ts'

// When a peer is away: said by the peer or a manager, never with a reason.

const DAYS = columnsOf(LeavePeriod, '', ['startsOn', 'endsOn'])

export function recordLeave(ctx: RequestContext, input: RecordLeaveInput): Promise<RecordLeavePayload> {
  const { peerId, startsOn, endsOn = null } = input
  const add = async (tx: Transaction, id: string) => {
    await refuseLeave(tx, { peerId, leaveId: null }, input)
    await tx.write([insertOf(LeavePeriod, { id, peerId, startsOn, endsOn, enteredBy: ME, enteredAt: NOW })])
  }
  const recording = once(ctx, 'recordLeave', input, add, (id) => ({ leavePeriod: { id, startsOn, endsOn } }))
  return recording.catch(refuseOverlap)
}

export function updateLeave(
  ctx: RequestContext,
  { leavePeriodId, ...days }: UpdateLeaveInput,
): Promise<UpdateLeavePayload> {
  const updating = ctx.unit.transaction(async (tx) => {
    const [leave] = await tx.run<{ peerId: string }>(
      `select peer_id as "peerId" from leave_period
        where organization_id = (select access.organization_id()) and id = $1 and removed_at is null`,
      [leavePeriodId],
    )
    if (!leave) throw notFound()
    await refuseLeave(tx, { peerId: leave.peerId, leaveId: leavePeriodId }, days)
    const { startsOn, endsOn = null } = days
    await tx.write([updateOf(LeavePeriod, { id: leavePeriodId }, { startsOn, endsOn })])
    return { leavePeriod: { id: leavePeriodId, startsOn, endsOn } }
  })
  return updating.catch(refuseOverlap)
}

/** Of two at the same moment the second is told by the database. */
function refuseOverlap(error: unknown): never {
  if ((error as { constraint?: string }).constraint === 'leave_period_overlaps')
    rejectIfInvalid([{ field: 'startsOn', problem: 'overlaps' }])
  throw error
}

/** One that was entered by mistake; it counts for nothing from now on. */
export async function voidLeave(
  ctx: RequestContext,
  { leavePeriodId: id }: VoidLeaveInput,
): Promise<VoidLeavePayload> {
  const voided = updateOf(
    LeavePeriod,
    { id, removedAt: null },
    { removedAt: NOW },
    { returning: ['id', 'startsOn', 'endsOn'] },
  )
  const [[leavePeriod]] = await ctx.unit.write([voided])
  if (!leavePeriod) throw notFound()
  return { leavePeriod }
}

const MAX_PERIODS = 100

/** When a peer is away, the latest first. */
export const leavePeriodsOf = batched<LeavePeriodShown[]>(async (ctx, peerIds) => {
  const rows = await ctx.unit.run<LeavePeriodShown & { readonly peerId: string }>(
    `select * from (
       select peer_id as "peerId", id, starts_on as "startsOn", ends_on as "endsOn",
              row_number() over (partition by peer_id order by starts_on desc, id) as place
         from leave_period
        where organization_id = (select access.organization_id()) and peer_id = any ($1) and removed_at is null) leave
      where place <= ${MAX_PERIODS} order by place`,
    [peerIds],
  )
  return Map.groupBy(rows, ({ peerId }) => peerId)
}, [])

/** Whose leave it is to record: one's own, or a manager's for any peer. Others learn nothing of the id. */
async function refuseLeave(
  tx: Transaction,
  { peerId, leaveId }: { peerId: string; leaveId: string | null },
  days: LeaveFields,
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
