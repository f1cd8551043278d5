import { randomUUID } from 'node:crypto'
import { type OtherLeave, validateLeave } from '@alongside/shared/people/employment/leave-input'
import type { Transaction } from '../../database/unit-of-work.ts'
import { batched } from '../../server/graphql/batched.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type {
  LeaveFields,
  LeavePeriodType,
  RecordLeaveInput,
  RecordLeavePayload,
  UpdateLeaveInput,
  UpdateLeavePayload,
  VoidLeaveInput,
  VoidLeavePayload,
} from './leave.types.ts'

// When a peer is away: said by the peer or a manager, never with a reason.

export function recordLeave(
  ctx: RequestContext,
  { peerId, ...days }: RecordLeaveInput,
): Promise<RecordLeavePayload> {
  return ctx.unit.transaction(async (tx) => {
    await refuseLeave(tx, { peerId, leaveId: null }, days)
    const id = randomUUID()
    await tx.run(
      `insert into leave_period (organization_id, id, peer_id, starts_on, ends_on, entered_by, entered_at)
       values (access.organization_id(), $1, $2, $3, $4, access.membership_id(), access.now())`,
      [id, peerId, days.startsOn, days.endsOn ?? null],
    )
    return { leavePeriod: { id, startsOn: days.startsOn, endsOn: days.endsOn ?? null } }
  })
}

export function updateLeave(
  ctx: RequestContext,
  { leavePeriodId, ...days }: UpdateLeaveInput,
): Promise<UpdateLeavePayload> {
  return ctx.unit.transaction(async (tx) => {
    const [leave] = await tx.run<{ peerId: string }>(
      `select peer_id as "peerId" from leave_period
        where organization_id = (select access.organization_id()) and id = $1 and removed_at is null`,
      [leavePeriodId],
    )
    if (!leave) throw notFound()
    await refuseLeave(tx, { peerId: leave.peerId, leaveId: leavePeriodId }, days)
    await tx.run(
      `update leave_period set starts_on = $2, ends_on = $3
        where organization_id = access.organization_id() and id = $1`,
      [leavePeriodId, days.startsOn, days.endsOn ?? null],
    )
    return { leavePeriod: { id: leavePeriodId, startsOn: days.startsOn, endsOn: days.endsOn ?? null } }
  })
}

/** One that was entered by mistake; it counts for nothing from now on. */
export async function voidLeave(
  ctx: RequestContext,
  { leavePeriodId }: VoidLeaveInput,
): Promise<VoidLeavePayload> {
  const [leavePeriod] = await ctx.unit.run<LeavePeriodType>(
    `update leave_period set removed_at = access.now()
      where organization_id = access.organization_id() and id = $1 and removed_at is null
      returning id, starts_on as "startsOn", ends_on as "endsOn"`,
    [leavePeriodId],
  )
  if (!leavePeriod) throw notFound()
  return { leavePeriod }
}

const MAX_PERIODS = 100

/** When a peer is away, the latest first. */
export const leavePeriodsOf = batched<LeavePeriodType[]>(async (ctx, peerIds) => {
  const rows = await ctx.unit.run<LeavePeriodType & { readonly peerId: string }>(
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
      `select starts_on as "startsOn", ends_on as "endsOn" from leave_period
        where organization_id = (select access.organization_id()) and peer_id = $1 and removed_at is null
          and id is distinct from $2`,
      [peerId, leaveId],
    ),
  ])
  if (peers.length === 0) throw notFound()
  rejectIfInvalid(validateLeave(days, others, tx.actor.today))
}
