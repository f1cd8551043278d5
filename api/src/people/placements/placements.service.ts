import { randomUUID } from 'node:crypto'
import { validateCaseloadCount } from '@alongside/shared/people/placements/caseload'
import {
  type OtherPlacement,
  validatePlacementFit,
  validatePlacement,
} from '@alongside/shared/people/placements/placement-input'
import type { Transaction } from '../../database/unit-of-work.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { PlacementDetails } from '../peers/peer.types.ts'

// Where a peer works, from when to when and for which share; and with how many people.

export function addPlacement(ctx: RequestContext, peerId: string, input: PlacementDetails): Promise<string> {
  return ctx.unit.transaction(async (tx) => {
    const id = randomUUID()
    await refuseWhatDoesNotFit(tx, { peerId, placementId: null }, input)
    await tx
      .run(
        `insert into placement (organization_id, id, peer_id, host_agency_id, job_title, starts_on, ends_on, full_time_share)
         values (access.organization_id(), $1, $2, $3, $4, $5, $6, $7)`,
        [id, peerId, ...columnsOf(input)],
      )
      .catch(refuseConstraint)
    return id
  })
}

/** Of two managers with the same page open, the second is told that it changed meanwhile. */
export function correctPlacement(
  ctx: RequestContext,
  placementId: string,
  revision: number,
  input: PlacementDetails,
): Promise<string> {
  return ctx.unit.transaction(async (tx) => {
    const [found] = await tx.run<{ peerId: string }>(
      `select peer_id as "peerId" from placement where organization_id = (select access.organization_id()) and id = $1`,
      [placementId],
    )
    if (!found) throw notFound()
    await refuseWhatDoesNotFit(tx, { peerId: found.peerId, placementId }, input)
    const changed = await tx
      .run(
        `update placement set host_agency_id = $3, job_title = $4, starts_on = $5, ends_on = $6, full_time_share = $7,
                ends_with_leaving = ends_with_leaving and ends_on is not distinct from $6,
                ends_on_before_leaving = case when ends_on is not distinct from $6 then ends_on_before_leaving end,
                revision = revision + 1
          where organization_id = access.organization_id() and id = $1 and revision = $2 and voided_at is null
          returning id`,
        [placementId, revision, ...columnsOf(input)],
      )
      .catch(refuseConstraint)
    if (changed.length === 0) throw changedMeanwhile()
    return placementId
  })
}

/** Entered by mistake: as if it had never taken place, but who withdrew it and when can be read. */
export function withdrawPlacement(
  ctx: RequestContext,
  placementId: string,
  revision: number,
): Promise<string> {
  const set = `voided_at = access.now(), voided_by = access.membership_id(),
    ends_on_before_voiding = case when ends_with_leaving and ends_on >= access.today() then ends_on_before_leaving else ends_on end,
    ends_on = starts_on - 1, ends_with_leaving = false, ends_on_before_leaving = null`
  return setWithdrawn(ctx, { placementId, revision, set, where: 'voided_at is null' })
}

/** Where a leaving ends a placement that began before the return, if there is any. */
const LAST_DAY = /* sql */ `(
  select greatest(e.leaves_on, placement.starts_on - 1) from employment e
   where e.organization_id = placement.organization_id and e.member_id = placement.peer_id
     and (e.returns_on is null or placement.starts_on < e.returns_on))`
const LEAVING_ENDS_IT = `coalesce(${LAST_DAY} < coalesce(ends_on_before_voiding, 'infinity'), false)`

/** Refused where another placement stands in its time meanwhile; no longer than a last day that was set meanwhile. */
export function undoPlacementWithdrawal(
  ctx: RequestContext,
  placementId: string,
  revision: number,
): Promise<string> {
  const set = `voided_at = null, voided_by = null, ends_on_before_voiding = null,
    ends_on = least(ends_on_before_voiding, ${LAST_DAY}), ends_with_leaving = ${LEAVING_ENDS_IT},
    ends_on_before_leaving = case when ${LEAVING_ENDS_IT} then ends_on_before_voiding end`
  return setWithdrawn(ctx, { placementId, revision, set, where: 'voided_at is not null' })
}

interface Withdrawing {
  readonly placementId: string
  readonly revision: number
  readonly set: string
  readonly where: string
}

function setWithdrawn(
  ctx: RequestContext,
  { placementId, revision, set, where }: Withdrawing,
): Promise<string> {
  return ctx.unit.transaction(async (tx) => {
    const [found] = await tx.run<{ revision: number }>(
      `select revision from placement where organization_id = (select access.organization_id()) and id = $1`,
      [placementId],
    )
    if (!found) throw notFound()
    const changed = await tx
      .run(
        `update placement set ${set}, revision = revision + 1
          where organization_id = access.organization_id() and id = $1 and revision = $2 and ${where} returning id`,
        [placementId, revision],
      )
      .catch(refuseConstraint)
    if (changed.length === 0) throw changedMeanwhile()
    return placementId
  })
}

/** The count of one day at one placement; the same day again puts the new number in place of the old one. */
export function recordCaseload(
  ctx: RequestContext,
  placementId: string,
  people: number,
  countedOn: string,
): Promise<string> {
  return ctx.unit.transaction(async (tx) => {
    const [placement] = await tx.run<{ peerId: string; startsOn: string; endsOn: string | null }>(
      `select peer_id as "peerId", starts_on as "startsOn", ends_on as "endsOn" from placement
        where organization_id = (select access.organization_id()) and id = $1
          and (peer_id = (select access.membership_id()) or (select access.has_role('MANAGER')))`,
      [placementId],
    )
    if (!placement) throw notFound()
    rejectIfInvalid(validateCaseloadCount({ people, countedOn }, placement, tx.actor.today))
    await tx.run(
      `insert into caseload_count (organization_id, placement_id, counted_on, peer_id, people, entered_by, entered_at)
       values (access.organization_id(), $1, $2, $3, $4, access.membership_id(), access.now())
       on conflict (organization_id, placement_id, counted_on)
       do update set people = excluded.people, entered_by = excluded.entered_by, entered_at = excluded.entered_at`,
      [placementId, countedOn, placement.peerId, people],
    )
    return placementId
  })
}

export function changedMeanwhile(): DomainError {
  return new DomainError(
    'CONFLICT',
    'people.peers.changed-meanwhile',
    'Somebody else changed this meanwhile. Look again.',
  )
}

async function refuseWhatDoesNotFit(
  tx: Transaction,
  { peerId, placementId }: { peerId: string; placementId: string | null },
  input: PlacementDetails,
): Promise<void> {
  rejectIfInvalid(validatePlacement(input))
  const [peers, agencies, others] = await Promise.all([
    tx.run<{ leavesOn: string | null }>(
      `select case when e.returns_on is null or $2::date < e.returns_on then e.leaves_on end as "leavesOn"
         from membership m
         left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
        where m.organization_id = (select access.organization_id()) and m.id = $1 and 'PEER' = any (m.roles)`,
      [peerId, input.startsOn],
    ),
    tx.run(
      'select 1 from host_agency where organization_id = (select access.organization_id()) and id = $1',
      [input.hostAgencyId],
    ),
    tx.run<OtherPlacement>(
      `select host_agency_id as "hostAgencyId", starts_on as "startsOn", ends_on as "endsOn",
              full_time_share as "fullTimeShare"
         from placement
        where organization_id = (select access.organization_id()) and peer_id = $1 and id is distinct from $2`,
      [peerId, placementId],
    ),
  ])
  const [peer] = peers
  if (!peer) throw notFound()
  const { leavesOn } = peer
  const endsTooLate = leavesOn !== null && (input.endsOn == null || input.endsOn > leavesOn)
  rejectIfInvalid([
    ...(agencies.length === 0 ? [{ field: 'hostAgencyId', problem: 'not-found' } as const] : []),
    ...(endsTooLate ? [{ field: 'endsOn', problem: 'too-far-ahead', limit: leavesOn } as const] : []),
    ...validatePlacementFit({ ...input, hostAgencyId: input.hostAgencyId.toLowerCase() }, others),
  ])
}

const columnsOf = ({
  hostAgencyId,
  jobTitle,
  startsOn,
  endsOn,
  fullTimeShare,
}: PlacementDetails): unknown[] => [hostAgencyId, jobTitle, startsOn, endsOn ?? null, fullTimeShare]

/** Two managers at the same moment: what the second one's look could not see yet, the database did. */
function refuseConstraint(error: unknown): never {
  const { constraint } = error as { constraint?: string }
  if (constraint === 'placement_overlaps') rejectIfInvalid([{ field: 'startsOn', problem: 'overlaps' }])
  if (constraint === 'placement_more_than_full_time')
    rejectIfInvalid([{ field: 'fullTimeShare', problem: 'too-large', limit: 1 }])
  throw error
}
