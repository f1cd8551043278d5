import { randomUUID } from 'node:crypto'
import {
  awaitsPeer,
  type FlagStatus,
  isForPeerOnly,
  StepTaker,
  validateFlagStep,
} from '@alongside/shared/drift/flag-status'
import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { type Write, writeSql } from '../database/reads-and-writes.ts'
import type { Transaction } from '../database/unit-of-work.ts'
import { notification } from '../notifications/notify.ts'
import { DomainError, notFound, rejectIfInvalid } from '../server/graphql/domain-error.ts'
import { orStale, StaleRevisionError } from '../server/graphql/payload.ts'
import type { StaleRevision } from '../server/graphql/stale-revision.types.ts'
import type { RequestContext } from '../server/request-context.ts'
import { agreeOnFollowUp } from '../supervision/follow-ups/follow-up.service.ts'
import { ownRelationship } from '../supervision/relationships/own-relationship.service.ts'
import type { AddDriftFlagStepInput, DriftFlagStepAdded } from './drift-changes.types.ts'
import {
  asItsReader,
  flagToWorkOn,
  type RowToWorkOn,
  sessionFits,
  TO_WORK_ON,
} from './drift-lists.service.ts'

// A flag goes step by step. A supervisor proposes an end, the peer alone closes and reopens, and the peer is told of
// each step that somebody else takes.

/** By the peer or a supervisor who sees the flag; of two at once the second learns that there is a step since. */
export function addDriftFlagStep(
  ctx: RequestContext,
  input: AddDriftFlagStepInput,
): Promise<DriftFlagStepAdded | StaleRevision> {
  const { driftFlagId, expectedRevision, sessionId = null } = input
  const adding = ctx.unit.transaction(async (tx) => {
    const read = flagToWorkOn(driftFlagId, sessionId)
    const [[flag]] = await tx.write([read])
    if (!flag?.sessionFits) throw notFound()
    if (flag.revision !== expectedRevision) throw new StaleRevisionError(flag.revision)
    const { membershipId } = tx.actor
    const by = flag.peer.id === membershipId ? StepTaker.PEER : StepTaker.SUPERVISOR
    refuseStep(flag, by, input, tx.actor.today)
    const stepId = randomUUID()
    const task = await taskOfPlan(tx, flag, input)
    const [taken] = await tx.write([stepTaken(stepId, flag, input, task)])
    if (taken.length === 0) throw new StaleRevisionError(flag.revision + 1)
    const [[after]] = await tx.write([read])
    if (!after) throw notFound()
    await tx.write(
      by === StepTaker.PEER ? supervisorsTold(stepId, after, ctx.now) : peerTold(stepId, flag, input.to),
    )
    return { driftFlag: asItsReader(after, membershipId) }
  })
  return orStale(adding.catch(refuseConstraint))
}

function refuseStep(flag: RowToWorkOn, by: StepTaker, input: AddDriftFlagStepInput, today: string): void {
  if (by === StepTaker.SUPERVISOR && isForPeerOnly(flag.status, input.to))
    throw new DomainError(
      'CONFLICT',
      'drift.peer-decides',
      'Only the peer closes a flag, answers a proposal and opens a flag again. Propose it: the peer is told.',
    )
  rejectIfInvalid(validateFlagStep(flag.status, input.to, by, input, today))
}

/** Nobody who cannot see the flag: its plan goes on no list of an administrative supervisor. */
async function taskOfPlan(
  tx: Transaction,
  { peer }: RowToWorkOn,
  { followUp, plan }: AddDriftFlagStepInput,
): Promise<Task | null> {
  if (!followUp || !plan) return null
  const relationship = await ownRelationship(tx, followUp.relationshipId)
  const { type, peerId } = relationship
  if (peerId !== peer.id || type === 'ADMINISTRATIVE') throw notFound()
  const id = randomUUID()
  await agreeOnFollowUp(tx, id, relationship, { text: plan, owner: followUp.owner, dueOn: followUp.dueOn })
  return { id, type }
}

interface Task {
  readonly id: string
  readonly type: 'EDUCATIONAL' | 'SUPPORTIVE'
}

function stepTaken(
  id: string,
  { status, revision }: RowToWorkOn,
  input: AddDriftFlagStepInput,
  task: Task | null,
): Write {
  const { driftFlagId, to, plan, reason, sessionId = null } = input
  return writeSql(TAKE_STEP, [
    ...[driftFlagId, status, to, id, textOf(plan), textOf(reason), sessionId, revision + 1],
    ...(['EDUCATIONAL', 'SUPPORTIVE'] as const).map((type) => (task?.type === type ? task.id : null)),
  ])
}

function textOf(text: string | null | undefined): string | null {
  return text?.trim() ? text.trim() : null
}

function peerTold(stepId: string, { id, peer }: RowToWorkOn, to: FlagStatus): Write[] {
  const { FLAG_CLOSING_PROPOSED, FLAG_STEP } = NotificationKind
  return notification({
    recipientId: peer.id,
    kind: awaitsPeer(to) ? FLAG_CLOSING_PROPOSED : FLAG_STEP,
    key: `flag-step:${stepId}`,
    subjectId: id,
  })
}

/** Whoever sees the flag is told of the peer's answer and plan; nobody while the peer can still undo it. */
function supervisorsTold(stepId: string, { id, readers, openedAt }: RowToWorkOn, now: Date): Write[] {
  if (openedAt === null || new Date(openedAt) > now) return []
  const seeing = readers.filter(({ canRead }) => canRead).map(({ supervisor }) => supervisor.id)
  return notification({
    recipientId: [...new Set(seeing)],
    kind: NotificationKind.FLAG_STEP,
    key: `flag-step:${stepId}`,
    subjectId: id,
  })
}

function refuseConstraint(error: unknown): never {
  if ((error as { constraint?: string }).constraint === 'drift_flag_one_open_per_signal')
    throw new DomainError('CONFLICT', 'drift.open-already', 'There is a newer open flag of the same signal.')
  throw error
}

/**
 * Who takes a step about themselves has read the flag; nobody else opens it. Two at once: the second waits for the row
 * and finds another status.
 */
const TAKE_STEP = `
  with moved as (
    update drift_flag f set status = $3,
           opened_at = case when f.peer_id = access.membership_id() then coalesce(opened_at, access.now()) else opened_at end
     where ${TO_WORK_ON} and f.status = $2 and ${sessionFits('$7')}
    returning organization_id, id, peer_id)
  insert into drift_flag_step (organization_id, id, flag_id, peer_id, from_status, to_status, taken_by, taken_at, plan,
                               reason, session_id, number, educational_follow_up_id, supportive_follow_up_id)
  select organization_id, $4, id, peer_id, $2, $3, access.membership_id(), access.now(), $5, $6, $7, $8, $9::uuid,
         $10::uuid from moved
  returning id`
