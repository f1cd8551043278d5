import { randomUUID } from 'node:crypto'
import { validateOwnView, validateRaiseFlag } from '@alongside/shared/drift/flag-input'
import { validateFlagStep } from '@alongside/shared/drift/flag-status'
import { visibleToSupervisorsAt } from '@alongside/shared/drift/flag-visibility'
import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { notify } from '../notifications/notify.ts'
import { DomainError, notFound, rejectIfInvalid } from '../server/graphql/domain-error.ts'
import type { RequestContext } from '../server/request-context.ts'
import { ownFlag } from './drift-lists.service.ts'
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
  const [, , flag] = await Promise.all([
    ctx.unit.run(
      `insert into drift_flag (organization_id, id, peer_id, raised_by_kind, raised_by_id, evidence, cause, raised_at, opened_at)
       values (access.organization_id(), $1, access.membership_id(), 'PEER', access.membership_id(), $2, $3,
               access.now(), access.now())`,
      [id, input.evidence.trim(), input.cause],
    ),
    view ? ctx.unit.run(WRITE_OWN_VIEW, [randomUUID(), id, view]) : [],
    ownFlag(ctx, id),
  ])
  return flag
}

/** A supervisor about what they saw of a peer whom they teach or support; they see it again once the peer does. */
export async function raiseObservedDriftFlag(
  ctx: RequestContext,
  input: RaiseObservedDriftFlagInput,
): Promise<ObservedFlagRaised> {
  rejectIfInvalid(validateRaiseFlag(input))
  const id = randomUUID()
  const [peers] = await Promise.all([
    ctx.unit.run(`select where $1::uuid = any (${TAUGHT_OR_SUPPORTED})`, [input.peerId]),
    ctx.unit.run(
      `insert into drift_flag (organization_id, id, peer_id, raised_by_kind, raised_by_id, evidence, cause, raised_at)
       select access.organization_id(), $1, $2, 'SUPERVISOR', access.membership_id(), $3, $4, access.now()
        where $2::uuid = any (${TAUGHT_OR_SUPPORTED})`,
      [id, input.peerId, input.evidence.trim(), input.cause],
    ),
    notify(ctx.unit.run.bind(ctx.unit), {
      recipientId: input.peerId,
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
  const [, flag] = await Promise.all([
    ctx.unit.run(`update drift_flag set opened_at = access.now() where ${MINE} and opened_at is null`, [id]),
    ownFlag(ctx, id),
  ])
  return flag
}

export async function addOwnView(ctx: RequestContext, id: string, text: string): Promise<DriftFlagOfMine> {
  rejectIfInvalid(
    text.trim() === '' ? [{ field: 'text', problem: 'required' }] : validateOwnView('text', text),
  )
  const [, flag] = await Promise.all([
    ctx.unit.run(WRITE_OWN_VIEW, [randomUUID(), id, text.trim()]),
    ownFlag(ctx, id),
  ])
  return flag
}

/** Shares one flag with the managers, for good: what somebody has read cannot be called back. */
export async function releaseDriftFlag(
  ctx: RequestContext,
  id: string,
  as: ReleaseAs,
): Promise<DriftFlagOfMine> {
  const [, flag] = await Promise.all([
    ctx.unit.run(
      `update drift_flag set released_at = access.now(), released_as = $2, opened_at = coalesce(opened_at, access.now())
        where ${MINE} and released_at is null`,
      [id, as],
    ),
    ownFlag(ctx, id),
  ])
  return flag
}

/** By the peer or a supervisor who sees the flag; of two at once the second is told that it has moved. */
export async function takeDriftFlagStep(
  ctx: RequestContext,
  input: DriftFlagStepInput,
): Promise<DriftFlagMoved> {
  rejectIfInvalid(validateFlagStep(input.from, input.to, input))
  const { flagId, from, to } = input
  const sessionId = input.sessionId ?? null
  const [[seen], taken] = await Promise.all([
    ctx.unit.run<{ sessionFits: boolean }>(
      `select ${sessionFits('$2')} as "sessionFits" from drift_flag f where ${MINE_TO_WORK_ON}`,
      [flagId, sessionId],
    ),
    ctx.unit.run(TAKE_STEP, [
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
const MINE =
  'organization_id = (select access.organization_id()) and id = $1 and peer_id = (select access.membership_id())'
/** A manager sees a released flag but takes no step with it, unless they also teach or support the peer. */
const MINE_TO_WORK_ON = `organization_id = (select access.organization_id()) and id = $1
  and (peer_id = (select access.membership_id()) or peer_id = any (${TAUGHT_OR_SUPPORTED}))`

const WRITE_OWN_VIEW = `
  insert into drift_flag_own_view (organization_id, id, flag_id, peer_id, written_at, text)
  select f.organization_id, $1, f.id, f.peer_id, access.now(), $3 from drift_flag f
   where f.organization_id = (select access.organization_id()) and f.id = $2
     and f.peer_id = (select access.membership_id())`

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
