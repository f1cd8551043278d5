import { validateCaseloadCount } from '@alongside/shared/people/placements/caseload'
import {
  type OtherPlacement,
  validatePlacementFit,
  validatePlacement,
} from '@alongside/shared/people/placements/placement-input'
import { IsNull, Not } from 'typeorm'
import type { Write } from '../../database/reads-and-writes.ts'
import { ME, NOW, columnsOf, insertOf, type Values, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import { orStale, StaleRevisionError } from '../../server/graphql/payload.ts'
import type { StaleRevision } from '../../server/graphql/stale-revision.types.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { CaseloadCount } from './caseload-count.entity.ts'
import { Placement } from './placement.entity.ts'
import { placementById } from './placement-rows.ts'
import type {
  CreatePlacementInput,
  CreatePlacementPayload,
  PlacementFields,
  PlacementRestored,
  PlacementUpdated,
  PlacementVoided,
  RecordCaseloadInput,
  RecordCaseloadPayload,
  RestorePlacementInput,
  UpdatePlacementInput,
  VoidPlacementInput,
} from './placement.types.ts'

// Where a peer works, from when to when and for which share; and with how many people.

const PEER_AND_DAYS = columnsOf(Placement, '', ['peerId', 'startsOn', 'endsOn'])
const BESIDE = columnsOf(Placement, '', ['hostAgencyId', 'startsOn', 'endsOn', 'fullTimeShare'])

export function createPlacement(
  ctx: RequestContext,
  input: CreatePlacementInput,
): Promise<CreatePlacementPayload> {
  const { peerId } = input
  const add = async (tx: Transaction, id: string) => {
    await refuseWhatDoesNotFit(tx, { peerId, placementId: null }, input)
    await tx.write([insertOf(Placement, { id, peerId, ...detailsOf(input) })]).catch(refuseConstraint)
  }
  return once(ctx, 'createPlacement', input, add, (id) => ({ placement: () => placementById(ctx, id) }))
}

/** Of two managers with the same page open, the second is told that it changed meanwhile. */
export function updatePlacement(
  ctx: RequestContext,
  { placementId: id, expectedRevision: revision, ...input }: UpdatePlacementInput,
): Promise<PlacementUpdated | StaleRevision> {
  const { endsOn, ...details } = detailsOf(input)
  const set = { ...details, ...WITH_LEAVING_IF_THE_SAME, endsOn: () => ':endsOn' }
  return changing(ctx, id, async (tx, { peerId }) => {
    await refuseWhatDoesNotFit(tx, { peerId, placementId: id }, input)
    return updateOf(Placement, { id, revision, voidedAt: null }, counted(set), {
      returning: ['id'],
      parameters: { endsOn },
    })
  })
}

/** An end that came with a leaving stays one only if the day stays the same. */
const WITH_LEAVING_IF_THE_SAME: Values<Placement> = {
  endsWithLeaving: () => 'ends_with_leaving and ends_on is not distinct from :endsOn',
  endsOnBeforeLeaving: () => 'case when ends_on is not distinct from :endsOn then ends_on_before_leaving end',
}

/** Entered by mistake: as if it had never taken place, but who voided it and when can be read. */
export function voidPlacement(
  ctx: RequestContext,
  { placementId: id, expectedRevision: revision }: VoidPlacementInput,
): Promise<PlacementVoided | StaleRevision> {
  return changing(ctx, id, () =>
    updateOf(Placement, { id, revision, voidedAt: null }, counted(VOIDED), { returning: ['id'] }),
  )
}
const VOIDED: Values<Placement> = {
  voidedAt: NOW,
  voidedBy: ME,
  endsOnBeforeVoiding: () =>
    'case when ends_with_leaving and ends_on >= access.today() then ends_on_before_leaving else ends_on end',
  endsOn: () => 'starts_on - 1',
  endsWithLeaving: false,
  endsOnBeforeLeaving: null,
}

/** Fails if another placement covers these dates by now. The end is no later than a last day that was set meanwhile. */
export function restorePlacement(
  ctx: RequestContext,
  { placementId: id, expectedRevision: revision }: RestorePlacementInput,
): Promise<PlacementRestored | StaleRevision> {
  const where = { id, revision, voidedAt: Not(IsNull()) }
  return changing(ctx, id, () => updateOf(Placement, where, counted(RESTORED), { returning: ['id'] }))
}

/** Where a leaving ends a placement that began before the return, if there is any. */
const LAST_DAY = /* sql */ `(
  select greatest(e.leaves_on, placement.starts_on - 1) from employment e
   where e.organization_id = placement.organization_id and e.member_id = placement.peer_id
     and (e.returns_on is null or placement.starts_on < e.returns_on))`
const LEAVING_ENDS_IT = `coalesce(${LAST_DAY} < coalesce(ends_on_before_voiding, 'infinity'), false)`
const RESTORED: Values<Placement> = {
  voidedAt: null,
  voidedBy: null,
  endsOnBeforeVoiding: null,
  endsOn: () => `least(ends_on_before_voiding, ${LAST_DAY})`,
  endsWithLeaving: () => LEAVING_ENDS_IT,
  endsOnBeforeLeaving: () => `case when ${LEAVING_ENDS_IT} then ends_on_before_voiding end`,
}

interface PlacementNow {
  readonly peerId: string
  readonly revision: number
}
type Update = Write<{ id: string }>

/** Sends what `work` makes of the placement. An update that finds no row had not seen the change before it. */
function changing(
  ctx: RequestContext,
  id: string,
  work: (tx: Transaction, placement: PlacementNow) => Update | Promise<Update>,
) {
  const changed = ctx.unit.transaction(async (tx) => {
    const update = await work(tx, await placementNow(tx, id))
    const [rows] = await tx.write([update]).catch(refuseConstraint)
    if (rows.length === 0) throw new StaleRevisionError((await placementNow(tx, id)).revision)
    return { placement: () => placementById(ctx, id) }
  })
  return orStale(changed)
}

function counted(set: Values<Placement>): Values<Placement> {
  return { ...set, revision: () => 'revision + 1' }
}

async function placementNow(tx: Transaction, id: string): Promise<PlacementNow> {
  const [placement] = await tx.run<PlacementNow>(
    `select peer_id as "peerId", revision from placement
      where organization_id = (select access.organization_id()) and id = $1`,
    [id],
  )
  if (!placement) throw notFound()
  return placement
}

const SAME_DAY = {
  of: ['organizationId', 'placementId', 'countedOn'],
  set: ['people', 'enteredBy', 'enteredAt'],
} as const

/** The count of one day at one placement; the same day again puts the new number in place of the old one. */
export function recordCaseload(
  ctx: RequestContext,
  { placementId, people, countedOn }: RecordCaseloadInput,
): Promise<RecordCaseloadPayload> {
  return ctx.unit.transaction(async (tx) => {
    const [placement] = await tx.run<{ peerId: string; startsOn: string; endsOn: string | null }>(
      `select ${PEER_AND_DAYS} from placement
        where organization_id = (select access.organization_id()) and id = $1
          and (peer_id = (select access.membership_id()) or (select access.has_role('MANAGER')))`,
      [placementId],
    )
    if (!placement) throw notFound()
    rejectIfInvalid(validateCaseloadCount({ people, countedOn }, placement, tx.actor.today))
    const { peerId } = placement
    const count = { placementId, countedOn, peerId, people, enteredBy: ME, enteredAt: NOW }
    await tx.write([insertOf(CaseloadCount, count, { onConflict: SAME_DAY })])
    return {
      caseloadCount: { placementId, countedOn, people },
      placement: () => placementById(ctx, placementId),
    }
  })
}

async function refuseWhatDoesNotFit(
  tx: Transaction,
  { peerId, placementId }: { peerId: string; placementId: string | null },
  input: PlacementFields,
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
      `select ${BESIDE} from placement
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

const detailsOf = ({ hostAgencyId, jobTitle, startsOn, endsOn, fullTimeShare }: PlacementFields) => ({
  hostAgencyId,
  jobTitle,
  startsOn,
  endsOn: endsOn ?? null,
  fullTimeShare,
})

/** Two managers at the same moment: what the second one's look could not see yet, the database did. */
function refuseConstraint(error: unknown): never {
  const { constraint } = error as { constraint?: string }
  if (constraint === 'placement_overlaps') rejectIfInvalid([{ field: 'startsOn', problem: 'overlaps' }])
  if (constraint === 'placement_more_than_full_time')
    rejectIfInvalid([{ field: 'fullTimeShare', problem: 'too-large', limit: 1 }])
  throw error
}
