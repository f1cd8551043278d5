import { randomUUID } from 'node:crypto'
import { validateOwnView, validateRaiseFlag } from '@alongside/shared/drift/flag-input'
import { validateFlagStep } from '@alongside/shared/drift/flag-status'
import { visibleToSupervisorsAt } from '@alongside/shared/drift/flag-visibility'
import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { readSql, type Write, writeSql } from '../database/reads-and-writes.ts'
import { ME, NOW, insertFrom, insertOf, updateOf } from '../database/statements.ts'
import { notification } from '../notifications/notify.ts'
import { DomainError, notFound, rejectIfInvalid } from '../server/graphql/domain-error.ts'
import type { RequestContext } from '../server/request-context.ts'
import { DriftFlagOwnView } from './drift-flag-own-view.entity.ts'
import { DriftFlag } from './drift-flag.entity.ts'
import { ownFlagAfter } from './drift-lists.service.ts'
import type {
  DriftFlagMoved,
  DriftFlagOfMine,
  DriftFlagStepInput,
  ObservedFlagRaised,
  RaiseDriftFlagInput,
  RaiseObservedDriftFlagInput,
  ReleaseAs,
} from './drift.types.ts'

// Raising a flag, opening it, adding one's view, sharing it with managers, and taking it step by step to an end.

/** A peer about their own work: they know it, so it counts as opened and their supervisors see it at once. */
export async function raiseDriftFlag(
  ctx: RequestContext,
  input: RaiseDriftFlagInput,
): Promise<DriftFlagOfMine> {
  rejectIfInvalid(validateRaiseFlag(input))
  const id = randomUUID()
  const view = input.ownView?.trim()
  const said = { evidence: input.evidence.trim(), cause: input.cause }
  const raised = { peerId: ME, raisedByKind: 'PEER', raisedById: ME, raisedAt: NOW, openedAt: NOW }
  const writes = [insertOf(DriftFlag, { id, ...said, ...raised }), ...(view ? [ownViewAdded(id, view)] : [])]
  return ownFlagAfter(ctx, id, writes)
}

/** A supervisor about what they saw of a peer whom they teach or support; they see it again once the peer does. */
export async function raiseObservedDriftFlag(
  ctx: RequestContext,
  input: RaiseObservedDriftFlagInput,
): Promise<ObservedFlagRaised> {
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
  return { id, seenBySupervisorsFrom: visibleToSupervisorsAt({ toldAt: ctx.now, openedAt: null }) ?? ctx.now }
}

/** From now on the peer's educational and supportive supervisors see the flag. */
export async function openDriftFlag(ctx: RequestContext, id: string): Promise<DriftFlagOfMine> {
  const opened = updateOf(DriftFlag, { id, peerId: ME, openedAt: null }, { openedAt: NOW })
  return ownFlagAfter(ctx, id, [opened])
}

export async function addOwnView(ctx: RequestContext, id: string, text: string): Promise<DriftFlagOfMine> {
  rejectIfInvalid(
    text.trim() === '' ? [{ field: 'text', problem: 'required' }] : validateOwnView('text', text),
  )
  return ownFlagAfter(ctx, id, [ownViewAdded(id, text.trim())])
}

/** Shares one flag with the managers, for good: what somebody has read cannot be called back. */
export async function releaseDriftFlag(
  ctx: RequestContext,
  id: string,
  as: ReleaseAs,
): Promise<DriftFlagOfMine> {
  const opened = { openedAt: () => 'coalesce(opened_at, access.now())' }
  const released = { releasedAt: NOW, releasedAs: as, ...opened }
  return ownFlagAfter(ctx, id, [updateOf(DriftFlag, { id, peerId: ME, releasedAt: null }, released)])
}

/** By the peer or a supervisor who sees the flag; of two at once the second is told that it has moved. */
export async function takeDriftFlagStep(
  ctx: RequestContext,
  input: DriftFlagStepInput,
): Promise<DriftFlagMoved> {
  rejectIfInvalid(validateFlagStep(input.from, input.to, input))
  const { flagId, from, to } = input
  const sessionId = input.sessionId ?? null
  const [[seen], taken] = await ctx.unit.write([
    readSql<{ sessionFits: boolean }>(
      `select ${sessionFits('$2')} as "sessionFits" from drift_flag f where ${MINE_TO_WORK_ON}`,
      [flagId, sessionId],
    ),
    writeSql(TAKE_STEP, [
      flagId,
      from,
      to,
      randomUUID(),
      textOf(input.plan),
      textOf(input.reason),
      sessionId,
    ]),
  ])
  if (!seen?.sessionFits) throw notFound()
  if (taken.length === 0)
    throw new DomainError('CONFLICT', 'drift.flag-moved', 'Somebody has moved this flag on since.')
  return { id: flagId, status: to }
}

function textOf(text: string | null | undefined): string | null {
  return text?.trim() ? text.trim() : null
}

const TAUGHT_OR_SUPPORTED = "(select access.peers_of('EDUCATIONAL') || access.peers_of('SUPPORTIVE'))::uuid[]"
/** A manager sees a released flag but takes no step with it, unless they also teach or support the peer. */
const MINE_TO_WORK_ON = `organization_id = (select access.organization_id()) and id = $1
  and (peer_id = (select access.membership_id()) or peer_id = any (${TAUGHT_OR_SUPPORTED}))`

function ownViewAdded(flagId: string, text: string): Write {
  const ofOwnFlag = `from drift_flag f
    where f.organization_id = (select access.organization_id()) and f.id = :flagId
      and f.peer_id = (select access.membership_id())`
  const view = { id: randomUUID(), flagId, peerId: ME, writtenAt: NOW, text }
  return insertFrom(DriftFlagOwnView, ofOwnFlag, view)
}

/** A session to which the flag's peer came. */
const sessionFits = (sessionId: string): string => `(${sessionId}::uuid is null or exists (
  select from session_attendance a
   where a.organization_id = f.organization_id and a.session_id = ${sessionId} and a.peer_id = f.peer_id))`

/** Who takes a step about themselves has read the flag; nobody else opens it. */
const TAKE_STEP = `
  with moved as (
    update drift_flag f set status = $3,
           opened_at = case when peer_id = access.membership_id() then coalesce(opened_at, access.now()) else opened_at end
     where ${MINE_TO_WORK_ON} and status = $2 and ${sessionFits('$7')}
    returning organization_id, id, peer_id)
  insert into drift_flag_step (organization_id, id, flag_id, peer_id, from_status, to_status, taken_by, taken_at, plan,
                               reason, session_id)
  select organization_id, $4, id, peer_id, $2, $3, access.membership_id(), access.now(), $5, $6, $7 from moved
  returning id`
