import {
  validateOnBehalfOf,
  validateRoleAgreement,
} from '@alongside/shared/drift/role-agreement/role-agreement-input'
import type { AgreementLine, RoleSide } from '@alongside/shared/drift/role-agreement/role-agreement'
import { isBlank, oneLine } from '@alongside/shared/validation/one-line'
import { insertOf, ME, NOW, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { Placement } from '../../people/placements/placement.entity.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { refuseNotJoined } from '../../supervision/relationships/own-relationship.service.ts'
import { customKeys } from '../activities/activity.service.ts'
import { houseRulesOf } from '../house-rules/house-rules.service.ts'
import { placementFrame } from './placement-frame.ts'
import { RoleAgreementAcceptance } from './role-agreement-acceptance.entity.ts'
import type * as changes from './role-agreement-changes.types.ts'
import type { PlacementRole } from './role-agreement.types.ts'
import { RoleAgreement } from './role-agreement.entity.ts'
import { canPropose, sideOf } from './role-agreement.policy.ts'
import { placementRole } from './role-agreement.service.ts'

// Proposing a version, accepting and withdrawing it. The database puts it in force once all three sides have accepted.

/** One version waits at a time; whoever proposes accepts for their own side with it. */
export async function proposeRoleAgreement(
  ctx: RequestContext,
  input: changes.ProposeRoleAgreementInput,
): Promise<changes.ProposeRoleAgreementPayload> {
  const { placementId, startsOn } = input
  const known = await customKeys(ctx)
  const add = async (tx: Transaction, id: string) => {
    const frame = await placementFrame(tx, placementId)
    const side = sideOf(frame)
    if (side === null || !canPropose(frame)) throw notFound()
    const latest = await latestOf(tx, placementId)
    const { startsOn: placementStartsOn, endsOn: placementEndsOn } = frame
    const placement = { placementStartsOn, placementEndsOn, latestFrom: latest.inForceFrom }
    rejectIfInvalid(validateRoleAgreement(input, { ...placement, today: tx.actor.today, customKeys: known }))
    const rules = await houseRulesOf(tx, frame.hostAgencyId)
    const { peerId } = frame
    const version = { version: latest.version + 1, startsOn, lines: linesOf(input), proposedAt: NOW }
    await tx
      .write([
        insertOf(RoleAgreement, {
          ...{ id, placementId, peerId, houseRulesId: rules?.id ?? null, proposedBy: ME, ...version },
        }),
        insertOf(RoleAgreementAcceptance, { agreementId: id, side, peerId, acceptedBy: ME, acceptedAt: NOW }),
      ])
      .catch(refuseWhatWaits)
      .catch(refuseNotJoined('placementId'))
  }
  return once(ctx, 'proposeRoleAgreement', input, add, () => changed(ctx, placementId))
}

function linesOf({ lines }: changes.ProposeRoleAgreementInput): AgreementLine[] {
  return lines.flatMap(({ activity, answer, doneBy }) =>
    answer === 'NOT_ANSWERED'
      ? []
      : [{ activity, answer, doneBy: doneBy == null || isBlank(doneBy) ? null : oneLine(doneBy) }],
  )
}

interface LatestRow {
  readonly version: number
  readonly inForceFrom: string | null
}

async function latestOf(tx: Transaction, placementId: string): Promise<LatestRow> {
  const [found] = await tx.run<LatestRow>(
    `select coalesce(max(g.version), 0) as version, max(g.in_force_from) as "inForceFrom"
       from role_agreement g
      where g.organization_id = (select access.organization_id()) and g.placement_id = $1`,
    [placementId],
  )
  return found ?? { version: 0, inForceFrom: null }
}

const REFUSED: Readonly<Record<string, string>> = {
  role_agreement_one_open: 'drift.role-agreement.already-proposed',
  role_agreement_version_once: 'drift.role-agreement.already-proposed',
  role_agreement_overlaps: 'drift.role-agreement.overlaps',
}

function refuseWhatWaits(error: unknown): never {
  const fact = REFUSED[(error as { constraint?: string }).constraint ?? '']
  if (fact === undefined) throw error
  throw new DomainError('CONFLICT', fact, 'Another version waits, or was agreed on meanwhile.')
}

interface WaitingRow {
  readonly placementId: string
  readonly peerId: string
  readonly isOpen: boolean
  readonly acceptedSides: readonly RoleSide[]
}

async function versionById(tx: Transaction, id: string): Promise<WaitingRow> {
  const [found] = await tx.run<WaitingRow>(
    `select g.placement_id as "placementId", g.peer_id as "peerId",
            g.in_force_from is null and g.withdrawn_at is null as "isOpen",
            array(select a.side from role_agreement_acceptance a
                   where a.organization_id = g.organization_id and a.agreement_id = g.id) as "acceptedSides"
       from role_agreement g where g.organization_id = (select access.organization_id()) and g.id = $1`,
    [id],
  )
  if (!found) throw notFound()
  return found
}

/** Each side once; again changes nothing. Who has no side finds no agreement to accept. */
export async function acceptRoleAgreement(
  ctx: RequestContext,
  { agreementId, onBehalfOf }: changes.AcceptRoleAgreementInput,
): Promise<changes.AcceptRoleAgreementPayload> {
  const placementId = await ctx.unit.transaction(async (tx) => {
    const version = await versionById(tx, agreementId)
    const frame = await placementFrame(tx, version.placementId)
    const side = sideOf(frame)
    if (side === null) throw notFound()
    rejectIfInvalid(validateOnBehalfOf(onBehalfOf, side, frame.isOwnStaff))
    if (version.acceptedSides.includes(side)) return version.placementId
    if (!version.isOpen) throw noLongerOpen()
    const name = onBehalfOf == null || isBlank(onBehalfOf) ? null : oneLine(onBehalfOf)
    const row = { agreementId, side, peerId: frame.peerId, acceptedBy: ME, onBehalfOf: name, acceptedAt: NOW }
    await tx.write([insertOf(RoleAgreementAcceptance, row, { onConflict: 'nothing' })])
    return version.placementId
  })
  return changed(ctx, placementId)
}

/** A proposal that should be otherwise makes room for the next one; an agreed version is never withdrawn. */
export async function withdrawRoleAgreement(
  ctx: RequestContext,
  { agreementId }: changes.WithdrawRoleAgreementInput,
): Promise<changes.WithdrawRoleAgreementPayload> {
  const placementId = await ctx.unit.transaction(async (tx) => {
    const version = await versionById(tx, agreementId)
    if (!canPropose(await placementFrame(tx, version.placementId))) throw notFound()
    if (!version.isOpen) throw noLongerOpen()
    await tx.write([
      updateOf(RoleAgreement, { id: agreementId }, { withdrawnAt: NOW }, { and: 'in_force_from is null' }),
    ])
    return version.placementId
  })
  return changed(ctx, placementId)
}

/** The peer who works there, or a manager, says whether participants come of their own will. */
export async function setParticipation(
  ctx: RequestContext,
  { placementId, isOrdered }: changes.SetParticipationInput,
): Promise<changes.SetParticipationPayload> {
  const frame = await placementFrame(ctx.unit, placementId)
  if (!frame.isPeer && !frame.isManager) throw notFound()
  await ctx.unit.write([updateOf(Placement, { id: placementId }, { isParticipationOrdered: isOrdered })])
  return changed(ctx, placementId)
}

async function changed(ctx: RequestContext, placementId: string): Promise<{ role: PlacementRole }> {
  return { role: await placementRole(ctx, placementId) }
}

function noLongerOpen(): DomainError {
  return new DomainError(
    'CONFLICT',
    'drift.role-agreement.no-longer-open',
    'This version was agreed on or withdrawn meanwhile.',
  )
}
