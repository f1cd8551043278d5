import { randomUUID } from 'node:crypto'
import { validateRaiseFlag, validateResponse } from '@alongside/shared/drift/flag-input'
import { statusAfter, validateFlagStep } from '@alongside/shared/drift/flag-status'
import { visibleToSupervisorsAt } from '@alongside/shared/drift/flag-visibility'
import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { notify } from '../notifications/notify.ts'
import { notFound, rejectIfInvalid } from '../server/graphql/domain-error.ts'
import type { StaleRevision } from '../server/graphql/stale-revision.types.ts'
import type { RequestContext } from '../server/request-context.ts'
import type {
  AddDriftFlagResponseInput,
  AddDriftFlagStepInput,
  DriftFlagStepAdded,
  RaiseDriftFlagInput,
  RaiseObservedDriftFlagInput,
  RaiseObservedDriftFlagPayload,
  ReleaseDriftFlagInput,
} from './drift-changes.types.ts'
import { flagToWorkOn, ownFlag, sessionFits, TAUGHT_OR_SUPPORTED, TO_WORK_ON } from './drift-lists.service.ts'
import type { OwnDriftFlag } from './drift.types.ts'

// Raising a flag, opening it, adding a response, sharing it with managers, and taking it step by step to an end.

/** A peer about their own work: they know it, so it counts as opened and their supervisors see it at once. */
export async function raiseDriftFlag(ctx: RequestContext, input: RaiseDriftFlagInput): Promise<OwnDriftFlag> {
  rejectIfInvalid(validateRaiseFlag(input))
  const id = randomUUID()
  const response = input.response?.trim()
  const [, , flag] = await Promise.all([
    ctx.unit.run(
      `insert into drift_flag (organization_id, id, peer_id, raised_by_kind, raised_by_id, evidence, cause, raised_at, opened_at)
       values (access.organization_id(), $1, access.membership_id(), 'PEER', access.membership_id(), $2, $3,
               access.now(), access.now())`,
      [id, input.evidence.trim(), input.cause],
    ),
    response ? ctx.unit.run(ADD_RESPONSE, [randomUUID(), id, response]) : [],
    ownFlag(ctx, id),
  ])
  return flag
}

/** A supervisor about what they saw of a peer whom they teach or support; they see it again once the peer does. */
export async function raiseObservedDriftFlag(
  ctx: RequestContext,
  input: RaiseObservedDriftFlagInput,
): Promise<RaiseObservedDriftFlagPayload> {
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
  const seenFrom = visibleToSupervisorsAt({ raisedAt: ctx.now, openedAt: null })
  return { driftFlagId: id, seenBySupervisorsFrom: seenFrom ?? ctx.now }
}

/** From now on the peer's educational and supportive supervisors see the flag. */
export async function openDriftFlag(ctx: RequestContext, id: string): Promise<OwnDriftFlag> {
  const [, flag] = await Promise.all([
    ctx.unit.run(`update drift_flag set opened_at = access.now() where ${MINE} and opened_at is null`, [id]),
    ownFlag(ctx, id),
  ])
  return flag
}

export async function addDriftFlagResponse(
  ctx: RequestContext,
  { driftFlagId, text }: AddDriftFlagResponseInput,
): Promise<OwnDriftFlag> {
  rejectIfInvalid(
    text.trim() === '' ? [{ field: 'text', problem: 'required' }] : validateResponse('text', text),
  )
  const [, flag] = await Promise.all([
    ctx.unit.run(ADD_RESPONSE, [randomUUID(), driftFlagId, text.trim()]),
    ownFlag(ctx, driftFlagId),
  ])
  return flag
}

/** Shares one flag with the managers, for good: what somebody has read cannot be called back. */
export async function releaseDriftFlag(
  ctx: RequestContext,
  { driftFlagId, as }: ReleaseDriftFlagInput,
): Promise<OwnDriftFlag> {
  const [, flag] = await Promise.all([
    ctx.unit.run(
      `update drift_flag set released_at = access.now(), released_as = $2, opened_at = coalesce(opened_at, access.now())
        where ${MINE} and released_at is null`,
      [driftFlagId, as],
    ),
    ownFlag(ctx, driftFlagId),
  ])
  return flag
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
  const [taken, { flag, sessionFits: fits }] = await Promise.all([
    ctx.unit.run(TAKE_STEP, values),
    flagToWorkOn(ctx, driftFlagId, sessionId),
  ])
  if (!fits) throw notFound()
  return taken.length === 0 ? { currentRevision: flag.revision } : { driftFlag: flag }
}

function textOf(text: string | null | undefined): string | null {
  return text?.trim() ? text.trim() : null
}

const MINE =
  'organization_id = (select access.organization_id()) and id = $1 and peer_id = (select access.membership_id())'

const ADD_RESPONSE = `
  insert into drift_flag_response (organization_id, id, flag_id, peer_id, written_at, text)
  select f.organization_id, $1, f.id, f.peer_id, access.now(), $3 from drift_flag f
   where f.organization_id = (select access.organization_id()) and f.id = $2
     and f.peer_id = (select access.membership_id())`

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
