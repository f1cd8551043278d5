import { randomUUID } from 'node:crypto'
import { validateRaiseFlag, validateResponse } from '@alongside/shared/drift/flag-input'
import { statusAfter, validateFlagStep } from '@alongside/shared/drift/flag-status'
import { visibleToSupervisorsAt } from '@alongside/shared/drift/flag-visibility'
import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { readSql, type Write, writeSql } from '../database/reads-and-writes.ts'
import { insertFrom, insertOf, ME, NOW, updateOf } from '../database/statements.ts'
import { notification } from '../notifications/notify.ts'
import { notFound, rejectIfInvalid } from '../server/graphql/domain-error.ts'
import type { StaleRevision } from '../server/graphql/stale-revision.types.ts'
import type { RequestContext } from '../server/request-context.ts'
import { DriftFlagResponse } from './drift-flag-response.entity.ts'
import { DriftFlag } from './drift-flag.entity.ts'
import type {
  AddDriftFlagResponseInput,
  AddDriftFlagStepInput,
  DriftFlagStepAdded,
  RaiseDriftFlagInput,
  RaiseObservedDriftFlagInput,
  RaiseObservedDriftFlagPayload,
  ReleaseDriftFlagInput,
} from './drift-changes.types.ts'
import {
  asItsReader,
  flagToWorkOn,
  ownFlagAfter,
  sessionFits,
  TAUGHT_OR_SUPPORTED,
  TO_WORK_ON,
} from './drift-lists.service.ts'
import type { OwnDriftFlag } from './drift.types.ts'

// Raising a flag, opening it, adding a response, sharing it with managers, and taking it step by step to an end.

/** A peer about their own work: they know it, so it counts as opened and their supervisors see it at once. */
export async function raiseDriftFlag(ctx: RequestContext, input: RaiseDriftFlagInput): Promise<OwnDriftFlag> {
  rejectIfInvalid(validateRaiseFlag(input))
  const id = randomUUID()
  const response = input.response?.trim()
  const said = { evidence: input.evidence.trim(), cause: input.cause }
  const raised = { peerId: ME, raisedByKind: 'PEER', raisedById: ME, raisedAt: NOW, openedAt: NOW }
  return ownFlagAfter(ctx, id, [
    insertOf(DriftFlag, { id, ...said, ...raised }),
    ...(response ? [responseAdded(id, response)] : []),
  ])
}

/** A supervisor about what they saw of a peer whom they teach or support; they see it again once the peer does. */
export async function raiseObservedDriftFlag(
  ctx: RequestContext,
  input: RaiseObservedDriftFlagInput,
): Promise<RaiseObservedDriftFlagPayload> {
  rejectIfInvalid(validateRaiseFlag(input))
  const id = randomUUID()
  const { peerId, cause } = input
  const said = { evidence: input.evidence.trim(), cause }
  const raised = { peerId, raisedByKind: 'SUPERVISOR', raisedById: ME, raisedAt: NOW }
  const [peers] = await ctx.unit.write([
    readSql(`select where $1::uuid = any (${TAUGHT_OR_SUPPORTED})`, [peerId]),
    insertFrom(DriftFlag, `where :peerId::uuid = any (${TAUGHT_OR_SUPPORTED})`, { id, ...said, ...raised }),
    ...notification({
      recipientId: peerId,
      kind: NotificationKind.FLAG_TOLD,
      key: `flag:${id}`,
      subjectId: id,
      among: TAUGHT_OR_SUPPORTED,
    }),
  ])
  if (peers.length === 0) throw notFound()
  const seenFrom = visibleToSupervisorsAt({ raisedAt: ctx.now, openedAt: null })
  return { driftFlagId: id, seenBySupervisorsFrom: seenFrom ?? ctx.now }
}

/** From now on the peer's educational and supportive supervisors see the flag. */
export async function openDriftFlag(ctx: RequestContext, id: string): Promise<OwnDriftFlag> {
  const opened = updateOf(DriftFlag, { id, peerId: ME, openedAt: null }, { openedAt: NOW })
  return ownFlagAfter(ctx, id, [opened])
}

export async function addDriftFlagResponse(
  ctx: RequestContext,
  { driftFlagId, text }: AddDriftFlagResponseInput,
): Promise<OwnDriftFlag> {
  rejectIfInvalid(
    text.trim() === '' ? [{ field: 'text', problem: 'required' }] : validateResponse('text', text),
  )
  return ownFlagAfter(ctx, driftFlagId, [responseAdded(driftFlagId, text.trim())])
}

/** Shares one flag with the managers, for good: what somebody has read cannot be called back. */
export async function releaseDriftFlag(
  ctx: RequestContext,
  { driftFlagId: id, as }: ReleaseDriftFlagInput,
): Promise<OwnDriftFlag> {
  const opened = { openedAt: () => 'coalesce(opened_at, access.now())' }
  const released = { releasedAt: NOW, releasedAs: as, ...opened }
  return ownFlagAfter(ctx, id, [updateOf(DriftFlag, { id, peerId: ME, releasedAt: null }, released)])
}

/** By the peer or a supervisor who sees the flag; of two at once the second learns that there is a step since. */
export async function addDriftFlagStep(
  ctx: RequestContext,
  input: AddDriftFlagStepInput,
): Promise<DriftFlagStepAdded | StaleRevision> {
  const { driftFlagId, expectedRevision, to, plan, reason, sessionId = null } = input
  const from = statusAfter(expectedRevision)
  rejectIfInvalid(from ? validateFlagStep(from, to, input) : [{ field: 'to', problem: 'not-an-option' }])
  const values = [driftFlagId, from, to, randomUUID(), textOf(plan), textOf(reason), sessionId]
  const [taken, [row]] = await ctx.unit.write([
    writeSql(TAKE_STEP, values),
    flagToWorkOn(driftFlagId, sessionId),
  ])
  if (!row?.sessionFits) throw notFound()
  if (taken.length === 0) return { currentRevision: row.revision }
  return { driftFlag: asItsReader(row, (await ctx.unit.actor()).membershipId) }
}

function textOf(text: string | null | undefined): string | null {
  return text?.trim() ? text.trim() : null
}

function responseAdded(flagId: string, text: string): Write {
  const toOwnFlag = `from drift_flag f
    where f.organization_id = (select access.organization_id()) and f.id = :flagId
      and f.peer_id = (select access.membership_id())`
  const response = { id: randomUUID(), flagId, peerId: ME, writtenAt: NOW, text }
  return insertFrom(DriftFlagResponse, toOwnFlag, response)
}

/** Who takes a step about themselves has read the flag; nobody else opens it. */
const TAKE_STEP = `
  with moved as (
    update drift_flag f set status = $3,
           opened_at = case when f.peer_id = access.membership_id() then coalesce(opened_at, access.now()) else opened_at end
     where ${TO_WORK_ON} and f.status = $2 and ${sessionFits('$7')}
    returning organization_id, id, peer_id)
  insert into drift_flag_step (organization_id, id, flag_id, peer_id, from_status, to_status, taken_by, taken_at, plan,
                               reason, session_id)
  select organization_id, $4, id, peer_id, $2, $3, access.membership_id(), access.now(), $5, $6, $7 from moved
  returning id`
